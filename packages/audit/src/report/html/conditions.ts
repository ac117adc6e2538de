import { fill } from '../words/words-of.ts'
import type { Context } from './context.ts'
import { code, html, type Markup, type MarkupValue } from './markup.ts'
import { section } from './section.ts'

/** Returns the report's part about the conditions of the audit, such as browser and options. */
export const conditionsPart = (context: Context): Markup => {
  const { verdict, words, format } = context
  const { seen, policy, inventoryHash, sha256 } = verdict
  const labels = words.conditions
  const rows: readonly (readonly [string, MarkupValue])[] = [
    [labels.tool, `${seen.tool.name} ${seen.tool.version}`],
    [labels.browser, `${seen.browser.name} ${seen.browser.version}`],
    [labels.began, format.date(seen.began)],
    [labels.duration, format.time(seen.duration / 1000)],
    [
      labels.pages,
      html`<ul>${seen.pages.map(({ url, loaded }) => html`<li>${code(loaded ?? url)}${loaded !== undefined && loaded !== url && html` <span class="note">${fill(labels.asGiven, { url })}</span>`}</li>`)}</ul>`,
    ],
    [labels.banner, bannersOf(context).join(words.separator)],
    [labels.mode, modeOf(context)],
    [labels.visitor, visitorOf(context)],
    [
      labels.limits,
      fill(labels.limitsValue, {
        time: format.time(seen.options.phaseLimit / 1000),
        requests: format.number(seen.options.requestLimit),
      }),
    ],
    [labels.scripts, scriptsPart(context)],
    [
      labels.inventory,
      policy
        ? fill(labels.inventoryValue, { version: policy.version, hash: inventoryHash ?? '–' })
        : labels.noInventory,
    ],
    [labels.sha256, html`${code(sha256)} <span class="note">${labels.sha256Note}</span>`],
  ]
  return section('conditions', words.headings.conditions, termList('conditions', rows))
}

/** Returns how the audit treated requests to collectors, and what scripts it fetched, if known. */
const modeOf = ({ verdict: { seen }, words, format }: Context): string => {
  const { live, held, heldBut, heldAll } = words.conditions
  if (seen.options.isLive) return live
  const sent = seen.pages
    .flatMap(({ phases }) => phases.flatMap(({ requests }) => requests))
    .filter(({ collector, isHeld }) => collector && !isHeld)
  // Evidence of an earlier version does not say what was fetched.
  if (sent.some(({ fetched }) => fetched === undefined)) return held
  const urls = [...new Set(sent.flatMap(({ fetched }) => fetched ?? []))]
  const more = urls.length
    ? fill(heldBut, { n: format.number(urls.length), urls: urls.join(words.separator) })
    : heldAll
  return `${held} ${more}`
}

const visitorOf = ({ verdict, words, format }: Context): string => {
  const { wait, locale, viewport, hasGpc } = verdict.seen.options
  const { visitorValue, gpc, noGpc } = words.conditions
  return fill(visitorValue, {
    ...{ wait: format.tenths(wait / 1000), locale, gpc: hasGpc ? gpc : noGpc },
    ...{ width: viewport.width, height: viewport.height },
  })
}

/** Returns the list of scripts of the pages' own sites, each with the SHA-256 of its text. */
const scriptsPart = ({ verdict, words, format }: Context): MarkupValue => {
  const all = verdict.seen.pages.flatMap(({ phases }) => phases.flatMap(({ scripts }) => scripts))
  const lines = new Map(all.map(one => [`${one.url} ${one.sha256}`, one]))
  if (!lines.size) return '–'
  return html`<details><summary>${fill(words.conditions.scriptsValue, { n: format.number(lines.size) })}</summary>
<ul>${[...lines.values()].map(({ url, sha256 }) => html`<li>${code(url)} <span class="note">${code(sha256)}</span></li>`)}</ul></details>`
}

const bannersOf = ({ verdict, words }: Context): readonly string[] => {
  const { none, ...ways } = words.conditions.banners
  const known = new Map(Object.entries(ways))
  const found = verdict.seen.pages.flatMap(({ phases }) =>
    phases.flatMap(({ banner }) => banner?.found ?? []),
  )
  // Other names are those of rules of autoconsent.
  const names = [...new Set(found)].map(name => known.get(name) ?? name)
  return names.length ? names : [none]
}

/** Returns the part that explains how to read the report. */
export const readingPart = ({ words }: Context): Markup =>
  section(
    'reading',
    words.headings.reading,
    termList(
      'reading',
      Object.values(words.reading).map(({ term, text }) => [term, text]),
    ),
  )

const termList = (kind: string, rows: readonly (readonly [string, MarkupValue])[]): Markup =>
  html`<dl class="${kind}">${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`
