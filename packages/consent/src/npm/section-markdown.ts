import {
  LINK,
  type Line,
  type Section,
  type SectionList,
  type SectionTable,
} from '../inventory/index.ts'

/** Escapes the characters that have a meaning in Markdown, its tables or HTML, and joins lines. */
const escaped = (text: string): string =>
  text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_{}[\]<>()#+!|~&]|^-/g, '\\$&')
    // A number and a dot would begin a list.
    .replace(/^(\d+)\./, '$1\\.')

/** Writes a section as Markdown with tables of GitHub's form. */
export const toMarkdown = (section: Section, level: number): string => {
  const { heading, effective, tables, none, steps, stepsHeading, changes, source } = section
  const title = (text: string, deeper: number) =>
    `${'#'.repeat(Math.min(level + deeper, 6))} ${escaped(text)}`
  const list = ({ heading, items }: SectionList, deeper: number) => [
    title(heading, deeper),
    items.map(item => `- ${lineMarkdown(item)}`).join('\n'),
  ]
  return `${[
    title(heading, 0),
    ...(effective ? [escaped(effective)] : []),
    ...(tables[0]
      ? tables.flatMap(table => [
          ...(table.caption ? [title(table.caption, 1)] : []),
          ...(table.note ? [escaped(table.note)] : []),
          tableMarkdown(table),
        ])
      : [escaped(none)]),
    ...(steps[0] ? [title(stepsHeading, 1), ...steps.flatMap(step => list(step, 2))] : []),
    ...(changes ? list(changes, 1) : []),
    escaped(source),
  ].join('\n\n')}\n`
}

const tableMarkdown = ({ columns, rows }: SectionTable): string =>
  [
    columns.map(escaped),
    columns.map(() => '---'),
    ...rows.map(cells => cells.map(lines => lines.map(lineMarkdown).join('<br>'))),
  ]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n')

const lineMarkdown = ({ text, link }: Line): string =>
  link && LINK.test(link)
    ? `[${escaped(text)}](<${link.replace(/[<>\\|\s]/g, encodeURIComponent)}>)`
    : escaped(text)
