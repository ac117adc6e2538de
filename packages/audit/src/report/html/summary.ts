import { PAGE_RULES } from '../../judge/rules/rule.ts'
import type { Finding } from '../../judge/verdict.ts'
import { PHASES, type SeenPage } from '../../seen.ts'
import { MATRIX, outcomeIn } from '../matrix.ts'
import { sentenceOf } from '../sentences.ts'
import { wholeOf } from '../whole-of.ts'
import { fill } from '../words/words-of.ts'
import { changesPart } from './changes.ts'
import type { Context } from './context.ts'
import { findingId } from './findings.ts'
import { mark, sign } from './mark.ts'
import { code, html, type Markup } from './markup.ts'

/**
 * Returns the report's first part: the audit's outcome, what changed since an earlier audit, what
 * failed, and the outcomes by page.
 */
export const summary = (context: Context): Markup => {
  const { verdict, words, format } = context
  const { outcome, seen } = verdict
  const { sentence, next } = wholeOf(verdict, words, format.number)
  return html`<section aria-labelledby="summary">
<h2 id="summary" class="unseen">${words.headings.summary}</h2>
<div class="whole ${outcome}">
${sign(outcome)}
<div>
<p class="sentence">${sentence}</p>
<p>${next.map(one => html`${one} `)}</p>
</div>
</div>
${changesPart(context)}
${seen.pages.map(page => pagePart(context, page))}
</section>`
}

const pagePart = (context: Context, { url, loaded = url }: SeenPage): Markup => {
  const { verdict, words, tags } = context
  const findings = verdict.findings.filter(({ page }) => page === url)
  const failing = tags.filter(({ page, isAccepted }) => page === url && !isAccepted)
  return html`<section class="page">
<h3 class="address">${code(loaded)}</h3>
${loaded !== url && html`<p class="where">${fill(words.conditions.asGiven, { url })}</p>`}
${matrix(context, findings)}
${
  failing.length > 0 &&
  html`<h4>${words.headings.failed}</h4>
<ol class="failed">${failing.map(
    one => html`<li><a href="#${findingId(context, one)}">${one.tag ?? words.topics.banner}</a>
<ul>${one.findings.map(finding => html`<li>${sentenceOf(finding, words)}</li>`)}</ul></li>`,
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
