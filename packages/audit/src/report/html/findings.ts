import { groupBy } from '../../judge/group-by.ts'
import { PHASES } from '../../judge/phases.ts'
import type { Finding } from '../../judge/verdict.ts'
import { reasonOf, sentenceOf } from '../sentence-of.ts'
import type { TagFindings } from '../tags.ts'
import { type Unfinished, unfinishedOf } from '../unfinished.ts'
import { fill } from '../words/words-of.ts'
import { type Context, pictureOf } from './context.ts'
import { evidence } from './evidence.ts'
import { mark, sign } from './mark.ts'
import { code, html, type Markup, type Part } from './markup.ts'
import { pageLine } from './page-name.ts'

/** Returns the id of the findings of a tag in the report, such as `finding-1`. */
export const idOf = ({ tags }: Context, tag: TagFindings): string =>
  `finding-${tags.indexOf(tag) + 1}`

/**
 * Returns the findings: what failed, by tag and with the evidence; what somebody accepted; what
 * could not be judged; what holds; the notes.
 */
export const findingsPart = (context: Context): Markup => {
  const { verdict, words, tags } = context
  const { findings } = verdict
  const held = findings.filter(one => one.outcome === 'holds' && !one.isNote)
  const notes = findings.filter(({ isNote }) => isNote)
  const failing = tags.filter(({ isAccepted }) => !isAccepted)
  const accepted = tags.filter(({ isAccepted }) => isAccepted)
  return html`<section aria-labelledby="findings">
<h2 id="findings">${words.headings.findings}</h2>
${part(
  words.headings.failed,
  failing.map(one => tagPart(context, one)),
)}
${part(words.acceptance.heading, [...accepted.map(one => tagPart(context, one)), ...idlePart(context)])}
${part(
  words.headings.unfinished,
  unfinishedOf(findings).map(one => unfinishedPart(context, one)),
)}
${part(words.headings.held, heldPart(context, held))}
${
  notes.length > 0 &&
  html`<h3>${words.headings.notes}</h3>
<ul class="notes">${notes.map(one => html`<li>${sentenceOf(one, words)}</li>`)}</ul>`
}
</section>`
}

const part = (heading: string, all: readonly Part[]) =>
  all.length > 0 &&
  html`<h3>${heading}</h3>
${all}`

const tagPart = (context: Context, one: TagFindings): Markup => {
  const { words } = context
  return html`<article class="finding" id="${idOf(context, one)}">
<h4>${mark('fails', words.outcomes.fails)} <span>${one.tag ?? words.topics.banner}</span></h4>
${pageLine(context, one.page)}
<ul class="breaches">${one.findings.map(finding => breachPart(context, finding))}</ul>
<details><summary>${words.evidence.open}</summary>
${evidence(context, one.evidence)}
</details>
${seePicture(context, one.findings[0])}
</article>`
}

const breachPart = (context: Context, finding: Finding): Markup => {
  const { words, comparison } = context
  const { accepted, evidence: all, id } = finding
  const phases = PHASES.filter(name => all.some(({ phase }) => phase === name))
  const isNew = comparison?.new.some(one => one.id === id)
  return html`<li><span>${sentenceOf(finding, words)}</span>${
    isNew && html` <span class="new">${words.comparison.new}</span>`
  }
<span class="note">${phases.map(name => words.phases[name]).join(words.separator)} · ${words.evidence.id} ${code(id)}</span>${accepted && acceptedPart(context, accepted)}</li>`
}

const acceptedPart = ({ words }: Context, accepted: NonNullable<Finding['accepted']>): Markup =>
  html`<p class="where">${fill(words.acceptance.by, { ...accepted })}</p>`

/** Returns the acceptances that accept nothing. */
const idlePart = ({ verdict, words }: Context): readonly Markup[] => {
  const { expired = [], unused = [] } = verdict.idle ?? {}
  return [
    ...expired.map(one => html`<p class="idle">${fill(words.acceptance.expired, { ...one })}</p>`),
    ...unused.map(one => html`<p class="idle">${fill(words.acceptance.unused, { ...one })}</p>`),
  ]
}

const unfinishedPart = (context: Context, { page, findings, reasons }: Unfinished): Markup => {
  const { words } = context
  const outcome = 'not-evaluable'
  const [first] = findings
  return html`<article class="finding">
<h4>${mark(outcome, words.outcomes[outcome])} <span>${reasons.map(
    ({ phases, reason, detail }) =>
      html`<span class="reason">${phases.map(name => words.phases[name]).join(words.separator)}: ${reasonOf(reason, phases, words)} ${detail !== undefined && detail !== '' && code(detail)}</span>`,
  )}</span></h4>
${pageLine(context, page)}
<div class="open">
<p>${words.topics.because}</p>
<ul>${findings.map(
    one =>
      html`<li>${sentenceOf(one, words)}${one.accepted && acceptedPart(context, one.accepted)}</li>`,
  )}</ul>
</div>
${first && seePicture(context, first)}
</article>`
}

const seePicture = (context: Context, finding: Finding): Part => {
  const found = pictureOf(context.verdict, finding)
  return (
    found &&
    html`<p class="see"><a href="#${found.id}">${context.words.evidence.seeScreenshot}</a></p>`
  )
}

const heldPart = (context: Context, held: readonly Finding[]): readonly Markup[] => {
  const { words } = context
  const phaseIn = ({ rule, phase }: Finding) =>
    // Only the sentence of this rule does not name its phase.
    rule === 'consent-state-consistent' &&
    phase &&
    html` <span class="note">${words.phases[phase]}</span>`
  return [...groupBy(held, ({ page }) => page)].map(
    ([page, all]) => html`${pageLine(context, page)}
<ul class="held">${all.map(
      one =>
        html`<li class="holds">${sign('holds')}<span><span class="unseen">${words.outcomes.holds}: </span>${sentenceOf(one, words)}${phaseIn(one)}</span></li>`,
    )}</ul>`,
  )
}
