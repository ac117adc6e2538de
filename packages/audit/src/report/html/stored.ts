import { isPlayed } from '../../judge/phase-in.ts'
import type { StoredItem } from '../../judge/verdict.ts'
import type { SeenPage } from '../../seen.ts'
import { fill } from '../words/words-of.ts'
import { lifetimePart } from './cells.ts'
import { type Context, standingHeading } from './context.ts'
import { code, html, type Markup } from './markup.ts'
import { pageHeading, section } from './section.ts'
import { table } from './table.ts'

/** Returns the part about the cookies and storage keys of each page. */
export const storedPart = (context: Context): Markup => {
  const { verdict, words } = context
  const parts = verdict.seen.pages.map(page => {
    const rows = verdict.stored.filter(one => one.page === page.url)
    const hosts = [...new Set(page.phases.flatMap(({ heldHosts }) => heldHosts))]
    return html`${pageHeading(context, page.url)}
${rows.length ? storedTable(context, page, rows) : html`<p>${words.stored.none}</p>`}
${hosts.length > 0 && html`<p class="where">${fill(words.stored.heldHosts, { hosts: hosts.join(words.separator) })}</p>`}`
  })
  return section('stored', words.headings.stored, parts)
}

const storedTable = (context: Context, page: SeenPage, rows: readonly StoredItem[]): Markup => {
  const { verdict, words } = context
  const { name, kind, kinds, lifetime, phases, left, isLeft, notLeft, setAfter } = words.stored
  const hasWithdrawn = isPlayed(page, 'withdraw')
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
      hasWithdrawn && one.phases.includes('withdraw')
        ? one.isLeft
          ? isLeft
          : one.isSetAfter
            ? setAfter
            : notLeft
        : '–',
    ]),
  )
}

const declared = (context: Context, { declared: time, standing }: StoredItem) => {
  const { words } = context
  if (standing !== 'declared' && standing !== 'necessary') return undefined
  const { notStated, session, untilDeleted } = words.stored
  const named = { session, 'until-deleted': untilDeleted }
  const text =
    typeof time === 'number' ? lifetimePart(context, time) : time ? named[time] : notStated
  return html` <span class="note">${fill(words.stored.declaredAs, { time: text })}</span>`
}
