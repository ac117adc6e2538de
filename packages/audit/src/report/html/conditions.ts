import { fill } from '../words/words-of.ts'
import type { Context } from './context.ts'
import { code, html, type Markup, type Part } from './markup.ts'

/** Returns the part about the audit's conditions: what a reader needs to repeat the audit. */
export const conditionsPart = (context: Context): Markup => {
  const { verdict, words, format } = context
  const { seen, policy, inventoryHash, sha256 } = verdict
  const labels = words.conditions
  const rows: readonly (readonly [string, Part])[] = [
    [labels.tool, `${seen.tool.name} ${seen.tool.version}`],
    [labels.browser, `${seen.browser.name} ${seen.browser.version}`],
    [labels.began, format.date(seen.began)],
    [labels.duration, format.time(seen.duration / 1000)],
    [
      labels.pages,
      html`<ul>${seen.pages.map(({ url, loaded }) => html`<li>${code(loaded ?? url)}${loaded !== undefined && loaded !== url && html` <span class="note">${fill(labels.asGiven, { url })}</span>`}</li>`)}</ul>`,
    ],
    [labels.banner, bannersOf(context).join(words.separator)],
    [labels.mode, seen.options.isLive ? labels.live : labels.held],
    [
      labels.limits,
      fill(labels.limitsValue, {
        time: format.time(seen.options.phaseLimit / 1000),
        requests: format.number(seen.options.requestLimit),
      }),
    ],
    [
      labels.inventory,
      policy
        ? fill(labels.inventoryValue, { version: policy.version, hash: inventoryHash ?? '–' })
        : labels.noInventory,
    ],
    [labels.sha256, html`${code(sha256)} <span class="note">${labels.sha256Note}</span>`],
  ]
  return html`<section aria-labelledby="conditions">
<h2 id="conditions">${words.headings.conditions}</h2>
<dl class="conditions">${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>
</section>`
}

const bannersOf = ({ verdict, words }: Context): readonly string[] => {
  const { spaceone, words: byWords, none } = words.conditions.banners
  const found = verdict.seen.pages.flatMap(({ phases }) =>
    phases.flatMap(({ banner }) => banner?.found ?? []),
  )
  const names = [...new Set(found)].map(name =>
    name === 'spaceone' ? spaceone : name === 'words' ? byWords : name,
  )
  return names.length ? names : [none]
}

/** Returns the part that explains how to read the report. */
export const readingPart = ({ words }: Context): Markup =>
  html`<section aria-labelledby="reading">
<h2 id="reading">${words.headings.reading}</h2>
<dl class="reading">${words.reading.map(([term, text]) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl>
</section>`
