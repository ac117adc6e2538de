import type { Parsed } from '../shared/address-pattern.ts'
import { createElement } from '../shared/own-document.ts'

let link: HTMLAnchorElement | undefined

/**
 * Parses an address with a link element, since a page may have a global variable named `URL`.
 * Resolves a relative address as the page does. Each call returns the same object, so the next call
 * changes the earlier result.
 *
 * @see https://github.com/cliqz-oss/re-consent/pull/9
 */
export const urlOf = (address: string): Parsed => {
  link ??= createElement('a')
  link.href = address
  return link
}
