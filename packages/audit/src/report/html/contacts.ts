import { PHASES } from '../../judge/phases.ts'
import { reasonOf } from '../sentence-of.ts'
import { fill } from '../words/words-of.ts'
import { type Context, phaseIn, standingHeading } from './context.ts'
import { code, html, type Markup } from './markup.ts'
import { pageHeading } from './page-name.ts'
import { table } from './table.ts'

/** Returns the part about who was contacted, by page and phase. */
export const contactsPart = (context: Context): Markup => {
  const { verdict, words } = context
  return html`<section aria-labelledby="contacts">
<h2 id="contacts">${words.headings.contacts}</h2>
${verdict.seen.pages.map(
  ({ url }) => html`${pageHeading(context, url)}
${PHASES.map(phase => phasePart(context, url, phase))}`,
)}
</section>`
}

const phasePart = (
  { verdict, words, format }: Context,
  page: string,
  phase: (typeof PHASES)[number],
): Markup => {
  const seen = phaseIn(verdict, page, phase)
  const played = seen && !seen.notPlayed
  const rows = verdict.contacts.filter(one => one.page === page && one.phase === phase)
  const { who, hosts, requests, when, none, someHeld } = words.contacts
  return html`<details class="phase"><summary><span>${words.phases[phase]}</span> <span class="count">${rows.length}</span></summary>
<p class="where">${words.played[phase]}</p>
${
  rows.length
    ? table(
        words.phases[phase],
        [who, hosts, requests, when, standingHeading(verdict, words)],
        rows.map(one => [
          html`${one.name}${one.company !== undefined && one.company !== one.name && html` <span class="note">${one.company}</span>`}`,
          one.hosts.map(host => html`${code(host)} `),
          one.held
            ? fill(someHeld, { n: format.number(one.requests), held: format.number(one.held) })
            : format.number(one.requests),
          one.answers
            .map(answer => (answer === 'none' ? words.before[phase] : words.answers[answer]))
            .join(words.separator),
          html`<span class="standing ${one.standing}">${words.standings[one.standing]}</span>`,
        ]),
      )
    : html`<p>${played ? none : reasonOf(seen?.notPlayed ?? 'missing', [phase], words)}</p>`
}
</details>`
}
