import type { AnyConsent, ConsentState } from '../core/index.ts'
import { buildElement } from '../shared/build-element.ts'
import { servicesIn } from '../shared/services.ts'
import type { Tab } from './create-panel.ts'
import { buildChip, buildEmpty, buildRecord } from './elements.ts'

/** The meaning of each status. */
const STATUS: Readonly<Record<string, string>> = {
  undecided: 'The visitor has not decided.',
  decided: 'The visitor has decided, and the decision counts.',
  outdated: 'The decision is about an earlier policy. It does not count.',
  expired: 'The decision has expired. It does not count.',
  restricted: 'Nothing can be granted: the visitor is under 14, or an option is invalid.',
}

const answerIn = ({ granted, pending, refused }: ConsentState<string>, category: string) => {
  if (granted[category]) return 'granted'
  if (pending.includes(category)) return 'not answered'
  return refused.includes(category) ? 'refused by another switch' : 'refused'
}

/** Creates the tab of what is granted now: the status, the categories, the services, the record. */
export const createConsentTab = (consent: AnyConsent): Tab => {
  const element = buildElement('div', { class: 'facts' })
  const buildCategory = (state: ConsentState<string>, name: string) => {
    const services = servicesIn(consent.options, name).map(service => {
      const isOn = consent.isGranted(`${name}/${service.name}`)
      return buildElement('li', {}, service.name, buildChip(isOn ? 'granted' : 'blocked', isOn))
    })
    return buildElement(
      'li',
      {},
      buildElement('strong', {}, name),
      buildChip(answerIn(state, name), state.granted[name] === true),
      buildElement('ul', {}, ...services),
    )
  }
  const update = () => {
    const state = consent.$state.get()
    const { status, granted, signals, record } = state
    const categories = Object.keys(granted).map(name => buildCategory(state, name))
    element.replaceChildren(
      buildElement('h3', {}, 'Now'),
      buildElement('p', {}, buildChip(status, status === 'decided'), ` ${STATUS[status]}`),
      signals.gpc ? buildElement('p', {}, 'Global Privacy Control is on.') : '',
      categories[0]
        ? buildElement('ul', { class: 'categories' }, ...categories)
        : buildEmpty('This page has no category.'),
      buildElement('h3', {}, 'Record'),
      record ? buildRecord(record) : buildEmpty('Nothing is stored.'),
    )
  }
  return { name: 'Consent', element, update }
}
