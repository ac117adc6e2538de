import { groupBy } from '../../judge/group-by.ts'
import { phasesOf } from '../../judge/phase-in.ts'
import type { Finding } from '../../judge/verdict.ts'
import { idleSentences, namesOf, reasonIn, sentenceOf } from '../sentences.ts'
import type { TagFindings } from '../tags.ts'
import { type Unfinished, unfinishedOf } from '../unfinished.ts'
import { fill } from '../words/words-of.ts'
import type { Context } from './context.ts'
import { evidence } from './evidence.ts'
import { mark, sign } from './mark.ts'
import { code, html, type Markup, type MarkupValue } from './markup.ts'
import { pictureOf } from './picture.ts'
import { pageLine, section } from './section.ts'

/** Returns the id of the findings of a tag in the report, such as `finding-1`. */
export const findingId = ({ tags }: Context, tag: TagFindings): string =>
  `finding-${tags.indexOf(tag) + 1}`

/**
 * Returns the part of the report with the findings: what failed, by tag and with the evidence; what
 * somebody accepted; what could not be judged; what holds; the notes.
 */
export const findingsPart = (context: Context): Markup => {
  const { verdict, words, tags } = context
  const { findings } = verdict
  const idle = idleSentences(verdict, words).map(one => html`<p class="idle">${one}</p>`)
  const held = findings.filter(one => one.outcome === 'holds' && !one.isNote)
  const notes = findings.filter(({ isNote }) => isNote)
  const failing = tags.filter(({ isAccepted }) => !isAccepted)
  const accepted = tags.filter(({ isAccepted }) => isAccepted)
  const content = html`${part(
    words.headings.failed,
    failing.map(one => tagPart(context, one)),
  )}
${part(words.acceptance.heading, [...accepted.map(one => tagPart(context, one)), ...idle])}
${part(
  words.headings.unfinished,
  unfinishedOf(findings).map(one => unfinishedPart(context, one)),
)}
${part(words.headings.held, heldPart(context, held))}
${
  notes.length > 0 &&
  html`<h3>${words.headings.notes}</h3>
<ul class="notes">${notes.map(one => html`<li>${sentenceOf(one, words)}</li>`)}</ul>`
}`
  return section('findings', words.headings.findings, content)
}

const part = (heading: string, all: readonly MarkupValue[]) =>
  all.length > 0 &&
  html`<h3>${heading}</h3>
${all}`

const tagPart = (context: Context, one: TagFindings): Markup => {
  const { words } = context
  return html`<article class="finding" id="${findingId(context, one)}">
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
  const isNew = comparison?.new.some(one => one.id === id)
  return html`<li><span>${sentenceOf(finding, words)}</span>${
    isNew && html` <span class="new">${words.comparison.new}</span>`
  }
<span class="note">${namesOf(phasesOf(all), words)} · ${words.evidence.id} ${code(id)}</span>${accepted && acceptedPart(context, accepted)}</li>`
}

const acceptedPart = ({ words }: Context, accepted: NonNullable<Finding['accepted']>): Markup =>
  html`<p class="where">${fill(words.acceptance.by, { ...accepted })}</p>`

const unfinishedPart = (context: Context, { page, findings, reasons }: Unfinished): Markup => {
  const { words } = context
  const outcome = 'not-evaluable'
  const [first] = findings
  return html`<article class="finding">
<h4>${mark(outcome, words.outcomes[outcome])} <span>${reasons.map(
    one =>
      html`<span class="reason">${reasonIn(one, words)} ${one.detail !== undefined && one.detail !== '' && code(one.detail)}</span>`,
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

const seePicture = (context: Context, finding: Finding): MarkupValue => {
  const found = pictureOf(context.verdict, finding)
  return (
    found &&
    html`<p class="see"><a href="#${found.id}">${context.words.evidence.seeScreenshot}</a></p>`
  )
}

const heldPart = (context: Context, held: readonly Finding[]): readonly Markup[] => {
  const { words } = context
  const phaseNote = ({ rule, phase }: Finding) =>
    // Only the sentence of this rule does not name its phase.
    rule === 'consent-state-consistent' &&
    phase &&
    html` <span class="note">${words.phases[phase]}</span>`
  return [...groupBy(held, ({ page }) => page)].map(
    ([page, all]) => html`${pageLine(context, page)}
<ul class="held">${all.map(
      one =>
        html`<li class="holds">${sign('holds')}<span><span class="unseen">${words.outcomes.holds}: </span>${sentenceOf(one, words)}${phaseNote(one)}</span></li>`,
    )}</ul>`,
  )
}
