import type { AnyConsent, ConsentRecord } from '../core/index.ts'
import { buildElement } from '../shared/build-element.ts'
import { servicesIn } from '../shared/services.ts'
import { localTime } from './local-time.ts'
import { makeChip, makeEmpty } from './make.ts'
import type { View } from './view.ts'

/** The meaning of each status. */
const STATUS: Readonly<Record<string, string>> = {
  undecided: 'The visitor has not decided.',
  decided: 'The visitor has decided, and the decision counts.',
  outdated: 'The decision is about an earlier policy. It does not count.',
  expired: 'The decision has expired. It does not count.',
  restricted: 'Nothing can be granted: the visitor is under 14, or an option is invalid.',
}

/** Returns the elements `dt` and `dd` of a term and its description. */
const pair = (term: string, ...description: readonly (Node | string)[]) => [
  buildElement('dt', {}, term),
  buildElement('dd', {}, ...description),
]

/** Returns the fields of a record with their meanings. */
const fieldsOf = (record: ConsentRecord): readonly HTMLElement[] => {
  const { n, t, e, p, m, s, l, c, x, g, h, r } = record
  return [
    ...pair('Decision', `number ${n} in this browser, ${localTime(t * 1000).slice(0, -4)}`),
    ...pair('Counts until', localTime(e * 1000).slice(0, -4)),
    ...pair('How', `${m}, ${s === 'api' ? 'by code' : `in the ${s}`}`),
    ...pair('Policy', p),
    ...pair(
      'Answers',
      Object.entries(c)
        .map(([name, answer]) => `${name} ${answer ? 'granted' : 'refused'}`)
        .join(', ') || 'none',
    ),
    ...(x?.[0] ? pair('Refused services', x.join(', ')) : []),
    ...pair('Language', l),
    ...(g ? pair('Global Privacy Control', 'on') : []),
    ...pair('Notice', h ? buildElement('code', {}, h) : 'not in the record'),
    ...pair('Receipt', r ? 'has an id, for the endpoint' : 'none'),
  ]
}

/**
 * Creates the view of what is granted now: the status, the categories, the services, the record.
 */
export const createConsentView = (consent: AnyConsent): View => {
  const element = buildElement('div', { class: 'facts' })
  const update = () => {
    const { status, granted, pending, refused, signals, record } = consent.$state.get()
    const categories = Object.keys(granted).map(name => {
      const isGranted = granted[name] === true
      const word = isGranted
        ? 'granted'
        : pending.includes(name)
          ? 'not answered'
          : refused.includes(name)
            ? 'refused by another switch'
            : 'refused'
      const services = servicesIn(consent.options, name).map(service => {
        const isOn = consent.isGranted(`${name}/${service.name}`)
        return buildElement('li', {}, service.name, makeChip(isOn ? 'granted' : 'blocked', isOn))
      })
      return buildElement(
        'li',
        {},
        buildElement('strong', {}, name),
        makeChip(word, isGranted),
        buildElement('ul', {}, ...services),
      )
    })
    element.replaceChildren(
      buildElement('h3', {}, 'Now'),
      buildElement('p', {}, makeChip(status, status === 'decided'), ` ${STATUS[status]}`),
      ...(signals.gpc ? [buildElement('p', {}, 'Global Privacy Control is on.')] : []),
      categories[0]
        ? buildElement('ul', { class: 'categories' }, ...categories)
        : makeEmpty('This page has no category.'),
      buildElement('h3', {}, 'Record'),
      record ? buildElement('dl', {}, ...fieldsOf(record)) : makeEmpty('Nothing is stored.'),
    )
  }
  return { name: 'Consent', element, update }
}
