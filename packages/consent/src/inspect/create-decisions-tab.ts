import type { AnyConsent } from '../core/index.ts'
import { buildElement } from '../shared/build-element.ts'
import type { Tab } from './create-panel.ts'
import { deliveriesOf } from './deliveries.ts'
import { buildEmpty, buildRecord, localTime } from './elements.ts'
import type { LedgerEntry } from './open-ledger.ts'

/** Creates the tab of the decisions, newest first, and of when events were sent to the endpoint. */
export const createDecisionsTab = (consent: AnyConsent, ledger: readonly LedgerEntry[]): Tab => {
  const element = buildElement('div', { class: 'facts' })
  const update = () => {
    const decisions = consent.history().map(record => buildElement('li', {}, buildRecord(record)))
    const { endpoint, sent, waiting } = deliveriesOf(consent, ledger) ?? {}
    element.replaceChildren(
      buildElement('h3', {}, 'Decisions of this browser'),
      decisions[0] ? buildElement('ol', {}, ...decisions) : buildEmpty('None yet.'),
      buildElement('h3', {}, 'Sent to the endpoint'),
    )
    if (endpoint && sent)
      element.append(
        buildElement('p', {}, buildElement('code', {}, endpoint)),
        buildElement('p', {}, `${waiting} waiting, ${sent.length} sent on this page`),
        buildElement('p', { class: 'how' }, sent.map(at => localTime(at).slice(11)).join(', ')),
      )
    else element.append(buildEmpty('The site has no endpoint.'))
  }
  return { name: 'Decisions', element, update }
}
