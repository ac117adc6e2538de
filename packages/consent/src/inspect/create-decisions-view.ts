import type { AnyConsent, ConsentRecord } from '../core/index.ts'
import { deliveriesOf } from './endpoint.ts'
import { localTime } from './local-time.ts'
import { make, makeChip } from './make.ts'
import type { LedgerEntry } from './open-ledger.ts'
import type { View } from './view.ts'

const decisionRow = ({ n, t, m, s, c, p }: ConsentRecord) =>
  make(
    'li',
    {},
    make(
      'div',
      { class: 'first' },
      make('strong', {}, `${m}, ${s === 'api' ? 'by code' : s}`),
      make('time', {}, localTime(t * 1000).slice(0, -4)),
      make('span', { class: 'count' }, `number ${n}`),
    ),
    make(
      'p',
      { class: 'how' },
      ...Object.entries(c).map(([name, answer]) =>
        makeChip(`${name} ${answer ? 'granted' : 'refused'}`, answer === 1),
      ),
      make('span', {}, `policy ${p}`),
    ),
  )

/**
 * Creates the view of the decisions, newest first, and of the times at which events and notices
 * were sent to the endpoint.
 */
export const createDecisionsView = (consent: AnyConsent, ledger: readonly LedgerEntry[]): View => {
  const element = make('div', { class: 'facts' })
  const update = () => {
    const decisions = consent.history()
    const deliveries = deliveriesOf(consent, ledger)
    element.replaceChildren(
      make('h3', {}, 'Decisions of this browser'),
      decisions[0]
        ? make('ol', {}, ...decisions.map(decisionRow))
        : make('p', { class: 'empty' }, 'None yet.'),
      make('h3', {}, 'Sent to the endpoint'),
      ...(deliveries
        ? [
            make('p', {}, make('code', {}, deliveries.endpoint)),
            make(
              'p',
              {},
              `${deliveries.waiting} waiting, ${deliveries.sent.length} sent on this page`,
            ),
            make(
              'p',
              { class: 'how' },
              deliveries.sent.map(at => localTime(at).slice(11)).join(', '),
            ),
          ]
        : [make('p', { class: 'empty' }, 'The site has no endpoint.')]),
    )
  }
  return { name: 'Decisions', element, update }
}
