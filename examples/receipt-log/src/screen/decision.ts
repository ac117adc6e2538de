import {
  html,
  type Markup,
  type MarkupValue,
} from '../../../../packages/audit/src/report/html/markup.ts'
import type { ConsentEvent } from '../event.ts'
import type { Context } from './page.ts'

/** Returns a list of terms with their values. A row without a value is left out. */
export const factsPart = (rows: readonly (readonly [MarkupValue, MarkupValue])[]): Markup =>
  html`<dl class="facts">${rows.map(([term, value]) => value !== undefined && value !== false && html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`

/** Returns how a decision was made, as visitors read it in their own record. */
const methodIn = ({ words }: Pick<Context, 'words'>, { m }: ConsentEvent['record']): string =>
  // A record of version 0.1 may have this method.
  (m as string) === 'gpc' ? 'Global Privacy Control' : words.record.methods[m]

/** Returns the name of a purpose; the category for a purpose of the site's own. */
export const purposeIn = ({ words }: Pick<Context, 'words'>, category: string): string =>
  Object.hasOwn(words.purposes, category) ? (words.purposes[category] ?? category) : category

/** Returns a decision in words. A withdrawal has no end: nothing is granted until the next decision. */
export const decisionPart = (context: Context, { type, record }: ConsentEvent): Markup => {
  const { words, format } = context
  const { find, days, record: own } = words
  const answers = Object.entries(record.c).map(
    ([category, granted]) =>
      html`<li>${purposeIn(context, category)}: <strong>${granted ? own.allowed : own.refused}</strong></li>`,
  )
  return factsPart([
    [find.purposes, answers.length ? html`<ul>${answers}</ul>` : words.none],
    [find.services, record.x?.length ? record.x.join(words.separator) : undefined],
    [own.how, methodIn(context, record)],
    [days.fields.surface, own.surfaces[record.s]],
    [
      html`${find.gpc}<span class="note">${find.gpcNote}</span>`,
      // A record of version 0.1 may name the signal as the method.
      record.g || (record.m as string) === 'gpc' ? own.signal : find.noSignal,
    ],
    [
      days.fields.version,
      html`<a href="version?version=${encodeURIComponent(record.p)}">${record.p}</a>`,
    ],
    [find.language, languageName(context, record.l)],
    [find.decided, secondIn(context, record.t * 1000)],
    [own.expiresAt, type !== 'withdraw' && secondIn(context, record.e * 1000)],
    [own.count, format.number(record.n)],
  ])
}

/** Returns a time in words. `time` is in milliseconds since the epoch. */
export const timeIn = ({ format }: Pick<Context, 'format'>, time: number): string =>
  format.date(isoOf(time))

/** Returns a time in words, with seconds. `time` is in milliseconds since the epoch. */
export const secondIn = ({ format }: Pick<Context, 'format'>, time: number): string =>
  format.dateWithSeconds(isoOf(time))

/** Returns a time as ISO 8601; the number itself if no date can have it. */
const isoOf = (time: number): string =>
  Number.isFinite(new Date(time).getTime()) ? new Date(time).toISOString() : `${time}`

/** Returns the name of a language, such as `Korean`; the tag if the language is unknown. */
export const languageName = ({ language }: Pick<Context, 'language'>, tag: string): string => {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
