import type { BrowserId } from './browser-id.ts'
import type { Platform } from './detect-platform.ts'

/**
 * The part of `URL` that this file uses. The type is declared here, because this folder uses no
 * type of the DOM.
 */
interface WebAddress {
  readonly protocol: string
  readonly hostname: string
  readonly href: string
  search: string
}

declare const URL: new (address: string) => WebAddress

/**
 * Parses the http or https address of a page. Returns `undefined` for any other text. Never throws.
 */
export const webAddress = (address: string): WebAddress | undefined => {
  try {
    const url = new URL(address)
    return /^https?:$/.test(url.protocol) ? url : undefined
  } catch {
    return undefined
  }
}

/**
 * Returns an address that opens a page outside the app; `undefined` if neither the app nor the
 * system supports such an address.
 *
 * Android accepts an `intent:` from any app. Only the fallback address has the fragment of the
 * page's address, because `#` has another meaning in an `intent:`. On iOS only KakaoTalk and LINE
 * support such an address.
 *
 * @see https://developer.chrome.com/docs/android/intents
 */
export const wayOut = (
  browser: BrowserId,
  platform: Platform,
  url: WebAddress,
): string | undefined => {
  const { protocol, href, search } = url
  const encoded = encodeURIComponent(href)
  if (browser === 'kakaotalk') return `kakaotalk://web/openExternal?url=${encoded}`
  if (browser === 'line') {
    if (!/[?&]openExternalBrowser=1(&|$)/.test(search))
      url.search += `${search && '&'}openExternalBrowser=1`
    return url.href
  }
  return platform === 'android'
    ? `intent${href.replace(/^\w+|#.*/g, '')}#Intent;scheme=${protocol.slice(0, -1)};package=com.android.chrome;S.browser_fallback_url=${encoded};end`
    : undefined
}
