import type { AnyConsent, ConsentRecord } from '../core/index.ts'
import { buildElement } from '../shared/build-element.ts'
import { deliveriesOf } from './endpoint.ts'
import { localTime } from './local-time.ts'
import { makeChip, makeEmpty } from './make.ts'
import type { LedgerEntry } from './open-ledger.ts'
import type { View } from './view.ts'

const decisionRow = ({ n, t, m, s, c, p }: ConsentRecord) =>
  buildElement(
    'li',
    {},
    buildElement(
      'div',
      { class: 'first' },
      buildElement('strong', {}, `${m}, ${s === 'api' ? 'by code' : s}`),
      buildElement('time', {}, localTime(t * 1000).slice(0, -4)),
      buildElement('span', { class: 'count' }, `number ${n}`),
    ),
    buildElement(
      'p',
      { class: 'how' },
      ...Object.entries(c).map(([name, answer]) =>
        makeChip(`${name} ${answer ? 'granted' : 'refused'}`, answer === 1),
      ),
      buildElement('span', {}, `policy ${p}`),
    ),
  )

/**
 * Creates the view of the decisions, newest first, and of the times at which events and notices
 * were sent to the endpoint.
 */
export const createDecisionsView = (consent: AnyConsent, ledger: readonly LedgerEntry[]): View => {
  const element = buildElement('div', { class: 'facts' })
  const update = () => {
    const decisions = consent.history()
    const deliveries = deliveriesOf(consent, ledger)
    element.replaceChildren(
      buildElement('h3', {}, 'Decisions of this browser'),
      decisions[0] ? buildElement('ol', {}, ...decisions.map(decisionRow)) : makeEmpty('None yet.'),
      buildElement('h3', {}, 'Sent to the endpoint'),
      ...(deliveries
        ? [
            buildElement('p', {}, buildElement('code', {}, deliveries.endpoint)),
            buildElement(
              'p',
              {},
              `${deliveries.waiting} waiting, ${deliveries.sent.length} sent on this page`,
            ),
            buildElement(
              'p',
              { class: 'how' },
              deliveries.sent.map(at => localTime(at).slice(11)).join(', '),
            ),
          ]
        : [makeEmpty('The site has no endpoint.')]),
    )
  }
  return { name: 'Decisions', element, update }
}
