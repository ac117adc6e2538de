import { describe, expect, test } from 'vitest'
import type { BrowserId } from './browser-id.ts'
import type { Platform } from './detect-platform.ts'
import { wayOut, webAddress } from './way-out.ts'

const out = (browser: BrowserId, platform: Platform, address: string) => {
  const url = webAddress(address)
  return url && wayOut(browser, platform, url)
}

const PAGE = 'https://example.com/안내?a=1&b=한글#절;end'
const ENCODED = encodeURIComponent(new URL(PAGE).href)

test.each(['javascript:alert(1)', 'data:text/html,1', 'intent://x', 'about:blank', '', '/ko/'])(
  '%j is no address of a page on the web',
  address => {
    expect(webAddress(address)).toBeUndefined()
  },
)

test('KakaoTalk is handed the whole address as one parameter', () => {
  for (const platform of ['ios', 'android'] as const)
    expect(out('kakaotalk', platform, PAGE)).toBe(`kakaotalk://web/openExternal?url=${ENCODED}`)
  expect(decodeURIComponent(ENCODED)).toBe(new URL(PAGE).href)
})

describe('LINE', () => {
  test('is asked by a parameter that leaves the others and the fragment as they are', () => {
    const url = new URL(out('line', 'ios', PAGE) ?? '')
    expect([...url.searchParams]).toEqual([
      ['a', '1'],
      ['b', '한글'],
      ['openExternalBrowser', '1'],
    ])
    expect(url.hash).toBe(new URL(PAGE).hash)
  })

  test('is asked by the only parameter where there was none', () => {
    expect(out('line', 'android', 'https://example.com/')).toBe(
      'https://example.com/?openExternalBrowser=1',
    )
  })
})

describe.each(['naver-app', 'instagram', 'facebook'] as const)('%s', browser => {
  test('is left by an intent on Android, whose parts the page’s address cannot change', () => {
    const intent = out(browser, 'android', PAGE) ?? ''
    const [target, parts, ...rest] = intent.split('#')
    expect(rest).toEqual([])
    expect(target).toBe(`intent://example.com${new URL(PAGE).pathname}${new URL(PAGE).search}`)
    expect(parts?.split(';')).toEqual([
      'Intent',
      'scheme=https',
      'package=com.android.chrome',
      `S.browser_fallback_url=${ENCODED}`,
      'end',
    ])
  })

  test('keeps port and scheme of a page in development', () => {
    expect(out(browser, 'android', 'http://localhost:8080/a')).toMatch(
      /^intent:\/\/localhost:8080\/a#Intent;scheme=http;/,
    )
  })

  test('has no way out on iOS', () => {
    expect(out(browser, 'ios', PAGE)).toBeUndefined()
  })
})

test('half a character in an address does no harm', () => {
  expect(out('kakaotalk', 'ios', 'https://example.com/\ud800')).toContain('%25EF%25BF%25BD')
})
