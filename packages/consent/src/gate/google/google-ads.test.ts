// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { answerScripts } from '../../../../../test/support/answer-scripts.ts'
import { createConsent, memoryStorage } from '../../core/index.ts'
import { googleAds } from './google-ads.ts'
import { googleAnalytics } from './google-analytics.ts'

type Category = 'analytics' | 'ads'

const page = window as unknown as Record<string, unknown> & {
  happyDOM: { settings: Record<string, unknown> }
}

answerScripts()

// The code that starts a tag is loaded here once, so that each start is synchronous.
beforeAll(async () => {
  const consent = createConsent(
    { policy: { version: '1' }, categories: { ads: { services: [googleAds({ id: 'AW-123' })] } } },
    { storage: memoryStorage(), signals: { gpc: false } },
  )
  consent.acceptAll()
  await vi.waitFor(() => expect(document.querySelector('script')).not.toBeNull())
  consent.destroy()
})

beforeEach(() => {
  document.head.innerHTML = ''
  localStorage.clear()
  for (const name of ['dataLayer', 'gtag', '_gaUserPrefs', 'google_tag_manager'])
    Reflect.deleteProperty(page, name)
})

/** Opens a page, and records the addresses of its requests. */
const create = (id = 'AW-123') => {
  const reached: string[] = []
  vi.stubGlobal('fetch', async (url: string) => {
    reached.push(url)
    return new Response()
  })
  const consent = createConsent<Category>(
    {
      policy: { version: '1' },
      categories: {
        analytics: { services: [googleAnalytics({ id: 'G-ABC123' })] },
        ads: { services: [googleAds({ id })] },
      },
    },
    { storage: memoryStorage(), signals: { gpc: false } },
  )
  onTestFinished(() => {
    consent.destroy()
    vi.unstubAllGlobals()
  })
  return { consent, reached }
}

const sources = () => [...document.scripts].map(({ src }) => src)

const updates = () =>
  (page['dataLayer'] as ArrayLike<unknown>[])
    .map(entry => Array.from(entry))
    .filter(([name, kind]) => name === 'consent' && kind === 'update')
    .map(([, , signals]) => signals)

const REQUESTS = [
  'https://googleads.g.doubleclick.net/pagead/viewthroughconversion/1',
  'https://googleadservices.com/pagead/conversion/1',
  'https://adservice.google.com/pagead/regclk',
  'https://ade.googlesyndication.com/ddm/activity',
  'https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js',
  'https://www.merchant-center-analytics.goog/mc/collect',
  'https://1234567.fls.doubleclick.net/activityi;src=1234567',
]

test.each(['G-1', 'AW-', 'ca-pub-', 'GTM-1', ''])('rejects an id of another kind: %s', id => {
  expect(() => googleAds({ id })).toThrow(
    expect.objectContaining({ name: 'ConsentError', code: 'ads' }),
  )
})

test('loads the tag at the grant of its own category, not before', () => {
  const { consent } = create()
  consent.decide({ analytics: true })
  expect(sources()).toEqual(['https://www.googletagmanager.com/gtag/js?id=G-ABC123'])
  consent.decide({ ads: true })
  expect(sources()).toContain('https://www.googletagmanager.com/gtag/js?id=AW-123')
})

test('grants the advertising signals by its own category when Analytics is listed first', () => {
  const { consent } = create()
  consent.decide({ analytics: true })
  expect(updates().pop()).toMatchObject({ analytics_storage: 'granted', ad_storage: 'denied' })
  consent.decide({ ads: true })
  expect(updates().pop()).toMatchObject({
    analytics_storage: 'granted',
    ad_storage: 'granted',
    ad_user_data: 'granted',
    ad_personalization: 'granted',
  })
})

test('blocks the hosts of advertising until its grant and after its withdrawal, whether or not Analytics is granted', async () => {
  const { consent, reached } = create()
  const reachAll = async () => {
    reached.length = 0
    for (const url of REQUESTS) await fetch(url)
    return [...reached]
  }
  expect(await reachAll()).toEqual([])
  consent.decide({ analytics: true })
  expect(await reachAll()).toEqual([])
  consent.decide({ ads: true })
  expect(await reachAll()).toEqual(REQUESTS)
  consent.decide({ ads: false })
  expect(await reachAll()).toEqual([])
})

test('does not set the switches of Analytics', () => {
  const { consent } = create()
  consent.decide({ analytics: true })
  const { ioo } = page['_gaUserPrefs'] as { ioo(): boolean }
  expect(ioo()).toBe(false)
  expect(page['ga-disable-G-ABC123']).toBeFalsy()
})

test('loads AdSense for a publisher id', () => {
  const { consent } = create('ca-pub-42')
  consent.decide({ ads: true })
  expect(sources()).toEqual([
    'https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js?client=ca-pub-42',
  ])
})
