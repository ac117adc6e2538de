import { render } from 'preact'
import { ownDocument } from '../../shared/own-document.ts'
import { buttonCss } from '../button.css.ts'
import { factsCss } from '../facts.css.ts'
import { h } from '../h.ts'
import { createHost, type Host } from '../host-element.ts'
import { directionOf } from '../languages.ts'
import type { LayerProps } from '../layer.ts'
import type { LongLayers } from '../load-layers.ts'
import { themeCss } from '../theme.css.ts'
import { blockCss } from './block.css.ts'
import { Block } from './block.tsx'
import { BLOCKS, kindOf } from './find-blocks.ts'

/** The blocks of a page. */
export interface Blocks {
  /** Draws those that are there, and lets go of those that have left. */
  draw(props: LayerProps<LongLayers>): void
  /** Gives each element back what the page had put into it. */
  stop(): void
}

/** What stands in an element of the page, and what stood there before. */
interface Place extends Host {
  readonly before: readonly Node[]
}

/**
 * Shows in the page's own elements what they are there for.
 *
 * @param nonce CSP nonce of the `<style>` fall-back.
 * @param remember Is shown each form, for the hash of its notice.
 */
export const createBlocks = (
  nonce: string | undefined,
  remember: (layer: Element) => void,
): Blocks => {
  const places = new Map<Element, Place>()

  const take = (element: Element): Place => {
    const place = {
      ...createHost('spaceone-consent-block', nonce),
      before: [...element.childNodes],
    }
    place.addStyles(themeCss + buttonCss + factsCss + blockCss)
    places.set(element, place)
    return place
  }
  const leave = (element: Element, place: Place) => {
    places.delete(element)
    render(null, place.container)
    // If the page has put in something else since, that stays.
    if (place.element.parentNode === element) element.replaceChildren(...place.before)
  }

  return {
    draw(props) {
      const { layers, options } = props
      // Where the guide did not come, the page's own words stay.
      const found = [...ownDocument.querySelectorAll(BLOCKS)].filter(
        element => layers.guide || kindOf(element) !== 'guide',
      )
      for (const [element, place] of places) if (!found.includes(element)) leave(element, place)
      for (const element of found) {
        const kind = kindOf(element)
        const place = places.get(element) ?? take(element)
        // A page that draws its own content anew takes ours away with the old.
        if (place.element.parentNode !== element) element.replaceChildren(place.element)
        place.element.lang = layers.language
        place.container.dir = directionOf(layers.language)
        place.container.className = options.theme ?? ''
        for (const css of [
          layers.preferences.preferencesStyles,
          kind === 'guide' && layers.guide?.code.guideStyles,
        ])
          if (css) place.addStyles(css)
        render(kind && <Block kind={kind} {...props} />, place.container)
        for (const form of place.root.querySelectorAll('form')) remember(form)
      }
    },
    stop() {
      for (const [element, place] of places) leave(element, place)
    },
  }
}
