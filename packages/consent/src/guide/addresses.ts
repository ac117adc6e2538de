import type { GuideTask } from '../words/guide-text.ts'
import type { BrowserId } from './browser-id.ts'

/** The addresses of the cookie settings in desktop browsers. A page cannot open these addresses. */
export const ADDRESSES: Readonly<Record<string, string>> = {
  chrome: 'chrome://settings/cookies',
  edge: 'edge://settings/privacy/cookies',
  firefox: 'about:preferences#privacy',
  opera: 'opera://settings/cookies',
  brave: 'brave://settings/shields',
  vivaldi: 'vivaldi://settings/privacy/',
}

/**
 * Returns the address that opens one task in a desktop browser. Only some Chromium browsers have
 * such an address, and only for `deleteAll`.
 */
export const settingsAddress = (browser: BrowserId, task: GuideTask): string | undefined =>
  task === 'deleteAll' && /^(chrome|edge|brave|whale)$/.test(browser)
    ? `${browser}://settings/clearBrowserData`
    : undefined
