// @vitest-environment happy-dom

import { expect, test } from 'vitest'
import {
  accepts,
  decides,
  heard,
  insertTag,
  layer,
  loadsTag,
  openPage,
  page,
  play,
  pushes,
  rejects,
  type Step,
  scripts,
  transcript,
  updates,
  useGooglePages,
} from '../../../../../test/support/google-page.ts'
import { stubFetch } from '../../../../../test/support/stub-fetch.ts'
import { googleAnalytics } from './google-analytics.ts'
import { type GoogleTagManagerOptions, googleTagManager } from './google-tag-manager.ts'

const ID = 'GTM-ABC123'
const CONTAINER = `https://www.googletagmanager.com/gtm.js?id=${ID}`

useGooglePages()

const open = (
  changes: Partial<GoogleTagManagerOptions> = {},
  analytics: readonly ReturnType<typeof googleAnalytics>[] = [],
) => openPage({ analytics, marketing: [googleTagManager({ id: ID, ...changes })] })

/** Opens a page that has Google Analytics, too. */
const openBoth = () => open({}, [googleAnalytics({ id: 'G-ONE' })])

const onlyMarketing = decides({ analytics: false, marketing: true })
const onlyAnalytics = decides({ analytics: true, marketing: false })
const withdraws: Step = consent => consent.withdraw('marketing')

/** Returns what the container was told of the categories at each change. */
const reported = () =>
  [...layer()]
    .filter(entry => (entry as { event?: string }).event === 'spaceone_consent_update')
    .map(entry => (entry as { spaceone_consent: unknown }).spaceone_consent)

test.each(['G-ABC123', 'GTM-', 'gtm-abc', 'GTM-ABC ', 'GTM-XXXXXXX', ''])(
  'rejects the invalid container id %j',
  id => {
    expect(() => googleTagManager({ id })).toThrow(
      expect.objectContaining({ name: 'ConsentError', code: 'gtm', value: id }),
    )
  },
)

const UPDATE = ['consent update', 'spaceone_consent_update']
const STARTED = ['consent default', ...UPDATE, 'gtm.js']

/** A page, and the data layer after some steps. */
interface Transcript {
  readonly title: string
  /** What the page has queued. @default nothing */
  readonly queue?: readonly unknown[]
  readonly manager?: Partial<GoogleTagManagerOptions>
  readonly steps: readonly Step[]
  readonly entries: readonly string[]
}

test.each<Transcript>([
  {
    title: 'before the grant every consent signal is denied',
    steps: [onlyAnalytics],
    entries: ['consent default'],
  },
  {
    title: 'at the grant the signals are updated, settings of the page kept and events dropped',
    steps: [pushes({ event: 'purchase' }, { user: 'new' }), onlyMarketing],
    entries: ['consent default', ...UPDATE, '{user}', 'gtm.js'],
  },
  {
    title: 'each change is reported while granted',
    steps: [onlyMarketing, decides({ analytics: true })],
    entries: [...STARTED, ...UPDATE],
  },
  {
    title: 'a container that the site loads itself is started by the site',
    queue: [{ 'gtm.start': 1, event: 'gtm.js' }],
    manager: { loadScript: false },
    steps: [accepts],
    entries: STARTED,
  },
])('$title', async ({ queue, manager, steps, entries }) => {
  if (queue) page.dataLayer = [...queue]
  await play(open(manager), ...steps)
  expect(transcript()).toEqual(entries)
})

test('after the withdrawal the container hears no events, and a later grant starts no second one', async () => {
  const consent = open()
  await play(consent, accepts, loadsTag, withdraws, pushes({ event: 'purchase' }))
  expect(heard()).toEqual(UPDATE)
  await play(consent, accepts, pushes({ event: 'search' }))
  expect(heard().slice(2)).toEqual([...UPDATE, 'search'])
})

