import { ownDocument } from '../../shared/own-document.ts'
import { quietly } from '../../shared/quietly.ts'

/**
 * Marks the page's elements with `data-consent-open` as busy while the settings are loading, with `aria-busy`
 * and a waiting cursor, or removes that mark. A cursor in the page's own style attribute is kept.
 */
export const markOpeners = (isBusy: boolean): void =>
  quietly(() => {
    for (const opener of ownDocument.querySelectorAll<HTMLElement>('[data-consent-open]')) {
      opener.ariaBusy = isBusy ? 'true' : null
      const { style } = opener
      if (style.cursor === (isBusy ? '' : 'progress')) style.cursor = isBusy ? 'progress' : ''
    }
  })
