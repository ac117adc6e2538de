import type { BrowserId } from './browser-id.ts'
import type { Platform } from './detect-platform.ts'

/** What is used of a parsed address: this package has no library of the browser's. */
interface WebAddress {
  readonly protocol: string
  readonly hostname: string
  readonly href: string
  search: string
}

declare const URL: new (address: string) => WebAddress

/** Parses the address of a page on the web; anything else is `undefined`. Never throws. */
export const webAddress = (address: string): WebAddress | undefined => {
  try {
    const url = new URL(address)
    return /^https?:$/.test(url.protocol) ? url : undefined
  } catch {
    return undefined
  }
}

/**
 * Gives the address that opens a page outside of the app, where the app or the system has one.
 *
 * Android takes an `intent:` from any app. What follows `#` in the page's address stands only in its
 * fall-back, since an intent has a `#` of its own. On iOS only KakaoTalk and LINE have a way.
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
    url.search += `${search && '&'}openExternalBrowser=1`
    return url.href
  }
  return platform === 'android'
    ? `intent${href.replace(/^\w+|#.*/g, '')}#Intent;scheme=${protocol.slice(0, -1)};package=com.android.chrome;S.browser_fallback_url=${encoded};end`
    : undefined
}
