import { groupBy } from '../../judge/group-by.ts'
import type { Evidence, Finding } from '../../judge/verdict.ts'
import type { Initiator, Moment, PhaseName, SeenAnswer } from '../../seen.ts'
import { fill } from '../words/words-of.ts'
import type { Context } from './context.ts'
import { code, html, type Markup, type Part } from './markup.ts'
import { table } from './table.ts'

/** The most rows that the evidence of one finding shows. */
const MOST = 12

/**
 * Returns the evidence of a finding: a table for each kind, such as requests and cookies. Together
 * the tables have at most `MOST` rows.
 */
export const evidence = (context: Context, { evidence: all }: Finding): Markup => {
  const { words } = context
  const tables = [...groupBy(all.slice(0, MOST), ({ kind }) => kind)].map(([kind, shown]) => {
    if (kind === 'not-played') return html``
    const { columns, row } = KINDS[kind](context) as Kind
    return table(words.evidence.open, columns, shown.map(row))
  })
  return html`${tables}
${all.length > MOST && html`<p class="where">${fill(words.evidence.more, { n: all.length - MOST })}</p>`}`
}

interface Kind<One extends Evidence = Evidence> {
  readonly columns: readonly string[]
  row(one: One): readonly Part[]
}

/** For each kind of evidence, the columns of its table, and the cells of a row. */
const KINDS: {
  readonly [Name in Exclude<Evidence['kind'], 'not-played'>]: (
    context: Context,
  ) => Kind<Extract<Evidence, { readonly kind: Name }>>
} = {
  request: context => {
    const { request, initiator, time } = context.words.evidence
    return {
      columns: [request, initiator, time],
      row: one => [
        html`<span class="method">${one.request.method}</span> ${code(one.request.url)}${
          one.request.isHeld && html` <span class="note">${context.words.evidence.held}</span>`
        }`,
        initiatorPart(context, one.request.initiator),
        momentPart(context, one.phase, one.request),
      ],
    }
  },
  cookie: context => {
    const { cookie, setBy, lifetime, time } = context.words.evidence
    return {
      columns: [cookie, setBy, lifetime, time],
      row: one => [
        html`${code(one.cookie.name)} <span class="note">${one.cookie.domain}</span>`,
        fill(context.words.origins[one.cookie.origin], { url: one.cookie.url ?? '' }),
        [
          lifetimePart(context, one.cookie.lifetime),
          one.declared !== undefined &&
            html` <span class="note">${fill(context.words.stored.declaredAs, { time: lifetimePart(context, one.declared || undefined) })}</span>`,
        ],
        momentPart(context, one.phase, one.cookie),
      ],
    }
  },
  storage: context => {
    const { key, time } = context.words.evidence
    return {
      columns: [key, context.words.stored.kind, time],
      row: one => [
        html`${code(one.storage.key)} <span class="note">${one.storage.origin}</span>`,
        context.words.stored.kinds[one.storage.area],
        momentPart(context, one.phase, one.storage),
      ],
    }
  },
  banner: context => ({
    columns: [context.words.phases.accept, context.words.phases.refuse],
    row: one => [measured(context, one.accept), measured(context, one.refuse)],
  }),
}

const initiatorPart = ({ words }: Context, { kind, url, line }: Initiator): Markup =>
  html`${words.initiators[kind]}${
    url !== undefined && url !== '' && html` ${code(line === undefined ? url : `${url}:${line}`)}`
  }`

const momentPart = ({ words, format }: Context, phase: PhaseName, moment: Moment): Markup => {
  const time = fill(words.evidence.atSecond, { n: format.seconds(moment.at) })
  return html`${words.answers[moment.answer]} <span class="note">${words.phases[phase]} · ${time}</span>`
}

/** Returns a lifetime in words. */
export const lifetimePart = ({ words, format }: Context, seconds: number | undefined): string =>
  seconds === undefined ? words.stored.session : format.time(seconds)

const measured = ({ words, format }: Context, { steps, width, height }: SeenAnswer): string =>
  fill(words.refusal.measured, {
    steps: format.number(steps),
    width: format.number(Math.round(width)),
    height: format.number(Math.round(height)),
  })
