import { groupBy } from '../../judge/group-by.ts'
import { consentStateOf, SIGNALS } from '../../judge/rules/consent-state.ts'
import type { SeenPage, SeenRequest } from '../../seen.ts'
import type { Context } from './context.ts'
import { code, html, type Markup } from './markup.ts'
import { pageHeading, section } from './section.ts'
import { table } from './table.ts'

/** Returns the part with the decoded consent states of Google's requests, by page and answer. */
export const consentStatesPart = (context: Context): Markup => {
  const { verdict, words } = context
  const parts = verdict.seen.pages.flatMap(page => {
    const hits = page.phases.flatMap(({ requests }) =>
      requests.filter(({ gcs, gcd }) => gcs !== undefined || gcd !== undefined),
    )
    return hits.length ? [pagePart(context, page, hits)] : []
  })
  const content = parts.length ? parts : html`<p>${words.state.none}</p>`
  return section('state', words.headings.state, content)
}

const pagePart = (context: Context, { url }: SeenPage, hits: readonly SeenRequest[]): Markup => {
  const { words, format } = context
  const groups = [...groupBy(hits, ({ answer, gcs, gcd }) => [answer, gcs, gcd].join()).values()]
  return html`${pageHeading(context, url)}
${table(
  words.headings.state,
  [
    words.evidence.answer,
    ...SIGNALS.map(name => words.state.signals[name]),
    words.state.requests,
    words.state.sent,
  ],
  groups.map(group => {
    const [{ answer, gcs, gcd }] = group
    const state = consentStateOf({ gcs, gcd })
    return [
      words.answers[answer],
      ...SIGNALS.map(name => {
        const signal = state[name]
        return signal
          ? html`<span class="state ${signal}">${words.state.states[signal]}</span>`
          : '–'
      }),
      format.number(group.length),
      [gcs !== undefined && html`${code(`gcs=${gcs}`)} `, gcd !== undefined && code(`gcd=${gcd}`)],
    ]
  }),
  'states',
)}`
}
