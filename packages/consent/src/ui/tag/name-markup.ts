import { warn } from '../../options/warn.ts'
import { ownDocument } from '../../shared/own-document.ts'
import { OTHER_MARKUP, PAGE_ATTRIBUTES } from '../../shared/page-attributes.ts'
import { quietly } from '../../shared/quietly.ts'
import type { ConsentUiOptions } from '../view/options.ts'

/**
 * The time between the load of the page and the search, in milliseconds, so that the search does
 * not slow down the start of the page.
 */
const DELAY = 1000

/** An XPath of the attributes whose names begin as those of the SDK. */
const ATTRIBUTES = '//@*[starts-with(name(),"data-consent-")]'

/** The names of the SDK's attributes, joined by commas. */
const NAMES = PAGE_ATTRIBUTES.join()

/**
 * Searches the page, once after it has loaded, for mistakes in its markup: an inline banner without
 * its element, a script that is marked for another library, and attributes that may be misspelt.
 * Warns of each.
 */
export const nameMarkup = (position: ConsentUiOptions['position']): void => {
  const search = () => {
    if (position === 'inline' && !ownDocument.querySelector('[data-consent-banner]:not(form)'))
      warn('no-banner-place')
    const other = ownDocument.querySelector(OTHER_MARKUP)
    if (other) warn('other-markup', other.getAttribute('data-category'))
    const found = ownDocument.evaluate(ATTRIBUTES, document)
    for (let one = found.iterateNext(); one; one = found.iterateNext()) {
      const name = one.nodeName.slice(5)
      // Checks only whether a known name contains the first or last two letters; `explain`
      // compares whole names. Other names belong to the site.
      const [, word = ''] = name.split('-')
      if (
        !PAGE_ATTRIBUTES.includes(name) &&
        (NAMES.includes(word.slice(0, 2)) || NAMES.includes(word.slice(-2)))
      )
        warn(`data-${name}`)
    }
  }
  const wait = () => setTimeout(() => quietly(search), DELAY)
  if (ownDocument.readyState === 'complete') wait()
  else addEventListener('load', wait, { once: true })
}
