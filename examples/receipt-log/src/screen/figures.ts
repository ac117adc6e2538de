import { html, type Markup } from '../../../../packages/audit/src/report/html/markup.ts'
import { table } from '../../../../packages/audit/src/report/html/table.ts'
import { fill } from '../../../../packages/audit/src/report/words/words-of.ts'
import type { EventType } from '../event.ts'
import type { SumField, SumRow } from '../log/sums.ts'
import { languageName } from './decision.ts'
import type { Context } from './page.ts'

/** The types of events, in the order of the tables and of the plot. */
export const TYPES: readonly EventType[] = ['give', 'update', 'withdraw', 'refuse']

/** The numbers of one row of a table: one day, one version, or all. */
export interface Figures {
  readonly counts: Readonly<Record<EventType, number>>
  readonly all: number
  readonly gpc: number
  /** Times of the first and the last event, in milliseconds since the epoch. */
  readonly first: number
  readonly last: number
}

/** Adds up rows of sums. Without rows, all numbers are 0. */
export const figuresOf = (rows: readonly SumRow[]): Figures => {
  const countOf = (type: EventType) =>
    rows.filter(row => row.type === type).reduce((sum, { count }) => sum + count, 0)
  const counts = {
    ...{ give: countOf('give'), update: countOf('update') },
    ...{ withdraw: countOf('withdraw'), refuse: countOf('refuse') },
  }
  return {
    counts,
    all: rows.reduce((sum, { count }) => sum + count, 0),
    gpc: rows.reduce((sum, { gpc }) => sum + gpc, 0),
    first: rows.length ? Math.min(...rows.map(({ first }) => first)) : 0,
    last: rows.length ? Math.max(...rows.map(({ last }) => last)) : 0,
  }
}

/** Groups rows of sums by one field, in the order of the rows. */
export const groupsBy = (
  rows: readonly SumRow[],
  field: SumField,
): readonly (readonly [string, Figures])[] => {
  const groups = new Map<string, SumRow[]>()
  for (const row of rows) {
    const key = row[field] ?? ''
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups].map(([key, group]) => [key, figuresOf(group)])
}

/** Returns the value of a field in words, such as the name of a language. */
const valueInWords = (context: Context, field: SumField, value: string): string => {
  const { surfaces } = context.words.record
  if (field === 'language') return languageName(context, value)
  if (field === 'surface' && Object.hasOwn(surfaces, value))
    return surfaces[value as keyof typeof surfaces]
  return value
}

/** Returns a table with a row for each group, and the sum of all groups at its end. */
export const figuresTable = (
  context: Context,
  caption: string,
  field: SumField,
  rows: readonly SumRow[],
): Markup => {
  const { days } = context.words
  const { number } = context.format
  const cells = ({ counts, all, gpc }: Figures) => [
    ...TYPES.map(type => number(counts[type])),
    ...[number(all), number(gpc)],
  ]
  return html`<div class="figures">${table(
    caption,
    [days.fields[field], ...TYPES.map(type => days.types[type]), days.all, days.gpc],
    [
      ...groupsBy(rows, field).map(([key, figures]) => [
        nameOf(context, field, key),
        ...cells(figures),
      ]),
      [html`<strong>${days.all}</strong>`, ...cells(figuresOf(rows))],
    ],
  )}</div>`
}

const nameOf = (context: Context, field: SumField, key: string) =>
  field === 'version'
    ? html`<a href="version?version=${encodeURIComponent(key)}">${key}</a>`
    : valueInWords(context, field, key)

/** Returns the share of grants among the first answers, and what is counted, in words. */
export const rateInWords = ({ words, language, format }: Context, figures: Figures): string => {
  const { give, refuse } = figures.counts
  if (refuse === 0) return words.days.noRate
  const rate = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  return fill(words.days.rateOf, {
    rate: rate.format(give / (give + refuse)),
    n: format.number(give + refuse),
    give: format.number(give),
    refuse: format.number(refuse),
  })
}
