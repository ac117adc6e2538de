import { type Address, addressMatcher } from '@spaceone/consent/inventory'

/** Returns 0 if a pattern does not match an address, else a number: higher if more specific. */
export type AddressPattern = (address: Address) => number

/** Stands in where no page is known, so that patterns that are paths match no real address. */
export const NO_PAGE = 'https://site.invalid/'

/**
 * Reads a pattern of an inventory's `addresses`, as the gate of the SDK reads it.
 *
 * @param page The address of the page. A pattern that is a path matches only on the page's host and
 *   port. @default `NO_PAGE`
 * @returns The pattern. If the text is invalid, the pattern matches nothing.
 */
export const addressPattern = (text: string, page: string = NO_PAGE): AddressPattern => {
  try {
    return addressMatcher(address => new URL(address, page))(text)
  } catch {
    return () => 0
  }
}
