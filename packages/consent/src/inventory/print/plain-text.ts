import type { Line, Tree } from '../tree.ts'
import { LINK } from './elements.ts'

const withoutBreaks = (text: string): string => text.replace(/[\n\r\v\f\x85\u2028\u2029]+/g, ' ')

const printed = ({ text, link }: Line): string =>
  withoutBreaks(link && link !== text && LINK.test(link) ? `${text} (${link})` : text)

const joined = (term: string, lines: readonly Line[]): string =>
  `${withoutBreaks(term)}: ${lines.map(printed).join('; ')}`

/** Prints a tree as plain text. Of a table, each cell has a line; empty lines separate the rows. */
export const toPlainText = (tree: Tree): string => {
  const blocks = tree.flatMap(block => {
    if ('heading' in block) return withoutBreaks(block.heading)
    if ('paragraph' in block) return withoutBreaks(block.paragraph)
    if ('list' in block) return block.list.map(line => `- ${printed(line)}`).join('\n')
    if ('facts' in block) return block.facts.map(([term, lines]) => joined(term, lines)).join('\n')
    return block.rows.map(cells =>
      cells.map((lines, at) => joined(block.columns[at] ?? '', lines)).join('\n'),
    )
  })
  return `${blocks.join('\n\n')}\n`
}
