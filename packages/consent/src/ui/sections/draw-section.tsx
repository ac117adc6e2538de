import { type ComponentChildren, Fragment, type VNode } from 'preact'
import { LINK, type Line, type SectionList } from '../../inventory/index.ts'
import { h } from '../parts/h.ts'
import type { PartProps } from '../parts/part-props.ts'
import { CookieTable } from '../preferences/cookie-table.tsx'
import type { Sections } from './create-sections.ts'

/** Draws the section of a policy page that an element of the page asks for. */
export const drawSection = (
  element: Element,
  sections: Sections,
  props: PartProps,
): VNode | undefined => {
  const { guide } = props.parts
  const found = sections.section(
    element.getAttribute('data-consent-section') ?? '',
    element.getAttribute('data-compare-with'),
    () => props.onVisit({}),
  )
  return (
    found && (
      <section
        class={found.tables.some(({ columns }) => columns[5]) ? 'section wide' : 'section'}
        part="section"
      >
        <h2>{found.heading}</h2>
        {found.effective && <p>{found.effective}</p>}
        {found.tables[0] ? (
          found.tables.map(({ caption, note, columns, rows }) => (
            <>
              {caption && <h3>{caption}</h3>}
              {note && <p>{note}</p>}
              <CookieTable
                columns={columns}
                rows={rows.map(cells => cells.map(drawLines))}
                label={caption ?? found.heading}
              />
            </>
          ))
        ) : (
          <p>{found.none}</p>
        )}
        {found.name === 'behavioural' && guide && (
          <>
            <h3>{found.stepsHeading}</h3>
            <guide.code.GuidePanel {...props} />
          </>
        )}
        {found.changes && (
          <>
            <h3>{found.changes.heading}</h3>
            <List items={found.changes.items} />
          </>
        )}
        <small>{found.source}</small>
      </section>
    )
  )
}

const List = ({ items }: Pick<SectionList, 'items'>): VNode => (
  <ul>
    {items.map(item => (
      <li>{drawLine(item)}</li>
    ))}
  </ul>
)

const drawLines = (lines: readonly Line[]): ComponentChildren =>
  lines.map((line, at) => [at > 0 && <br />, drawLine(line)])

const drawLine = ({ text, link }: Line): ComponentChildren =>
  link && LINK.test(link) ? <a href={link}>{text}</a> : text
