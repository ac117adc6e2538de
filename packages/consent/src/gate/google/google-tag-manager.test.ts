// @vitest-environment happy-dom

import { beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { answerScripts } from '../../../../../test/support/answer-scripts.ts'
import { stubFetch } from '../../../../../test/support/stub-fetch.ts'
import { createConsent, memoryStorage } from '../../core/index.ts'
import { googleAnalytics } from './google-analytics.ts'
import { type GoogleTagManagerOptions, googleTagManager } from './google-tag-manager.ts'

type Category = 'analytics' | 'marketing'

interface Page {
  dataLayer?: unknown[] | undefined
  happyDOM: { settings: Record<string, unknown> }
}

const ID = 'GTM-ABC123'

const page = window as unknown as Page

answerScripts()

// The code that starts a tag is loaded here once, so that each start is synchronous.
beforeAll(async () => {
  const consent = createConsent(
    {
      policy: { version: '1' },
      categories: { marketing: { services: [googleTagManager({ id: ID })] } },
    },
    { storage: memoryStorage(), signals: { gpc: false } },
  )
  consent.acceptAll()
  await vi.waitFor(() => expect(document.querySelector('script')).not.toBeNull())
  consent.destroy()
})

// Reset before each test, since a destroyed consent leaves its switches in the page.
beforeEach(() => {
  vi.unstubAllGlobals()
  document.head.innerHTML = ''
  for (const name of ['_gaUserPrefs', 'dataLayer', 'gtag', `ga-disable-${ID}`, 'ga-disable-G-ONE'])
    Reflect.deleteProperty(page, name)
})

const create = (
  changes: Partial<GoogleTagManagerOptions> = {},
  analytics: readonly ReturnType<typeof googleAnalytics>[] = [],
) => {
  const consent = createConsent<Category>(
    {
      policy: { version: '1' },
      categories: {
        analytics: { services: analytics },
        marketing: { services: [googleTagManager({ id: ID, ...changes })] },
      },
    },
    { storage: memoryStorage(), signals: { gpc: false } },
  )
  onTestFinished(consent.destroy)
  return consent
}

/** Returns the entries of the data layer, each shortened to its distinguishing words. */
const order = (): readonly unknown[] =>
  [...(page.dataLayer ?? [])].map(entry => {
    const { event } = entry as { event?: string }
    return (
      event ??
      Array.from(entry as ArrayLike<unknown>)
        .slice(0, 2)
        .join(' ')
    )
  })

const entry = (event: string): unknown =>
  page.dataLayer?.filter(found => (found as { event?: string }).event === event).pop()

const scripts = (): readonly HTMLScriptElement[] => [...document.querySelectorAll('script')]

test.each(['G-ABC123', 'GTM-', 'gtm-abc', 'GTM-ABC ', 'GTM-XXXXXXX', ''])(
  'rejects the invalid container id %j',
  id => {
    expect(() => googleTagManager({ id })).toThrow(
      expect.objectContaining({ name: 'ConsentError', code: 'gtm', value: id }),
    )
  },
)

test('before the grant no container is loaded, and every consent signal is denied', () => {
  const consent = create()
  consent.decide({ analytics: true, marketing: false })
  expect(scripts()).toEqual([])
  expect(order()).toEqual(['consent default'])
})

test('at the grant the signals are updated, and then the container is loaded', () => {
  const consent = create()
  page.dataLayer?.push({ event: 'purchase' }, { user: 'new' })
  consent.decide({ analytics: false, marketing: true })
  expect(scripts()).toHaveLength(1)
  expect(scripts()[0]).toMatchObject({
    src: `https://www.googletagmanager.com/gtm.js?id=${ID}`,
    async: true,
  })
  expect(order()).toEqual([
    'consent default',
    'consent update',
    'spaceone_consent_update',
    '',
    'gtm.js',
  ])
  expect(page.dataLayer?.[3]).toEqual({ user: 'new' })
  expect(entry('gtm.js')).toEqual({ event: 'gtm.js', 'gtm.start': expect.any(Number) })
  expect(entry('spaceone_consent_update')).toEqual({
    event: 'spaceone_consent_update',
    spaceone_consent: { analytics: false, marketing: true },
  })
})

test('analytics_storage follows the category `analytics`, not the container’s own', () => {
  const consent = create()
  consent.decide({ analytics: false, marketing: true })
  const [, update] = page.dataLayer as [unknown, ArrayLike<unknown>]
  expect(update[2]).toMatchObject({ ad_storage: 'granted', analytics_storage: 'denied' })
})

test('the container receives spaceone_consent_update at each change while granted', () => {
  const consent = create()
  consent.decide({ analytics: false, marketing: true })
  consent.decide({ analytics: true })
  expect(entry('spaceone_consent_update')).toMatchObject({
    spaceone_consent: { analytics: true, marketing: true },
  })
  expect(order().slice(-2)).toEqual(['consent update', 'spaceone_consent_update'])
})

test('the container reads the changes of the next consent when the first is destroyed', () => {
  const services = [googleTagManager({ id: ID })]
  const open = () => {
    const consent = createConsent<Category>(
      { policy: { version: '1' }, categories: { analytics: {}, marketing: { services } } },
      { storage: memoryStorage(), signals: { gpc: false } },
    )
    onTestFinished(consent.destroy)
    return consent
  }
  const first = open()
  first.acceptAll()
  first.destroy()
  const granted = { analytics: false, marketing: false }
  expect(entry('spaceone_consent_update')).toMatchObject({ spaceone_consent: granted })
  const next = open()
  next.acceptAll()
  next.decide({ analytics: false })
  expect(entry('spaceone_consent_update')).toMatchObject({
    spaceone_consent: { analytics: false, marketing: true },
  })
  next.rejectAll()
  expect(entry('spaceone_consent_update')).toMatchObject({ spaceone_consent: granted })
  const { length } = order()
  first.restrict(true)
  expect(order()).toHaveLength(length)
})

test('after the withdrawal the container receives no events', () => {
  const consent = create()
  consent.acceptAll()
  consent.withdraw('marketing')
  const { length } = order()
  page.dataLayer?.push({ event: 'purchase' })
  expect(order()).toHaveLength(length)
  consent.acceptAll()
  page.dataLayer?.push({ event: 'search' })
  expect(order()).toContain('search')
  expect(order()).not.toContain('purchase')
})

test('a later grant loads no second container', () => {
  const consent = create()
  consent.acceptAll()
  consent.withdraw('marketing')
  consent.acceptAll()
  expect(scripts()).toHaveLength(1)
  expect(order().filter(name => name === 'gtm.js')).toHaveLength(1)
})

test('the container is loaded from the site’s own server, to which requests are blocked while denied', () => {
  const { reaches } = stubFetch()
  const consent = create({ server: 'https://gtm.shop.test' })
  expect(reaches('https://gtm.shop.test/g/collect')).toBe(false)
  consent.acceptAll()
  expect(scripts()[0]?.src).toBe(`https://gtm.shop.test/gtm.js?id=${ID}`)
  expect(reaches('https://gtm.shop.test/g/collect')).toBe(true)
})

test('a container that the site loads itself is blocked until the grant, and started by the site', () => {
  page.dataLayer = [{ 'gtm.start': 1, event: 'gtm.js' }]
  const consent = create({ loadScript: false })
  const script = document.createElement('script')
  script.src = `https://www.googletagmanager.com/gtm.js?id=${ID}`
  document.head.append(script)
  expect(script.type).toBe('text/plain')
  consent.acceptAll()
  expect(scripts()).toEqual([script])
  expect(order()).toEqual([
    'consent default',
    'consent update',
    'spaceone_consent_update',
    'gtm.js',
  ])
})

test.each([
  'https://www.google-analytics.com/g/collect',
  'https://www.googletagmanager.com/gtag/js?id=G-TWO',
  'https://googleads.g.doubleclick.net/pagead',
  'https://1234567.fls.doubleclick.net/activityi;src=1234567',
])('addresses that a container may request are blocked while it is denied: %s', address => {
  const { reaches } = stubFetch()
  const consent = create()
  expect(reaches(address)).toBe(false)
  consent.decide({ analytics: false, marketing: true })
  expect(reaches(address)).toBe(true)
})

test('the addresses of Google Analytics follow its own category when both services exist', () => {
  const { reaches } = stubFetch()
  const consent = create({}, [googleAnalytics({ id: 'G-ONE' })])
  consent.decide({ analytics: true, marketing: false })
  expect(reaches('https://www.google-analytics.com/g/collect?v=2&tid=G-ONE')).toBe(true)
  expect(reaches('https://www.googletagmanager.com/gtag/js?id=G-ONE')).toBe(true)
  expect(reaches(`https://www.googletagmanager.com/gtm.js?id=${ID}`)).toBe(false)
  consent.decide({ analytics: false, marketing: true })
  expect(reaches('https://www.google-analytics.com/g/collect?v=2&tid=G-ONE')).toBe(false)
  expect(reaches('https://www.googletagmanager.com/gtag/js?id=G-ONE')).toBe(false)
  expect(reaches(`https://www.googletagmanager.com/gtm.js?id=${ID}`)).toBe(true)
})

test('requests that two tags share are sent when both are granted', () => {
  const { reaches } = stubFetch()
  const consent = create({}, [googleAnalytics({ id: 'G-ONE' })])
  const address = 'https://www.google-analytics.com/g/collect?v=2&tid=G-OTHER'
  consent.decide({ analytics: true, marketing: false })
  expect(reaches(address)).toBe(false)
  consent.decide({ analytics: false, marketing: true })
  expect(reaches(address)).toBe(false)
  consent.acceptAll()
  expect(reaches(address)).toBe(true)
})

test('consent signals are pushed once for two tags on one data layer', () => {
  create({}, [googleAnalytics({ id: 'G-ONE' })]).acceptAll()
  const sentSignals = order().filter(name => `${name}`.startsWith('consent '))
  expect(sentSignals).toEqual(['consent default', 'consent update'])
  expect(scripts()).toHaveLength(2)
})

test('a container that is granted after another tag starts after its signals are updated', () => {
  const consent = create({}, [googleAnalytics({ id: 'G-ONE' })])
  consent.decide({ analytics: true, marketing: false })
  consent.decide({ marketing: true })
  const sentSignals = order()
  expect(sentSignals.lastIndexOf('consent update')).toBeLessThan(sentSignals.indexOf('gtm.js'))
})

test('a container reads no events of another tag from before its own grant', () => {
  const consent = create({}, [googleAnalytics({ id: 'G-ONE' })])
  consent.decide({ analytics: true, marketing: false })
  const layer = page.dataLayer as unknown[]
  const { push } = layer
  // Simulates the tag of Google Analytics, which has read the queue.
  layer.push = (...entries) => push.apply(layer, entries)
  vi.stubGlobal('google_tag_manager', {})
  layer.push({ event: 'search' }, { user: 'new' })
  consent.decide({ marketing: true })
  expect(order()).not.toContain('search')
  expect(layer).toContainEqual({ user: 'new' })
})
