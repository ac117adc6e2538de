import type { Line, Tree } from '../tree.ts'
import { LINK } from './elements.ts'

/**
 * Escapes a text, so that it stays plain text wherever Markdown has text, in one line.
 *
 * @see https://github.github.com/gfm/#backslash-escapes
 */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\n\r\v\f\x85\u2028\u2029]+/g, ' ')
    // Four spaces or a tab at the beginning would make a block of code.
    .replace(/^[ \t]+|[ \t]+$/g, '')
    .replace(/[\\`*_{}[\]<>()#+!|~&$]|^-/g, '\\$&')
    // A number and a dot would begin a list.
    .replace(/^(\d+)\./, '$1\\.')
    // GitHub makes links of bare addresses. In e-mail addresses a backslash does not stop it.
    // https://github.com/github/cmark-gfm/issues/278
    .replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(/(?<=\S)@(?=[\w\\-])/g, '<!-- -->@')

const printLine = ({ text, link }: Line): string =>
  link && LINK.test(link)
    ? `[${escapeMarkdown(text)}](<${link.replace(/[<>\\|\s]/g, encodeURIComponent)}>)`
    : escapeMarkdown(text)

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** Prints a tree as Markdown with tables of GitHub's form. */
export const toMarkdown = (tree: Tree, level: number): string => {
  const blocks = tree.map(block => {
    if ('heading' in block)
      return `${'#'.repeat(Math.min(level + block.deeper, 6))} ${escapeMarkdown(block.heading)}`
    if ('paragraph' in block) return escapeMarkdown(block.paragraph)
    if ('list' in block) return block.list.map(line => `- ${printLine(line)}`).join('\n')
    if ('facts' in block)
      return block.facts
        .map(([term, lines]) => `- **${escapeMarkdown(term)}** ${lines.map(printLine).join(' · ')}`)
        .join('\n')
    return [
      row(block.columns.map(escapeMarkdown)),
      row(block.columns.map(() => '---')),
      ...block.rows.map(cells => row(cells.map(lines => lines.map(printLine).join('<br>')))),
    ].join('\n')
  })
  return `${blocks.join('\n\n')}\n`
}
