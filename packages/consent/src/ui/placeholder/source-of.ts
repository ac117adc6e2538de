import { urlOf } from '../../shared/platform.ts'

/**
 * Returns the host name of a blocked iframe's address, without a leading `www.`.
 *
 * @returns `undefined` if the address has no host name or is invalid.
 */
export const sourceOf = (iframe: HTMLIFrameElement): string | undefined =>
  urlOf(iframe.dataset['src'] ?? '').hostname.replace(/^www\./, '') || undefined
