import type { VNode } from 'preact'
import type { AnyConsent } from '../../core/index.ts'
import {
  drawTree,
  inventoryIn,
  type SectionName,
  sectionOf,
  type Tree,
} from '../../inventory/index.ts'
import { warn } from '../../options/warn.ts'
import type { DetailsWords } from '../../words/details-words.ts'
import type { SectionsText } from '../../words/en/sections.ts'
import type { StoredText } from '../../words/en/stored.ts'
import { h } from '../later-parts/h.ts'
import type { PartProps } from '../later-parts/part-props.ts'
import type { BannerWords } from '../words/load-words.ts'
import { sectionCss } from './section.css.ts'

/** The sections of a policy page, made from what the page's services declare. */
export interface Sections {
  readonly css: string
  /** Draws the section that `element` names. Warns once of each name that no section has. */
  draw(element: Element, props: PartProps): VNode | undefined
}

/** Creates the sections of a page. Rejects if a declaration cannot be read. */
export const createSections = async (
  consent: AnyConsent,
  { language, own, text: banner }: BannerWords,
  stored: StoredText,
  details: DetailsWords,
  text: SectionsText,
): Promise<Sections> => {
  const tables = { [language]: { ...details, stored: stored.stored } }
  const inventory = await inventoryIn(consent.options, tables)
  const words = { ...banner, ...details, ...text, language }
  const names = Object.keys(text.headings)
  const unknown = new Set<string>()
  /** The changes since each earlier inventory, by its address, once they are loaded. */
  const changes = new Map<string, Tree | undefined>()

  const compare = async (address: string, onLoaded: () => void) => {
    changes.set(address, undefined)
    try {
      const { loadChanges } = await import('./load-changes.ts')
      changes.set(address, await loadChanges(address, inventory, words, stored, own))
      onLoaded()
    } catch (error) {
      warn('compare-with', address, error)
    }
  }

  return {
    css: sectionCss,
    draw(element, props) {
      const name = element.getAttribute('data-consent-section') ?? ''
      if (!names.includes(name)) {
        if (!unknown.has(name)) warn('unknown-section', name, names)
        unknown.add(name)
        return undefined
      }
      const address = element.getAttribute('data-compare-with') ?? ''
      if (address && !changes.has(address)) void compare(address, () => props.onVisit({}))
      const { start, steps, end } = sectionOf(name as SectionName, inventory, {
        words,
        stored,
        changes: changes.get(address),
      })
      const { guide } = props.parts
      const draw = (tree: Tree) => drawTree<VNode>(h, tree, 2)
      const isWide = start.some(block => 'columns' in block && block.columns[5])
      return (
        <section class={isWide ? 'section wide' : 'section'} part="section">
          {draw(start)}
          {steps[0] && guide && [draw(steps), <guide.code.GuidePanel {...props} />]}
          {draw(end)}
        </section>
      )
    },
  }
}