test('the container is inserted once at the grant, with the time of the start and the categories', async () => {
  const consent = open()
  expect(scripts()).toEqual([])
  await play(consent, onlyMarketing)
  expect(layer()[3]).toEqual({ event: 'gtm.js', 'gtm.start': expect.any(Number) })
  // `analytics_storage` follows the category `analytics`, not the container's own.
  expect(updates()).toMatchObject([{ ad_storage: 'granted', analytics_storage: 'denied' }])
  await play(consent, withdraws, accepts)
  expect(reported()).toEqual([
    { analytics: false, marketing: true },
    { analytics: false, marketing: false },
    { analytics: true, marketing: true },
  ])
  expect(scripts()).toHaveLength(1)
  expect(scripts()[0]).toMatchObject({ src: CONTAINER, async: true })
})

test('the container reads the changes of the next consent when the first is destroyed', async () => {
  const marketing = [googleTagManager({ id: ID })]
  const first = openPage({ marketing })
  await play(first, accepts, () => first.destroy())
  const refused = { analytics: false, marketing: false }
  expect(reported().pop()).toEqual(refused)
  const next = openPage({ marketing })
  await play(next, accepts, decides({ analytics: false }))
  expect(reported().pop()).toEqual({ analytics: false, marketing: true })
  await play(next, rejects)
  expect(reported().pop()).toEqual(refused)
  const { length } = reported()
  first.restrict(true)
  expect(reported()).toHaveLength(length)
})

test('the container is loaded from the site’s own server, to which requests are blocked while denied', async () => {
  const { reaches } = stubFetch()
  const consent = open({ server: 'https://gtm.shop.test' })
  expect(reaches('https://gtm.shop.test/g/collect')).toBe(false)
  await play(consent, accepts)
  expect(scripts()[0]?.src).toBe(`https://gtm.shop.test/gtm.js?id=${ID}`)
  expect(reaches('https://gtm.shop.test/g/collect')).toBe(true)
})

test('a container that the site loads itself is blocked until the grant', async () => {
  const consent = open({ loadScript: false })
  const script = insertTag(CONTAINER)
  expect(script.type).toBe('text/plain')
  await play(consent, accepts)
  expect(scripts()).toEqual([script])
})

test.each([
  'https://www.google-analytics.com/g/collect',
  'https://www.googletagmanager.com/gtag/js?id=G-TWO',
  'https://googleads.g.doubleclick.net/pagead',
  'https://1234567.fls.doubleclick.net/activityi;src=1234567',
])('addresses that a container may request are blocked while it is denied: %s', async address => {
  const { reaches } = stubFetch()
  const consent = open()
  expect(reaches(address)).toBe(false)
  await play(consent, onlyMarketing)
  expect(reaches(address)).toBe(true)
})

test('with Google Analytics on the page each service has its own addresses, and both share the others', async () => {
  const { reaches } = stubFetch()
  const consent = openBoth()
  const reached = async (step: Step) => {
    await play(consent, step)
    return [
      'https://www.google-analytics.com/g/collect?v=2&tid=G-ONE',
      'https://www.googletagmanager.com/gtag/js?id=G-ONE',
      CONTAINER,
      'https://www.google-analytics.com/g/collect?v=2&tid=G-OTHER',
    ].map(reaches)
  }
  expect(await reached(onlyAnalytics)).toEqual([true, true, false, false])
  expect(await reached(onlyMarketing)).toEqual([false, false, true, false])
  expect(await reached(accepts)).toEqual([true, true, true, true])
})

test('consent signals are pushed once for two tags on one data layer', async () => {
  await play(openBoth(), accepts)
  const signals = transcript().filter(text => text.startsWith('consent '))
  expect(signals).toEqual(['consent default', 'consent update'])
  expect(scripts()).toHaveLength(2)
})

test('a container that is granted after another tag hears its updated signals, and no event from before', async () => {
  const consent = openBoth()
  await play(consent, onlyAnalytics, loadsTag)
  await play(consent, pushes({ event: 'search' }, { user: 'new' }), decides({ marketing: true }))
  expect(heard().slice(0, 3)).toEqual(['search', '{user}', 'consent update'])
  expect(transcript()).not.toContain('search')
  expect(transcript()).toContain('{user}')
  expect(heard().indexOf('gtm.js')).toBeGreaterThan(2)
})
