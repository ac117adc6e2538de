// @vitest-environment happy-dom
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { createConsent, memoryStorage } from '../../core/index.ts'
import { googleAds } from './google-ads.ts'
import { googleAnalytics } from './google-analytics.ts'

type Category = 'analytics' | 'ads'

const page = window as unknown as Record<string, unknown> & {
  happyDOM: { settings: Record<string, unknown> }
}

// The tag itself is not loaded.
Object.assign(page.happyDOM.settings, {
  disableJavaScriptFileLoading: true,
  handleDisabledFileLoadingAsSuccess: true,
})

beforeEach(() => {
  document.head.innerHTML = ''
  localStorage.clear()
  for (const name of ['dataLayer', 'gtag', '_gaUserPrefs', 'google_tag_manager'])
    Reflect.deleteProperty(page, name)
})

/** A page whose network tells which addresses were reached. */
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
]

test.each(['G-1', 'AW-', 'ca-pub-', 'GTM-1', ''])('refuses an id of another kind: %s', id => {
  expect(() => googleAds({ id })).toThrow(
    expect.objectContaining({ name: 'ConsentError', code: 'ads' }),
  )
})

test('loads the tag at the grant of its own category, and no earlier', () => {
  const { consent } = create()
  consent.decide({ analytics: true })
  expect(sources()).toEqual(['https://www.googletagmanager.com/gtag/js?id=G-ABC123'])
  consent.decide({ ads: true })
  expect(sources()).toContain('https://www.googletagmanager.com/gtag/js?id=AW-123')
})

test('grants the signals of advertising by its own category, though Analytics came first', () => {
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

test('blocks the hosts of advertising until its grant and after its withdrawal, Analytics granted or not', async () => {
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

test('leaves the switches of Analytics alone', () => {
  const { consent } = create()
  consent.decide({ analytics: true })
  const { ioo } = page['_gaUserPrefs'] as { ioo(): boolean }
  expect(ioo()).toBe(false)
  expect(page['ga-disable-G-ABC123']).toBeFalsy()
})

test('loads AdSense by the id of a publisher', () => {
  const { consent } = create('ca-pub-42')
  consent.decide({ ads: true })
  expect(sources()).toEqual([
    'https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js?client=ca-pub-42',
  ])
})
