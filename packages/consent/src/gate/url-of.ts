import { createElement } from '../shared/own-document.ts'

/** The parts of an address. Without a host for an address that is invalid or that has none. */
export type Parsed = Pick<URL, 'host' | 'hostname' | 'href' | 'pathname' | 'search' | 'protocol'>

let link: HTMLAnchorElement | undefined

/**
 * Parses an address by a link, since a page may have a global of its own named `URL`. A relative
 * address is resolved like those in the page. The next call changes the result.
 *
 * @see https://github.com/cliqz-oss/re-consent/pull/9
 */
export const urlOf = (address: string): Parsed => {
  link ??= createElement('a')
  link.href = address
  return link
}
