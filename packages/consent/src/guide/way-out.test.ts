import { describe, expect, test } from 'vitest'
import type { BrowserId } from './browser-id.ts'
import type { Platform } from './detect-platform.ts'
import { wayOut, webAddress } from './way-out.ts'

const out = (browser: BrowserId, platform: Platform, address: string) => {
  const url = webAddress(address)
  return url && wayOut(browser, platform, url)
}

const PAGE = 'https://example.com/안내?a=1&b=한글#절;end'
const { href, pathname, search, hash } = new URL(PAGE)
const ENCODED = encodeURIComponent(href)
const SITE = 'https://example.com/'

test.each(['javascript:alert(1)', 'data:text/html,1', 'intent://x', 'about:blank', '', '/ko/'])(
  'webAddress returns undefined for %j, which is not the address of a web page',
  address => expect(webAddress(address)).toBeUndefined(),
)

test.each(['ios', 'android'] as const)(
  'KakaoTalk gets the whole address as one parameter on %s, also with half a surrogate pair',
  platform => {
    expect(out('kakaotalk', platform, PAGE)).toBe(`kakaotalk://web/openExternal?url=${ENCODED}`)
    expect(out('kakaotalk', platform, `${SITE}\ud800`)).toContain('%25EF%25BF%25BD')
  },
)

test.each([
  ['is added to an address without parameters', '', '?openExternalBrowser=1'],
  ['is added to others', `?a=1&b=한글${hash}`, `${search}&openExternalBrowser=1${hash}`],
  [
    'is added to a similar one',
    '?openExternalBrowser=10',
    '?openExternalBrowser=10&openExternalBrowser=1',
  ],
  ['is not repeated', '?openExternalBrowser=1', '?openExternalBrowser=1'],
  [
    'is not repeated among others',
    '?a=1&openExternalBrowser=1&b=2',
    '?a=1&openExternalBrowser=1&b=2',
  ],
])('the parameter for LINE %s', (_, given, expected) => {
  expect(out('line', 'ios', `${SITE}${given}`)).toBe(`${SITE}${expected}`)
})

describe.each(['naver-app', 'instagram', 'facebook', 'in-app'] as const)(
  'the address for %s',
  browser => {
    test('is an intent on Android, and the page’s address cannot change the parts of the intent', () => {
      const [target, parts, ...rest] = (out(browser, 'android', PAGE) ?? '').split('#')
      expect(rest).toEqual([])
      expect(target).toBe(`intent://example.com${pathname}${search}`)
      expect(parts?.split(';')).toEqual([
        ...['Intent', 'scheme=https', 'package=com.android.chrome'],
        ...[`S.browser_fallback_url=${ENCODED}`, 'end'],
      ])
    })

    test('keeps the port and the scheme of a page in development', () => {
      expect(out(browser, 'android', 'http://localhost:8080/a')).toMatch(
        /^intent:\/\/localhost:8080\/a#Intent;scheme=http;/,
      )
    })

    test('is missing on iOS', () => expect(out(browser, 'ios', PAGE)).toBeUndefined())
  },
)
