/**
 * Gives the host name that a held iframe would load from.
 *
 * @returns `undefined` where its address has none.
 */
export const sourceOf = (iframe: HTMLIFrameElement): string | undefined => {
  try {
    const { hostname } = new URL(iframe.dataset['src'] ?? '', iframe.baseURI)
    return hostname.replace(/^www\./, '') || undefined
  } catch {
    return undefined
  }
}
