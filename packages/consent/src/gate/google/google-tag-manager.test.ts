// @vitest-environment happy-dom

import { expect, test } from 'vitest'
import {
  accepts,
  decides,
  heard,
  layer,
  loadsTag,
  openPage,
  play,
  pushes,
  rejects,
  scripts,
  transcript,
  travel,
  updates,
  useGooglePages,
} from '../../../../../test/support/google-page.ts'
import type { Service } from '../../core/index.ts'
import { googleAnalytics } from './google-analytics.ts'
import { type GoogleTagManagerOptions, googleTagManager } from './google-tag-manager.ts'

useGooglePages()

const manager = (changes: Partial<GoogleTagManagerOptions> = {}) =>
  googleTagManager({ id: 'GTM-ABC123', ...changes })

const open = (tag = manager(), analytics: readonly Service[] = []) =>
  openPage({ analytics, marketing: [tag] })

const onlyMarketing = decides({ analytics: false, marketing: true })
const onlyAnalytics = decides({ analytics: true, marketing: false })

const reported = () =>
  [...layer()]
    .filter(entry => (entry as { event?: string }).event === 'spaceone_consent_update')
    .map(entry => (entry as { spaceone_consent: unknown }).spaceone_consent)

const UPDATE = 'consent update, spaceone_consent_update'
const STARTED = `consent default, ${UPDATE}, gtm.js`

test.each([
  ['that the site loads itself is started by the site', { loadScript: false }],
  ['whose snippet is in the page is started once', {}],
])('a container %s', (_, options) =>
  travel(open(manager(options)), [
    ...[pushes({ 'gtm.start': 1, event: 'gtm.js' }), accepts, STARTED],
  ]),
)

test('the container receives the time of the start, the signals, and the categories at each change', async () => {
  const consent = open()
  await play(consent, pushes({ event: 'early' }, { user: 'new' }), onlyMarketing)
  expect(transcript()).toBe(`consent default, ${UPDATE}, {user}, gtm.js`)
  expect(layer()[4]).toEqual({ event: 'gtm.js', 'gtm.start': expect.any(Number) })
  // `analytics_storage` follows the category `analytics`, not the container's own.
  expect(updates()).toMatchObject([{ ad_storage: 'granted', analytics_storage: 'denied' }])
  await play(consent, loadsTag, rejects, pushes({ event: 'purchase' }), accepts)
  await play(consent, pushes({ event: 'search' }))
  expect(reported()).toEqual([
    { analytics: false, marketing: true },
    { analytics: false, marketing: false },
    { analytics: true, marketing: true },
  ])
  expect(heard()).toBe(`${UPDATE}, ${UPDATE}, search`)
})

test('on a site without the category `analytics` the container’s own category grants analytics_storage', async () => {
  const marketing = { services: [manager()] }
  await play(openPage({ categories: { marketing } as never }), accepts)
  expect(updates()).toMatchObject([{ analytics_storage: 'granted' }])
})

test('the container reads the changes of the next consent when the first is destroyed', async () => {
  const tag = manager()
  const first = open(tag)
  const REFUSED = { analytics: false, marketing: false }
  await play(first, accepts, () => first.destroy())
  expect(reported().pop()).toEqual(REFUSED)
  const next = open(tag)
  await play(next, accepts, onlyMarketing)
  expect(reported().pop()).toEqual({ analytics: false, marketing: true })
  await play(next, rejects)
  const refused = reported()
  expect(refused.pop()).toEqual(REFUSED)
  first.restrict(true)
  expect(reported()).toEqual([...refused, REFUSED])
})

test('a container that is granted after another tag receives the updated signals, and no earlier event', async () => {
  const consent = open(manager(), [googleAnalytics({ id: 'G-ONE' })])
  await play(
    consent,
    onlyAnalytics,
    loadsTag,
    pushes({ event: 'search' }, { user: 'new' }),
    accepts,
  )
  expect(heard()).toMatch(/^search, {user}, consent update,.*gtm\.js/)
  expect(transcript()).not.toContain('search')
  expect(transcript()).toContain('{user}')
  expect(scripts()).toHaveLength(2)
})
