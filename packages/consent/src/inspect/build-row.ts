import { buildElement } from '../shared/build-element.ts'
import { localTime } from './elements.ts'
import type { Group } from './group-entries.ts'

/** What blocked calls were answered with, by the name of the built-in. */
const ANSWERS: Readonly<Record<string, string>> = {
  fetch: 'answered with an empty 204',
  send: 'answered with an empty 204',
  sendBeacon: 'answered with true',
}

/** Returns the texts of a row: built-ins, rule, missing grant, answer; of a warning, a sentence. */
const wordsOf = ({ entry, outcome, by }: Group): readonly string[] => {
  const { kind, rule, blockedBy } = entry
  if (outcome === 'warning') return ['see the console for the whole sentence']
  const words = [by.join(', ') || (kind === 'address' ? 'in the page' : 'swept')]
  if (rule) words.push(rule === 'data-consent' ? 'by data-consent' : `rule ${rule}`)
  else words.push('no rule matches')
  if (blockedBy) words.push(`waits for a grant of ${blockedBy}`)
  else if (blockedBy === '') words.push('no grant can unblock it')
  const answer = by.find(name => ANSWERS[name])
  if (answer && outcome === 'blocked') words.push(`${ANSWERS[answer]}`)
  return words
}

/** Matches an address with line and column, in a stack of Chromium, Firefox or WebKit. */
const PLACE = /[\w-]+:\/\/[^\s()]+:\d+:\d+/

/**
 * Returns the first line of a stack that is not in the `folder` of the SDK's files: address, line
 * and column, and the name of the function, if any. Without a folder, the first address counts.
 */
export const pageLine = (
  stack: string,
  folder: string,
): { readonly where: string; readonly within: string } | undefined => {
  for (const line of stack.split('\n')) {
    const [where] = PLACE.exec(line) ?? []
    if (!where || (folder && where.startsWith(folder))) continue
    const before = line.slice(0, line.indexOf(where))
    return { where, within: before.replace(/^\s*at (async )?|[@(\s]+$/g, '').trim() }
  }
  return undefined
}

/** Builds a `<details>` with a stack. The summary is the line of `pageLine`, or names the SDK. */
const buildStack = (stack: string, folder: string) => {
  const { where, within } = pageLine(stack, folder) ?? {}
  // An address on this site is shown as a path.
  const shown = where?.replace(`${location.origin}/`, '/')
  return buildElement(
    'details',
    {},
    buildElement(
      'summary',
      {},
      shown ? buildElement('code', {}, shown) : 'called by the SDK itself',
      within ? ` in ${within}` : '',
    ),
    buildElement('pre', { tabindex: '0' }, stack.replace(/^\s+/gm, '').trim()),
  )
}

/** Builds the row of a group: outcome, address or name, rule, and the stack if there is one. */
export const buildRow = (group: Group, folder: string): HTMLElement => {
  const { entry, outcome, count } = group
  const { what, at, stack } = entry
  const [, start = '', name = what, path = ''] = /^(\w+:\/\/)([^/]+)(.*)$/.exec(what) ?? []
  const span = (text: string) => buildElement('span', {}, text)
  return buildElement(
    'li',
    { class: outcome.replace(' ', '-') },
    buildElement(
      'div',
      { class: 'first' },
      buildElement('strong', { class: 'outcome' }, outcome),
      buildElement('time', {}, localTime(at).slice(11)),
      count > 1 ? buildElement('span', { class: 'count' }, `×${count}`) : '',
    ),
    buildElement('code', { class: 'what' }, span(start), name, span(path)),
    buildElement('p', { class: 'how' }, wordsOf(group).join(' · ')),
    stack ? buildStack(stack, folder) : '',
  )
}
