import { type ComponentChild, render } from 'preact'
import { findAll } from '../../shared/platform.ts'
import { servicesIn } from '../../shared/services.ts'
import { h } from '../parts/h.ts'
import { isHonoured } from '../parts/is-honoured.ts'
import type { PartProps } from '../parts/part-props.ts'
import { partsCss } from '../parts/parts.css.ts'
import { drawStored } from '../preferences/details.tsx'
import { Form } from '../preferences/form.tsx'
import { createHost, type Host } from '../view/host-element.ts'
import { directionOf } from '../words/languages.ts'
import { blockCss } from './block.css.ts'
import { BLOCKS, type BlockKind, kindOf } from './find-blocks.ts'
import { createSectionLoader, type LoadedSections } from './section-loader.ts'

/** The blocks of a page. */
export interface Blocks {
  /** Draws the blocks. Removes each block whose element has left the page or lost its attribute. */
  draw(props: PartProps): void
  /** Removes all blocks and restores the page's own content. */
  stop(): void
}

/** A block on the page, and the nodes that the page had in the block's element. */
interface Place extends Host {
  readonly before: readonly Node[]
}

/**
 * Creates the blocks, which the view draws in the page's own elements.
 *
 * @param host The host element of the view. Blocks share the first style sheet of this element.
 * @param remember Called with each `<form>` in a block, to hash the notice in it.
 */
export const createBlocks = (host: Host, remember: (element: Element) => void): Blocks => {
  const places = new Map<Element, Place>()
  const sectionsOf = createSectionLoader()

  const take = (
    element: Element,
    { consent, options, parts: { guide } }: PartProps,
    sections: LoadedSections | undefined,
  ): Place => {
    const place = {
      ...createHost('spaceone-consent-block', consent, options),
      before: [...element.childNodes],
    }
    const [shared] = host.root.adoptedStyleSheets ?? []
    if (shared) place.root.adoptedStyleSheets = [shared]
    else place.addStyles(host.root.querySelector('style')?.textContent ?? '')
    place.addStyles(blockCss + partsCss)
    if (guide) place.addStyles(guide.code.guideCss)
    if (sections) place.addStyles(sections.sectionCss)
    places.set(element, place)
    return place
  }
  const leave = (element: Element, place: Place) => {
    places.delete(element)
    render(null, place.container)
    // If the page has put other content into the element in the meantime, that content stays.
    if (place.element.parentNode === element) element.replaceChildren(...place.before)
  }

  return {
    draw(props) {
      const { parts } = props
      const all = findAll(BLOCKS)
      const loaded = all.some(element => kindOf(element) === 'section')
        ? sectionsOf(props)
        : undefined
      // If the part of a block could not be loaded, the page's own content stays.
      const found = all.filter(element => {
        const kind = kindOf(element)
        return (
          (parts.guide || kind !== 'guide') &&
          (parts.record || kind !== 'status') &&
          (parts.stored || kind !== 'cookies') &&
          (kind !== 'section' ||
            loaded?.sections.has(element.getAttribute('data-consent-section') ?? ''))
        )
      })
      for (const [element, place] of places) if (!found.includes(element)) leave(element, place)
      for (const element of found) {
        const kind = kindOf(element)
        const place = places.get(element) ?? take(element, props, loaded)
        // If the page has replaced the content of the element, inserts the block again.
        if (place.element.parentNode !== element) element.replaceChildren(place.element)
        place.element.lang = place.container.lang = parts.language
        place.container.dir = directionOf(parts.language)
        render(kind && contentOf(kind, element, loaded, props), place.container)
        for (const form of place.root.querySelectorAll('form')) remember(form)
      }
    },
    stop() {
      for (const [element, place] of places) leave(element, place)
    },
  }
}

/**
 * Draws the content of one block.
 *
 * @param element The element of the page in which the block is drawn.
 */
const contentOf = (
  kind: BlockKind,
  element: Element,
  loaded: LoadedSections | undefined,
  props: PartProps,
): ComponentChild => {
  const { consent, parts } = props
  const { options } = consent
  if (kind === 'guide') return parts.guide && <parts.guide.code.GuidePanel {...props} />
  if (kind === 'preferences') return <Form {...props} surface="inline" />
  if (kind === 'status') {
    const note = isHonoured(consent.$state.get()) && parts.labels.honoured
    return parts.record && <parts.record.code.LastChoice {...props} note={note} />
  }
  if (kind === 'section') return loaded?.drawSection(element, loaded.sections, props)
  const services = Object.keys(options.categories).flatMap(category =>
    servicesIn(options, category),
  )
  return drawStored(parts, parts.labels.heading, services, options)
}
