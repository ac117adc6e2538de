import { groupBy } from '../../judge/group-by.ts'
import type { Finding } from '../../judge/verdict.ts'
import { sentenceOf } from '../sentence-of.ts'
import { type Unfinished, unfinishedOf } from '../unfinished.ts'
import { type Context, pictureOf } from './context.ts'
import { evidence } from './evidence.ts'
import { mark, sign } from './mark.ts'
import { code, html, type Markup, type Part } from './markup.ts'
import { pageLine } from './page-name.ts'
import { picture } from './picture.ts'

/** Returns the id of a finding in the report, such as `finding-1`. */
export const idOf = (findings: readonly Finding[], finding: Finding): string =>
  `finding-${findings.indexOf(finding) + 1}`

/**
 * Returns the findings: what failed, with the evidence; what could not be judged; what holds; the
 * notes.
 */
export const findingsPart = (context: Context): Markup => {
  const { verdict, words } = context
  const { findings } = verdict
  const failed = findings.filter(({ outcome }) => outcome === 'fails')
  const unfinished = unfinishedOf(findings)
  const held = findings.filter(one => one.outcome === 'holds' && !one.isNote)
  const notes = findings.filter(({ isNote }) => isNote)
  // A screenshot of several findings is in the report once; later findings link to it.
  const shown = new Set<string>()
  return html`<section aria-labelledby="findings">
<h2 id="findings">${words.headings.findings}</h2>
${part(
  words.headings.failed,
  failed.map(one => failedPart(context, one, shown)),
)}
${part(
  words.headings.unfinished,
  unfinished.map(one => unfinishedPart(context, one, shown)),
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

const failedPart = (context: Context, finding: Finding, shown: Set<string>): Markup => {
  const { verdict, words } = context
  return html`<article class="finding" id="${idOf(verdict.findings, finding)}">
<h4>${mark('fails', words.outcomes.fails)} <span>${sentenceOf(finding, words)}</span></h4>
<p class="where">${whereOf(context, finding)}</p>
<details><summary>${words.evidence.open}</summary>
${evidence(context, finding)}
</details>
${picturePart(context, finding, shown)}
</article>`
}

const unfinishedPart = (
  context: Context,
  { page, findings, reasons }: Unfinished,
  shown: Set<string>,
): Markup => {
  const { words } = context
  const outcome = 'not-evaluable'
  const [first] = findings
  return html`<article class="finding">
<h4>${mark(outcome, words.outcomes[outcome])} <span>${reasons.map(
    ({ phases, reason, detail }) =>
      html`<span class="reason">${phases.map(name => words.phases[name]).join(words.separator)}: ${words.reasons[reason]} ${detail !== undefined && detail !== '' && code(detail)}</span>`,
  )}</span></h4>
${pageLine(context, page)}
<div class="open">
<p>${words.topics.because}</p>
<ul>${findings.map(one => html`<li>${sentenceOf(one, words)}</li>`)}</ul>
</div>
${first && picturePart(context, first, shown)}
</article>`
}

const picturePart = (context: Context, finding: Finding, shown: Set<string>) => {
  const found = pictureOf(context.verdict, finding)
  if (!found) return undefined
  if (shown.has(found.id))
    return html`<p class="see"><a href="#${found.id}">${context.words.evidence.seeScreenshot}</a></p>`
  shown.add(found.id)
  return picture(context, found)
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

const whereOf = ({ verdict, words }: Context, { page, phase }: Finding): Markup =>
  html`${phase ? words.phases[phase] : words.topics.wholePage}${
    verdict.seen.pages.length > 1 && page !== '' && html` · ${page}`
  }`
