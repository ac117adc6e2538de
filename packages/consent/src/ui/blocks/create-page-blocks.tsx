import { type ComponentChild, render } from 'preact'
import { warn } from '../../options/warn.ts'
import { lazy } from '../../shared/lazy.ts'
import { findAll } from '../../shared/platform.ts'
import { servicesIn } from '../../shared/services.ts'
import type { StoredText } from '../../words/en/stored.ts'
import { DETAILS, SECTIONS } from '../../words/files.ts'
import { h } from '../later-parts/h.ts'
import type { PartProps } from '../later-parts/part-props.ts'
import { partsCss } from '../later-parts/parts.css.ts'
import { isHonoured } from '../later-parts/settings-button.tsx'
import { drawStored } from '../preferences/details.tsx'
import { Form } from '../preferences/form.tsx'
import type { Sections } from '../sections/create-sections.tsx'
import { createHost, type Host } from '../view/host-element.ts'
import { blockCss } from './block.css.ts'
import { PAGE_BLOCKS } from './page-blocks.ts'

/** The blocks of a page. */
export interface PageBlocks {
  /**
   * Draws the blocks. Removes the view's content from each element that has left the page or lost
   * its attribute.
   */
  draw(props: PartProps): void
  /**
   * Removes the view's content from all blocks and restores the page's own content, unless the page
   * has put other content there.
   */
  stop(): void
}

/** What the view has drawn in an element of the page, and the nodes that the element had before. */
interface PageBlock extends Host {
  readonly before: readonly Node[]
}

/**
 * Creates the blocks, which the view draws in the page's own elements. The blocks share the first
 * style sheet of the view's host element. `remember` gets each `<form>`, to hash its notice.
 */
export const createPageBlocks = (host: Host, remember: (form: Element) => void): PageBlocks => {
  const blocks = new Map<Element, PageBlock>()
  const loadOnce = lazy(error => warn('missing-file', 'sections', error))
  let sections: Sections | undefined

  const loadSections = ({ consent, options, parts, onVisit }: PartProps) => {
    const { language, own, stored, merge } = parts
    const load = async (storedText: StoredText) => {
      const [{ createSections }, file, { details }] = await Promise.all([
        import('../sections/create-sections.tsx'),
        SECTIONS[own](),
        DETAILS[own](),
      ])
      const host = options.texts?.[language]
      const text = merge(file.text, host?.sections)
      return createSections(consent, parts, storedText, merge(details, host?.details), text)
    }
    if (stored)
      loadOnce(
        language,
        () => load(stored.text),
        loaded => {
          sections = loaded
          onVisit({})
        },
      )
  }

  /** Draws the content of one block; nothing if the part that the block shows is not loaded. */
  const contentOf = (element: Element, props: PartProps): ComponentChild => {
    const { consent, parts } = props
    const { options } = consent
    const { guide, record, stored, labels } = parts
    const is = (kind: string) => element.hasAttribute(`data-consent-${kind}`)
    if (is('guide')) return guide && <guide.code.GuidePanel {...props} />
    if (is('preferences')) return <Form {...props} surface="inline" />
    if (is('status')) {
      const note = isHonoured(consent.$state.get()) && labels.honoured
      return record && <record.code.LastChoice {...props} note={note} />
    }
    if (is('cookies')) {
      const services = Object.keys(options.categories).flatMap(name => servicesIn(options, name))
      return stored && drawStored(parts, labels.heading, services, options)
    }
    loadSections(props)
    return sections?.draw(element, props)
  }

  const insert = (element: Element, { consent, options, parts: { guide } }: PartProps) => {
    const block = {
      ...createHost('spaceone-consent-block', consent, options),
      before: [...element.childNodes],
    }
    const [shared] = host.root.adoptedStyleSheets ?? []
    if (shared) block.root.adoptedStyleSheets = [shared]
    else block.addStyles(host.root.querySelector('style')?.textContent ?? '')
    block.addStyles(blockCss + partsCss)
    if (guide) block.addStyles(guide.code.guideCss)
    if (sections) block.addStyles(sections.css)
    blocks.set(element, block)
    return block
  }

  const remove = (element: Element, block: PageBlock) => {
    blocks.delete(element)
    render(null, block.container)
    // If the page has put other content into the element in the meantime, that content stays.
    if (block.element.parentNode === element) element.replaceChildren(...block.before)
  }

  return {
    draw(props) {
      const { language } = props.parts
      const found = new Map(findAll(PAGE_BLOCKS).map(one => [one, contentOf(one, props)]))
      for (const [element, block] of blocks) if (!found.get(element)) remove(element, block)
      for (const [element, content] of found) {
        if (!content) continue
        const block = blocks.get(element) ?? insert(element, props)
        // If the page has replaced the content of the element, inserts the block again.
        if (block.element.parentNode !== element) element.replaceChildren(block.element)
        block.setLanguage(language)
        render(content, block.container)
        for (const form of block.root.querySelectorAll('form')) remember(form)
      }
    },
    stop() {
      for (const [element, block] of blocks) remove(element, block)
    },
  }
}
