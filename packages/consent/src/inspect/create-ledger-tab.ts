import { buildElement } from '../shared/build-element.ts'
import { listen } from '../shared/platform.ts'
import { buildRow } from './build-row.ts'
import type { Tab } from './create-panel.ts'
import { buildButton, buildEmpty } from './elements.ts'
import {
  FILTER_NAMES,
  type FilterName,
  filterGroups,
  type Group,
  groupEntries,
} from './group-entries.ts'
import type { LedgerEntry } from './open-ledger.ts'

/** Creates the tab with the list of the ledger, newest first, and its filters. */
export const createLedgerTab = (ledger: readonly LedgerEntry[], folder: string): Tab => {
  let filter: FilterName = 'all'
  /**
   * The row of each group, by the group's `entry`. An update replaces a row only if the number
   * of its group's entries has changed, so that an open row stays open.
   */
  const rows = new WeakMap<LedgerEntry, readonly [count: number, row: HTMLElement]>()

  const buttons = FILTER_NAMES.map(name => {
    const button = buildButton(name, {}, () => {
      filter = name
      update()
    })
    const count = button.appendChild(buildElement('b'))
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
  const empty = buildEmpty('')

  const rowOf = (group: Group) => {
    const [count, row] = rows.get(group.entry) ?? []
    if (row && count === group.count) return row
    const built = buildRow(group, folder)
    rows.set(group.entry, [group.count, built])
    return built
  }

  const update = () => {
    const groups = groupEntries(ledger)
    const shown = filterGroups(groups, filter, search.value)
    for (const { name, button, count } of buttons) {
      button.setAttribute('aria-pressed', `${name === filter}`)
      count.textContent = `${filterGroups(groups, name, '').length}`
    }
    // Moves only the rows that are in another place, so that the focus stays.
    shown.map(rowOf).forEach((row, at) => {
      if (list.children[at] !== row) list.insertBefore(row, list.children[at] ?? null)
    })
    while (list.children.length > shown.length) list.lastElementChild?.remove()
    empty.hidden = !!shown[0]
    empty.textContent = groups[0]
      ? 'No entry passes the filter.'
      : 'Nothing has happened yet. Requests, elements and cookies of this page are listed here.'
  }

  const filters = buildElement('div', { class: 'filters', role: 'group', 'aria-label': 'Show' })
  filters.append(...buttons.map(({ button }) => button))
  const tools = buildElement('div', { class: 'tools' }, filters, search)
  return { name: 'Ledger', element: buildElement('div', {}, tools, list, empty), update }
}
