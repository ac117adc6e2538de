import { ownDocument } from '../../shared/own-document.ts'
import { quietly } from '../../shared/quietly.ts'

/**
 * Marks the page's elements with `data-consent-open` as busy while the settings are loading: sets
 * `aria-busy`. With `false`, removes the attribute.
 */
export const markOpeners = (isBusy: boolean): void =>
  quietly(() => {
    for (const opener of ownDocument.querySelectorAll('[data-consent-open]'))
      opener.ariaBusy = isBusy ? 'true' : null
  })
