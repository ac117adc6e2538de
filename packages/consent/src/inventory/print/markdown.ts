import type { Line, Tree } from '../tree.ts'
import { LINK } from './elements.ts'
import { escapeMarkdown as escaped } from './escape-markdown.ts'

/** Prints a line: a link if it has the address of one. */
const printLine = ({ text, link }: Line): string =>
  link && LINK.test(link)
    ? `[${escaped(text)}](<${link.replace(/[<>\\|\s]/g, encodeURIComponent)}>)`
    : escaped(text)

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/**
 * Prints a tree as Markdown with tables of GitHub's form.
 *
 * @param level The level of the first heading, from 1 to 5.
 */
export const toMarkdown = (tree: Tree, level: number): string => {
  const blocks = tree.map(block => {
    if ('heading' in block)
      return `${'#'.repeat(Math.min(level + block.deeper, 6))} ${escaped(block.heading)}`
    if ('paragraph' in block) return escaped(block.paragraph)
    if ('list' in block) return block.list.map(line => `- ${printLine(line)}`).join('\n')
    if ('facts' in block)
      return block.facts
        .map(([term, lines]) => `- **${escaped(term)}** ${lines.map(printLine).join(' · ')}`)
        .join('\n')
    return [
      row(block.columns.map(escaped)),
      row(block.columns.map(() => '---')),
      ...block.rows.map(cells => row(cells.map(lines => lines.map(printLine).join('<br>')))),
    ].join('\n')
  })
  return `${blocks.join('\n\n')}\n`
}
