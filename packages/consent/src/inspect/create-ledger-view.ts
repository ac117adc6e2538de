import { buildElement } from '../shared/build-element.ts'
import { listen } from '../shared/platform.ts'
import {
  FILTER_NAMES,
  type Filter,
  filterGroups,
  type Group,
  groupEntries,
} from './group-entries.ts'
import { arrange, makeButton, makeEmpty } from './make.ts'
import { makeRow } from './make-row.ts'
import type { LedgerEntry } from './open-ledger.ts'
import type { View } from './view.ts'

/**
 * Creates the list of the ledger, newest first, with its filters.
 *
 * @param folder The folder of the SDK's files, see `pageLine`.
 */
export const createLedgerView = (ledger: readonly LedgerEntry[], folder: string): View => {
  let filter: Filter = 'all'
  /**
   * The row of each group, by the group's `entry`. An update replaces a row only if its group has
   * got further entries, so that an open row stays open.
   */
  const rows = new WeakMap<LedgerEntry, readonly [Group, HTMLElement]>()

  const buttons = FILTER_NAMES.map(name => {
    const button = makeButton(name, { 'aria-pressed': `${name === filter}` }, () => {
      filter = name
      update()
    })
    const count = buildElement('b')
    button.append(count)
    return { name, button, count }
  })
  const search = buildElement('input', {
    type: 'search',
    placeholder: 'Find an address, name or rule',
    'aria-label': 'Find in the ledger',
    autocomplete: 'off',
    spellcheck: 'false',
  })
  listen('input', () => update(), false, search)
  const list = buildElement('ol', { 'aria-label': 'Ledger, newest first' })
  const empty = makeEmpty('')

  const rowOf = (group: Group) => {
    const [known, row] = rows.get(group.entry) ?? []
    if (row && known?.count === group.count) return row
    const made = makeRow(group, folder)
    rows.set(group.entry, [group, made])
    return made
  }

  const update = () => {
    const groups = groupEntries(ledger)
    const shown = filterGroups(groups, filter, search.value)
    for (const { name, button, count } of buttons) {
      button.setAttribute('aria-pressed', `${name === filter}`)
      count.textContent = `${filterGroups(groups, name, '').length}`
    }
    arrange(list, shown.map(rowOf))
    empty.hidden = !!shown[0]
    empty.textContent = groups[0]
      ? 'No entry passes the filter.'
      : 'Nothing has happened yet. Requests, elements and cookies of this page are listed here.'
  }

  const filters = buildElement('div', { class: 'filters', role: 'group', 'aria-label': 'Show' })
  filters.append(...buttons.map(({ button }) => button))
  const tools = buildElement('div', { class: 'tools' }, filters, search)
  return {
    name: 'Ledger',
    element: buildElement('div', {}, tools, list, empty),
    update,
  }
}
