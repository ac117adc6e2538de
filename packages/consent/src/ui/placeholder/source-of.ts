import { quietly } from '../../shared/quietly.ts'

/**
 * Returns the host name of a blocked iframe's address, without a leading `www.`.
 *
 * @returns `undefined` if the address has no host name or is invalid.
 */
export const sourceOf = (iframe: HTMLIFrameElement): string | undefined =>
  quietly(() => {
    const { hostname } = new URL(iframe.dataset['src'] ?? '', iframe.baseURI)
    return hostname.replace(/^www\./, '') || undefined
  })
