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
  'webAddress returns undefined for %j, which is not the address of a web page',
  address => {
    expect(webAddress(address)).toBeUndefined()
  },
)

test('KakaoTalk gets the whole address as one parameter', () => {
  for (const platform of ['ios', 'android'] as const)
    expect(out('kakaotalk', platform, PAGE)).toBe(`kakaotalk://web/openExternal?url=${ENCODED}`)
  expect(decodeURIComponent(ENCODED)).toBe(new URL(PAGE).href)
})

describe('the address for LINE', () => {
  test('has an added parameter and keeps the other parameters and the fragment', () => {
    const url = new URL(out('line', 'ios', PAGE) ?? '')
    expect([...url.searchParams]).toEqual([
      ['a', '1'],
      ['b', '한글'],
      ['openExternalBrowser', '1'],
    ])
    expect(url.hash).toBe(new URL(PAGE).hash)
  })

  test('has one parameter when the page’s address has none', () => {
    expect(out('line', 'android', 'https://example.com/')).toBe(
      'https://example.com/?openExternalBrowser=1',
    )
  })

  test.each(['?openExternalBrowser=1', '?a=1&openExternalBrowser=1&b=2'])(
    'is unchanged when the page’s address already has %s',
    search => {
      const page = `https://example.com/${search}`
      expect(out('line', 'ios', page)).toBe(page)
    },
  )

  test('has an added parameter when another parameter only resembles LINE’s', () => {
    const page = 'https://example.com/?openExternalBrowser=10'
    expect(out('line', 'ios', page)).toBe(`${page}&openExternalBrowser=1`)
  })
})

describe.each(['naver-app', 'instagram', 'facebook', 'in-app'] as const)(
  'the address for %s',
  browser => {
    test('is an intent on Android, and the page’s address cannot change the parts of the intent', () => {
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

    test('keeps the port and the scheme of a page in development', () => {
      expect(out(browser, 'android', 'http://localhost:8080/a')).toMatch(
        /^intent:\/\/localhost:8080\/a#Intent;scheme=http;/,
      )
    })

    test('is missing on iOS', () => {
      expect(out(browser, 'ios', PAGE)).toBeUndefined()
    })
  },
)

test('encodes an address with half a surrogate pair', () => {
  expect(out('kakaotalk', 'ios', 'https://example.com/\ud800')).toContain('%25EF%25BF%25BD')
})
