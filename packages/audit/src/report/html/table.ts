import { html, type Markup, type MarkupValue } from './markup.ts'

/**
 * Returns a table. The first cell of each row is the row's header. On narrow screens the cells of a
 * row stand below each other, each but the first after its column's name; the roles keep the table
 * a table for screen readers.
 *
 * @see https://adrianroselli.com/2018/02/tables-css-display-properties-and-aria.html
 */
export const table = (
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly MarkupValue[])[],
  kind: 'list' | 'states' = 'list',
): Markup => html`<table role="table" class="${kind}">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(
  one => html`<th role="columnheader" scope="col">${one}</th>`,
)}</tr></thead>
<tbody role="rowgroup">${rows.map(
  ([first, ...cells]) =>
    html`<tr role="row"><th role="rowheader" scope="row">${first}</th>${cells.map(
      (cell, i) =>
        html`<td role="cell"><span class="label" aria-hidden="true">${columns[i + 1]}</span><div>${cell}</div></td>`,
    )}</tr>`,
)}</tbody>
</table>`
