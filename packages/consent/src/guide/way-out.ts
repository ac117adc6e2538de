import { quietly } from '../shared/errors.ts'
import type { BrowserId, Platform } from './detect-browser.ts'

/** Parses the http or https address of a page; `undefined` for any other text. */
export const webAddress = (address: string): URL | undefined =>
  quietly(() => {
    const url = new URL(address)
    return /^https?:$/.test(url.protocol) ? url : undefined
  })

/**
 * Returns an address that opens a page outside the app, if the app or the system supports one:
 * Android accepts an `intent:` from any app, on iOS only KakaoTalk and LINE have such an address. In
 * an `intent:`, `#` has another meaning, so only the fallback address has the page's fragment.
 *
 * @see https://developer.chrome.com/docs/android/intents
 */
export const wayOut = (browser: BrowserId, platform: Platform, url: URL): string | undefined => {
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
