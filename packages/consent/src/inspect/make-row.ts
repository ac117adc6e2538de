import { buildElement } from '../shared/build-element.ts'
import type { Group } from './group-entries.ts'
import { localTime } from './local-time.ts'
import { pageLine } from './page-line.ts'

/** What the page got for a blocked call, by the name of the built-in. */
const ANSWERS: Readonly<Record<string, string>> = {
  fetch: 'answered with an empty 204',
  send: 'answered with an empty 204',
  sendBeacon: 'answered with true',
}

/** Returns an address on this site as a path, and any other address unchanged. */
const shorten = (address: string) =>
  address.startsWith(`${location.origin}/`) ? address.slice(location.origin.length) : address

/** Returns the texts of a row: the called built-ins, the rule, the missing grant, the answer. */
const wordsOf = ({ entry, outcome, by }: Group): readonly string[] => {
  const { kind, rule, blockedBy } = entry
  if (outcome === 'warning') return ['see the console for the whole sentence']
  const how = by[0] ? by.join(', ') : kind === 'address' ? 'in the page' : 'swept'
  const ruled = !rule
    ? 'no rule matches'
    : rule === 'data-consent'
      ? 'by data-consent'
      : `rule ${rule}`
  const [answer] = by.flatMap(name => ANSWERS[name] ?? [])
  return [
    how,
    ruled,
    ...(blockedBy === undefined
      ? []
      : [blockedBy ? `waits for a grant of ${blockedBy}` : 'no grant can unblock it']),
    ...(answer && outcome === 'blocked' ? [answer] : []),
  ]
}

/** Creates the row of a group: outcome, address or name, rule, and the line of the page's code. */
export const makeRow = (group: Group, folder: string): HTMLElement => {
  const { entry, outcome, count } = group
  const { what, at, stack } = entry
  const [, start = '', name = what, path = ''] = /^(\w+:\/\/)([^/]+)(.*)$/.exec(what) ?? []
  const span = (text: string) => buildElement('span', {}, text)
  const row = buildElement(
    'li',
    { class: outcome.replace(' ', '-') },
    buildElement(
      'div',
      { class: 'first' },
      buildElement('strong', { class: 'outcome' }, outcome),
      buildElement('time', {}, localTime(at).slice(11)),
      ...(count > 1 ? [buildElement('span', { class: 'count' }, `×${count}`)] : []),
    ),
    buildElement('code', { class: 'what' }, span(start), name, span(path)),
    buildElement('p', { class: 'how' }, wordsOf(group).join(' · ')),
  )
  if (!stack) return row
  const line = pageLine(stack, folder)
  row.append(
    buildElement(
      'details',
      {},
      buildElement(
        'summary',
        {},
        line ? buildElement('code', {}, shorten(line.where)) : 'called by the SDK itself',
        line?.within ? ` in ${line.within}` : '',
      ),
      buildElement('pre', { tabindex: '0' }, stack.replace(/^\s+/gm, '').trim()),
    ),
  )
  return row
}
