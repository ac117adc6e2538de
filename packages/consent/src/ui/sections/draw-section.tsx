import type { VNode } from 'preact'
import { drawTree, type Tree } from '../../inventory/index.ts'
import { h } from '../parts/h.ts'
import type { PartProps } from '../parts/part-props.ts'
import type { Sections } from './create-sections.ts'

/** Draws the section of a policy page that an element of the page asks for. */
export const drawSection = (element: Element, sections: Sections, props: PartProps): VNode => {
  const { guide } = props.parts
  const found = sections.section(
    element.getAttribute('data-consent-section') ?? '',
    element.getAttribute('data-compare-with'),
    () => props.onVisit({}),
  )
  const draw = (tree: Tree) => drawTree<VNode>(h, tree, 2)
  const isWide = found.start.some(block => 'columns' in block && block.columns[5])
  return (
    <section class={isWide ? 'section wide' : 'section'} part="section">
      {draw(found.start)}
      {found.steps[0] && guide && [draw(found.steps), <guide.code.GuidePanel {...props} />]}
      {draw(found.end)}
    </section>
  )
}
