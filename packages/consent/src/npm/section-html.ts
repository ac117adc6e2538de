import {
  LINK,
  type Line,
  type Section,
  type SectionList,
  type SectionTable,
} from '../inventory/index.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, one => ENTITIES[one] ?? one)

/**
 * Writes a section as HTML, with real tables. Each cell after the first of its row has its column's
 * heading in `data-label`.
 */
export const toHtml = (section: Section, level: number): string => {
  const { heading, effective, tables, none, steps, stepsHeading, changes, source } = section
  const title = (text: string, deeper: number) => {
    const tag = `h${Math.min(level + deeper, 6)}`
    return `<${tag}>${escaped(text)}</${tag}>`
  }
  const list = ({ heading, items }: SectionList, deeper: number) => [
    title(heading, deeper),
    '<ul>',
    ...items.map(item => `<li>${lineHtml(item)}</li>`),
    '</ul>',
  ]
  return [
    `<section class="consent-section" lang="${escaped(section.language)}" data-drawn-from="inventory">`,
    title(heading, 0),
    ...(effective ? [`<p>${escaped(effective)}</p>`] : []),
    ...(tables[0]
      ? tables.flatMap(table => [
          ...(table.caption ? [title(table.caption, 1)] : []),
          ...(table.note ? [`<p>${escaped(table.note)}</p>`] : []),
          ...tableHtml(table),
        ])
      : [`<p>${escaped(none)}</p>`]),
    ...(steps[0] ? [title(stepsHeading, 1), ...steps.flatMap(step => list(step, 2))] : []),
    ...(changes ? list(changes, 1) : []),
    `<p><small>${escaped(source)}</small></p>`,
    '</section>\n',
  ].join('\n')
}

const tableHtml = ({ columns, rows }: SectionTable): readonly string[] => [
  '<table>',
  `<thead><tr>${columns.map(column => `<th scope="col">${escaped(column)}</th>`).join('')}</tr></thead>`,
  '<tbody>',
  ...rows.map(cells => {
    const written = cells.map((lines, at) => {
      const html = lines.map(lineHtml).join('<br>')
      return at === 0
        ? `<th scope="row">${html}</th>`
        : `<td data-label="${escaped(columns[at] ?? '')}">${html}</td>`
    })
    return `<tr>${written.join('')}</tr>`
  }),
  '</tbody>',
  '</table>',
]

const lineHtml = ({ text, link }: Line): string =>
  link && LINK.test(link) ? `<a href="${escaped(link)}">${escaped(text)}</a>` : escaped(text)
