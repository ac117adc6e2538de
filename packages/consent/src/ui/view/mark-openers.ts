import { ownDocument } from '../../shared/own-document.ts'
import { quietly } from '../../shared/quietly.ts'

/**
 * Marks the page's elements with `data-consent-open` as busy while the settings are loading: sets
 * `aria-busy` and a waiting cursor. With `false`, removes both. Keeps a cursor that the page has
 * set in the `style` attribute.
 */
export const markOpeners = (isBusy: boolean): void =>
  quietly(() => {
    for (const opener of ownDocument.querySelectorAll<HTMLElement>('[data-consent-open]')) {
      opener.ariaBusy = isBusy ? 'true' : null
      const { style } = opener
      if (style.cursor === (isBusy ? '' : 'progress')) style.cursor = isBusy ? 'progress' : ''
    }
  })
