import { fill } from '../words/words-of.ts'
import type { Context } from './context.ts'
import { code, html, type Markup, type Part } from './markup.ts'

/** Returns the part about the audit's conditions: what a reader needs to repeat the audit. */
export const conditionsPart = (context: Context): Markup => {
  const { verdict, words, format } = context
  const { seen, policy, inventoryHash, sha256 } = verdict
  const said = words.conditions
  const rows: readonly (readonly [string, Part])[] = [
    [said.tool, `${seen.tool.name} ${seen.tool.version}`],
    [said.browser, `${seen.browser.name} ${seen.browser.version}`],
    [said.began, format.date(seen.began)],
    [said.duration, format.time(seen.duration / 1000)],
    [
      said.pages,
      html`<ul>${seen.pages.map(({ url, loaded }) => html`<li>${code(loaded ?? url)}${loaded !== undefined && loaded !== url && html` <span class="note">${fill(said.asGiven, { url })}</span>`}</li>`)}</ul>`,
    ],
    [said.banner, bannersOf(context).join(words.separator)],
    [said.mode, seen.options.isLive ? said.live : said.held],
    [
      said.limits,
      fill(said.limitsValue, {
        time: format.time(seen.options.phaseLimit / 1000),
        requests: format.number(seen.options.requestLimit),
      }),
    ],
    [
      said.inventory,
      policy
        ? fill(said.inventoryValue, { version: policy.version, hash: inventoryHash ?? '–' })
        : said.noInventory,
    ],
    [said.sha256, html`${code(sha256)} <span class="note">${said.sha256Note}</span>`],
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
