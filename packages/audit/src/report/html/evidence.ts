import { groupBy } from '../../judge/group-by.ts'
import type { Evidence } from '../../judge/verdict.ts'
import { type MergedRequests, mergeRequests } from '../merge-requests.ts'
import { fill } from '../words/words-of.ts'
import {
  controlsPart,
  fetchedPart,
  initiatorPart,
  lifetimePart,
  measured,
  momentPart,
} from './cells.ts'
import type { Context } from './context.ts'
import { code, html, type Markup, type MarkupValue, quoted } from './markup.ts'
import { table } from './table.ts'

/** The most rows that the evidence of one tag shows. */
const MOST = 12

type Requests = { readonly kind: 'requests'; readonly merged: MergedRequests }
type EvidenceRow = Exclude<Evidence, { readonly kind: 'request' | 'not-played' }> | Requests

/**
 * Returns evidence: a table for each kind, such as requests and cookies. Repeated requests are one
 * row. Together the tables have at most twelve rows.
 */
export const evidence = (context: Context, all: readonly Evidence[]): Markup => {
  const { words } = context
  const requests = all.flatMap(one => (one.kind === 'request' ? [one] : []))
  const others = all.flatMap((one): readonly EvidenceRow[] =>
    one.kind === 'request' || one.kind === 'not-played' ? [] : [one],
  )
  const rows: readonly EvidenceRow[] = [
    ...mergeRequests(requests).map((merged): Requests => ({ kind: 'requests', merged })),
    ...others,
  ]
  const tables = [...groupBy(rows.slice(0, MOST), ({ kind }) => kind)].map(([kind, shown]) => {
    const { columns, row } = KINDS[kind](context) as EvidenceTable
    return table(words.evidence.open, columns, shown.map(row))
  })
  return html`${tables}
${rows.length > MOST && html`<p class="where">${fill(words.evidence.more, { n: rows.length - MOST })}</p>`}`
}

interface EvidenceTable<One extends EvidenceRow = EvidenceRow> {
  readonly columns: readonly string[]
  row(one: One): readonly MarkupValue[]
}

/** For each kind of evidence, the columns of its table, and the cells of a row. */
const KINDS: {
  readonly [Name in EvidenceRow['kind']]: (
    context: Context,
  ) => EvidenceTable<Extract<EvidenceRow, { readonly kind: Name }>>
} = {
  requests: context => {
    const { words, format } = context
    const { request, initiator, time, held, repeated } = words.evidence
    return {
      columns: [request, initiator, time],
      row: ({ merged: { phase, address, first, last, count } }) => [
        html`<span class="method">${first.method}</span> ${code(count > 1 ? address : first.url)}${
          first.isHeld && html` <span class="note">${held}</span>`
        }${fetchedPart(context, first)}`,
        initiatorPart(context, first),
        momentPart(
          context,
          phase,
          first,
          count > 1
            ? fill(repeated, {
                ...{ n: format.number(count), first: format.seconds(first.at) },
                last: format.seconds(last.at),
              })
            : undefined,
        ),
      ],
    }
  },
  cookie: context => {
    const { words } = context
    const { cookie, setBy, lifetime, time } = words.evidence
    return {
      columns: [cookie, setBy, lifetime, time],
      row: one => [
        html`${code(one.cookie.name)} <span class="note">${one.cookie.domain}</span>`,
        html`${fill(words.origins[one.cookie.origin], { url: one.cookie.url ?? '' })}${one.cookie.script !== undefined && html` ${code(one.cookie.script)}`}`,
        [
          lifetimePart(context, one.cookie.lifetime),
          one.declared !== undefined &&
            html` <span class="note">${fill(words.stored.declaredAs, { time: lifetimePart(context, one.declared || undefined) })}</span>`,
        ],
        momentPart(context, one.phase, one.cookie),
      ],
    }
  },
  storage: context => {
    const { words } = context
    const { key, setBy, time } = words.evidence
    return {
      columns: [key, setBy, time],
      row: one => [
        html`${code(one.storage.key)} <span class="note">${words.stored.kinds[one.storage.area]} · ${one.storage.origin}</span>`,
        one.storage.script === undefined ? words.origins.unknown : code(one.storage.script),
        momentPart(context, one.phase, one.storage),
      ],
    }
  },
  banner: context => ({
    columns: [context.words.phases.accept, context.words.phases.refuse],
    row: one => [measured(context, one.accept), measured(context, one.refuse)],
  }),
  controls: context => ({
    columns: [context.words.evidence.control],
    row: one => [controlsPart(context, one.controls)],
  }),
  click: context => ({
    columns: [context.words.evidence.pressedControl, context.words.evidence.time],
    row: ({ phase, click }) => [
      html`${quoted(click.words)} <span class="note">${context.words.acts[click.act]}</span>`,
      momentPart(context, phase, click),
    ],
  }),
}
