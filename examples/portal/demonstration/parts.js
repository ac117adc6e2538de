import { element } from './render.js'

const panel = document.querySelector('[data-panel]')

/** Returns a part of the panel. */
export const part = name => panel.querySelector(`[data-panel-${name}]`)

/** Shows rows in a table, and hides the table while it has none. */
export const showTable = (name, rows) => {
  const table = part(name)
  const labels = [...table.tHead.rows[0].cells].map(({ textContent }) => textContent)
  const cellOf = (content, at) => {
    const cell = element('td', content)
    // Narrow screens show the label in the cell.
    cell.dataset.label = labels[at]
    return cell
  }
  table.hidden = rows.length === 0
  table.tBodies[0].replaceChildren(...rows.map(cells => element('tr', ...cells.map(cellOf))))
}
