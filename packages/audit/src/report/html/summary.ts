import { PHASES } from '../../judge/rule.ts'
import type { Finding } from '../../judge/verdict.ts'
import type { SeenPage } from '../../seen.ts'
import { MATRIX, outcomeIn, PAGE_RULES } from '../matrix.ts'
import { sentenceOf } from '../sentence-of.ts'
import { fill } from '../words/words-of.ts'
import type { Context } from './context.ts'
import { idOf } from './findings.ts'
import { mark, sign } from './mark.ts'
import { code, html, type Markup } from './markup.ts'

/** Returns the report's first part: the audit's outcome, what failed, and the outcomes by page. */
export const summary = (context: Context): Markup => {
  const { verdict, words, format } = context
  const { outcome, findings, seen } = verdict
  const failed = findings.filter(one => one.outcome === 'fails')
  const open = findings.filter(one => one.outcome === 'not-evaluable').length
  const pages = new Set(failed.map(({ page }) => page)).size
  const { next } = words
  const counted = (text: string, n: number) =>
    fill(text, { n: format.number(n), all: format.number(seen.pages.length) })
  return html`<section aria-labelledby="summary">
<h2 id="summary" class="unseen">${words.headings.summary}</h2>
<div class="whole ${outcome}">
${sign(outcome)}
<div>
<p class="sentence">${counted(words.whole[outcome], failed.length)}</p>
<p>${outcome === 'fails' && counted(next.fails, pages)} ${outcome === 'holds' && next.holds}
${open > 0 && counted(outcome === 'fails' ? next.alsoUnfinished : next.unfinished, open)}
${!verdict.policy && next.noInventory}</p>
</div>
</div>
${seen.pages.map(page => pagePart(context, page))}
</section>`
}

const pagePart = (context: Context, { url, loaded = url }: SeenPage): Markup => {
  const { verdict, words } = context
  const findings = verdict.findings.filter(({ page }) => page === url)
  const failed = findings.filter(({ outcome }) => outcome === 'fails')
  return html`<section class="page">
<h3 class="address">${code(loaded)}</h3>
${loaded !== url && html`<p class="where">${fill(words.conditions.asGiven, { url })}</p>`}
${matrix(context, findings)}
${
  failed.length > 0 &&
  html`<h4>${words.headings.failed}</h4>
<ol class="failed">${failed.map(
    one => html`<li><a href="#${idOf(verdict.findings, one)}">${sentenceOf(one, words)}</a></li>`,
  )}</ol>`
}
</section>`
}

const matrix = ({ words }: Context, findings: readonly Finding[]): Markup => {
  const cell = (outcome: Finding['outcome'] | undefined) =>
    outcome
      ? mark(outcome, words.outcomes[outcome])
      : html`<span class="none"><span aria-hidden="true">–</span><span class="unseen">${words.topics.notJudged}</span></span>`
  return html`<table class="matrix">
<caption>${words.topics.matrix}</caption>
<thead><tr><th scope="col"><span class="unseen">${words.topics.topic}</span></th>${PHASES.map(
    name => html`<th scope="col">${words.phases[name]}</th>`,
  )}</tr></thead>
<tbody>${MATRIX.map(
    ({ topic, rules }) =>
      html`<tr><th scope="row">${words.topics[topic]}</th>${PHASES.map(
        name => html`<td>${cell(outcomeIn(findings, rules[name], name))}</td>`,
      )}</tr>`,
  )}</tbody>
<tbody><tr class="group"><th scope="rowgroup" colspan="5">${words.topics.wholePage}</th></tr>${PAGE_RULES.filter(
    rule => outcomeIn(findings, rule),
  ).map(
    rule =>
      html`<tr><th scope="row">${words.pageRules[rule]}</th><td colspan="4" class="all">${cell(outcomeIn(findings, rule))}</td></tr>`,
  )}</tbody>
</table>`
}
