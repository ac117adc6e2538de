import { Fragment, type VNode } from 'preact'
import { LINK, type Line, type SectionList } from '../../inventory/index.ts'
import { h } from '../layers/h.ts'
import type { LayerProps } from '../layers/layer.ts'
import { CookieTable } from '../preferences/cookie-table.tsx'
import type { Sections } from './create-sections.ts'

/** Draws the section of a policy page that an element of the page asks for. */
export const drawSection = (
  element: Element,
  sections: Sections,
  { layers: { guide }, options, visit, onVisit }: LayerProps,
): VNode | undefined => {
  const found = sections.section(
    element.getAttribute('data-consent-section') ?? '',
    guide ? [guide.code.guideOf(guide.text, options, visit)] : [],
    element.getAttribute('data-compare-with'),
    () => onVisit({}),
  )
  return (
    found && (
      <section class="section" part="section">
        <h2>{found.heading}</h2>
        {found.effective && <p>{found.effective}</p>}
        {found.tables[0] ? (
          found.tables.map(({ caption, note, columns, rows }) => (
            <>
              {caption && <h3>{caption}</h3>}
              {note && <p>{note}</p>}
              <CookieTable
                columns={columns}
                rows={rows.map(cells => cells.map(lines => lines.map(drawLine)))}
                label={caption ?? found.heading}
              />
            </>
          ))
        ) : (
          <p>{found.none}</p>
        )}
        {found.steps[0] && <h3>{found.stepsHeading}</h3>}
        {[...found.steps, ...(found.changes ? [found.changes] : [])].map(drawList)}
        <small>{found.source}</small>
      </section>
    )
  )
}

const drawList = ({ heading, items }: SectionList): VNode => (
  <>
    <h3>{heading}</h3>
    <ul>
      {items.map(item => (
        <li>{drawLine(item)}</li>
      ))}
    </ul>
  </>
)

const drawLine = ({ text, link }: Line): VNode => (
  <div>{link && LINK.test(link) ? <a href={link}>{text}</a> : text}</div>
)
