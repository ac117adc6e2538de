import type { Stored } from '../../judge/verdict.ts'
import { fill } from '../words/words-of.ts'
import { lifetimePart } from './cells.ts'
import { type Context, phaseIn, standingHeading } from './context.ts'
import { code, html, type Markup } from './markup.ts'
import { pageHeading } from './page-name.ts'
import { table } from './table.ts'

/** Returns the part about the cookies and storage keys of each page. */
export const storedPart = (context: Context): Markup => {
  const { verdict, words } = context
  return html`<section aria-labelledby="stored">
<h2 id="stored">${words.headings.stored}</h2>
${verdict.seen.pages.map(({ url, phases }) => {
  const rows = verdict.stored.filter(({ page }) => page === url)
  const hosts = [...new Set(phases.flatMap(({ heldHosts }) => heldHosts))]
  return html`${pageHeading(context, url)}
${rows.length ? storedTable(context, url, rows) : html`<p>${words.stored.none}</p>`}
${hosts.length > 0 && html`<p class="where">${fill(words.stored.heldHosts, { hosts: hosts.join(words.separator) })}</p>`}`
})}
</section>`
}

const storedTable = (context: Context, page: string, rows: readonly Stored[]): Markup => {
  const { verdict, words } = context
  const { name, kind, kinds, lifetime, phases, left, isLeft, notLeft, setAfter } = words.stored
  const withdrawal = phaseIn(verdict, page, 'withdraw')
  const isPlayed = withdrawal !== undefined && !withdrawal.notPlayed
  return table(
    words.headings.stored,
    [name, kind, standingHeading(verdict, words), lifetime, phases, left],
    rows.map(one => [
      html`${code(one.name)} <span class="note">${one.at}</span>`,
      kinds[one.kind],
      html`<span class="standing ${one.standing}">${words.standings[one.standing]}</span>`,
      [
        one.kind === 'cookie' ? lifetimePart(context, one.lifetime) : words.stored.untilDeleted,
        declared(context, one),
      ],
      one.phases.map(phase => words.phases[phase]).join(words.separator),
      isPlayed && one.phases.includes('withdraw')
        ? one.isLeft
          ? isLeft
          : one.isSetAfter
            ? setAfter
            : notLeft
        : '–',
    ]),
  )
}

const declared = (context: Context, { declared: time, standing }: Stored) => {
  const { words } = context
  if (standing !== 'declared' && standing !== 'necessary') return undefined
  const text =
    time === undefined
      ? words.stored.notStated
      : time === 'session'
        ? words.stored.session
        : time === 'until-deleted'
          ? words.stored.untilDeleted
          : lifetimePart(context, time)
  return html` <span class="note">${fill(words.stored.declaredAs, { time: text })}</span>`
}
