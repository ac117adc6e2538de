import { phaseIn } from '../../judge/phase-in.ts'
import type { PhaseName, SeenPage } from '../../seen.ts'
import { reasonOf } from '../sentences.ts'
import { fill } from '../words/words-of.ts'
import { type Context, standingHeading } from './context.ts'
import { code, html, type Markup } from './markup.ts'
import { phasesSection } from './section.ts'
import { table } from './table.ts'

/** Returns the part about who was contacted, by page and phase. */
export const contactsPart = (context: Context): Markup =>
  phasesSection(context, 'contacts', context.words.headings.contacts, (page, phase) =>
    phasePart(context, page, phase),
  )

const phasePart = ({ verdict, words, format }: Context, page: SeenPage, phase: PhaseName) => {
  const seen = phaseIn(page, phase)
  const rows = verdict.contacts.filter(one => one.page === page.url && one.phase === phase)
  const { who, hosts, requests, when, none, someHeld } = words.contacts
  const reason = seen ? seen.notPlayed : 'missing'
  const part = rows.length
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
    : html`<p>${reason ? reasonOf(reason, [phase], words) : none}</p>`
  return { count: rows.length, part }
}
