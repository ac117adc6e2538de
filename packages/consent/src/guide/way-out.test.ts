import { expect, test } from 'vitest'
import type { BrowserId, Platform } from './detect-browser.ts'
import { wayOut, webAddress } from './guide-for.ts'

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

const OPEN = 'openExternalBrowser=1'

test.each([
  ['is added to an address without parameters', '', `?${OPEN}`],
  ['is added to others', `?a=1&b=한글${hash}`, `${search}&${OPEN}${hash}`],
  ['is added to a similar one', `?${OPEN}0`, `?${OPEN}0&${OPEN}`],
  ['is not repeated', `?${OPEN}`, `?${OPEN}`],
  ['is not repeated among others', `?a=1&${OPEN}&b=2`, `?a=1&${OPEN}&b=2`],
])('the parameter for LINE %s', (_, given, expected) => {
  expect(out('line', 'ios', `${SITE}${given}`)).toBe(`${SITE}${expected}`)
})

test.each(['naver-app', 'instagram', 'facebook', 'in-app'] as const)(
  'the address for %s is an intent on Android, whose parts the page’s address cannot change, with the page’s port and scheme, and is missing on iOS',
  browser => {
    const [target, parts, ...rest] = (out(browser, 'android', PAGE) ?? '').split('#')
    expect(rest).toEqual([])
    expect(target).toBe(`intent://example.com${pathname}${search}`)
    expect(parts?.split(';')).toEqual([
      ...['Intent', 'scheme=https', 'package=com.android.chrome'],
      ...[`S.browser_fallback_url=${ENCODED}`, 'end'],
    ])
    expect(out(browser, 'android', 'http://localhost:8080/a')).toMatch(
      /^intent:\/\/localhost:8080\/a#Intent;scheme=http;/,
    )
    expect(out(browser, 'ios', PAGE)).toBeUndefined()
  },
)
