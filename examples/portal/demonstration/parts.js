import { element } from './render.js'

const panel = document.querySelector('[data-panel]')

/** Returns a part of the panel. */
export const part = name => panel.querySelector(`[data-panel-${name}]`)

/** Shows rows in a table, and hides the table while it has none. */
export const showTable = (name, rows) => {
  part(name).hidden = rows.length === 0
  part(name).tBodies[0].replaceChildren(
    ...rows.map(cells => element('tr', ...cells.map(cell => element('td', cell)))),
  )
}
