// biome-ignore-all lint/a11y/noRedundantRoles: in narrow windows the table looks like a list, and
// Safari would not treat it as a table.
import type { ComponentChildren, VNode } from 'preact'
import { h } from '../parts/h.ts'

/** Properties of a cookie table. */
export interface CookieTableProps {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly ComponentChildren[])[]
  /** Accessible name of the table, such as the name of a purpose. */
  readonly label: string
}

/**
 * Draws a table, such as of cookies with their purpose, lifetime and setter. Returns `undefined` if
 * there are no rows.
 */
export const CookieTable = ({ columns, rows, label }: CookieTableProps): VNode | undefined =>
  rows[0] && (
    <table part="table" aria-label={label} role="table">
      <thead>
        <tr role="row">
          {columns.map(column => (
            <th role="columnheader" scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr role="row">
            <th role="rowheader" scope="row">
              {name}
            </th>
            {cells.map((cell, index) => (
              <td role="cell" data-label={columns[index + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
