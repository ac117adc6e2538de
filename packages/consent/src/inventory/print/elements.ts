import type { Fact, Line, Table, Tree } from '../tree.ts'

/** Creates an element, such as `buildElement`, preact's `h`, or a function that writes HTML. */
export type Make<Node> = (
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
) => Node

/** Matches the addresses that are printed as links. */
export const LINK: RegExp = /^(https?:|mailto:)/i

const drawLine = <Node>(make: Make<Node>, { text, link }: Line): Node | string =>
  link && LINK.test(link) ? make('a', { href: link }, text) : text

/** Draws facts as a description list. */
export const drawFacts = <Node>(make: Make<Node>, facts: readonly Fact[]): Node =>
  make(
    'dl',
    {},
    ...facts.map(([term, lines]) =>
      make(
        'div',
        {},
        make('dt', {}, term),
        ...lines.map(line => make('dd', {}, drawLine(make, line))),
      ),
    ),
  )

/** Draws a tree. `level`, from 1 to 5, is that of the heading of the whole. */
export const drawTree = <Node>(make: Make<Node>, tree: Tree, level: number): readonly Node[] =>
  tree.map(block => {
    if ('heading' in block) return make(`h${Math.min(level + block.deeper, 6)}`, {}, block.heading)
    if ('paragraph' in block)
      return make('p', {}, block.isSmall ? make('small', {}, block.paragraph) : block.paragraph)
    if ('facts' in block) return drawFacts(make, block.facts)
    if ('list' in block)
      return make('ul', {}, ...block.list.map(line => make('li', {}, drawLine(make, line))))
    return drawTable(make, block)
  })

/**
 * Draws a table. Each cell after the first of its row has its column's heading in `data-label`, for
 * narrow windows in which each row is a card. The roles keep such a table a table in Safari.
 */
export const drawTable = <Node>(make: Make<Node>, { columns, rows, label }: Table): Node => {
  const row = (cells: readonly Node[]) => make('tr', { role: 'row' }, ...cells)
  const headings = columns.map(column => make('th', { role: 'columnheader', scope: 'col' }, column))
  const body = rows.map(cells =>
    row(
      cells.map((lines, at) => {
        const texts = lines.flatMap((line, index) => [
          ...(index ? [make('br', {})] : []),
          drawLine(make, line),
        ])
        return at
          ? make('td', { role: 'cell', 'data-label': columns[at] ?? '' }, ...texts)
          : make('th', { role: 'rowheader', scope: 'row' }, ...texts)
      }),
    ),
  )
  return make(
    'table',
    { part: 'table', role: 'table', 'aria-label': label },
    make('thead', {}, row(headings)),
    make('tbody', {}, ...body),
  )
}

/** Returns the texts that a visitor reads of a tree, in order. */
export const toTexts = (tree: Tree): readonly string[] =>
  drawTree<readonly string[]>((_tag, _attributes, ...children) => children.flat(), tree, 1).flat()
