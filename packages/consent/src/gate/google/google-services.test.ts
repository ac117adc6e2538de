// @vitest-environment happy-dom

import { expect, test, vi } from 'vitest'
import {
  accepts,
  calls,
  decides,
  ID,
  openPage,
  play,
  rejects,
  type Step,
  useGooglePages,
  withdraws,
} from '../../../../../test/support/google-page.ts'
import { cookies, setCookies } from '../../../../../test/support/page-cookies.ts'
import { stubFetch } from '../../../../../test/support/stub-fetch.ts'
import type { Service } from '../../core/index.ts'
import type { StatedFacts } from '../../inventory/index.ts'
import { warn } from '../../options/warn.ts'
import { type FirebaseAnalyticsOptions, firebaseAnalytics } from './firebase-analytics.ts'
import { googleAds } from './google-ads.ts'
import { type GoogleAnalyticsOptions, googleAnalytics } from './google-analytics.ts'
import { googleTagManager } from './google-tag-manager.ts'

vi.mock('../../options/warn.ts', () => ({ warn: vi.fn(), noteWarnings: vi.fn() }))

useGooglePages()

const FACTORIES: readonly (readonly [string, (facts?: StatedFacts) => Service])[] = [
  ['googleAnalytics', facts => googleAnalytics({ id: ID, facts })],
  ['googleTagManager', facts => googleTagManager({ id: 'GTM-ABC123', facts })],
  ['googleAds', facts => googleAds({ id: 'AW-123', facts })],
  ['firebaseAnalytics', facts => firebaseAnalytics({ facts })],
]

const KEPT = { retention: { seconds: 5_184_000 }, identifies: true } as const
const NEVER = () => expect.unreachable()
/** What JavaScript may write into facts, and what the gate must not read. */
const OF_THE_GATE = {
  ...{ name: 'Other', addresses: [], cookies: [], storage: [], isInvalid: true },
  ...{ attach: NEVER, start: NEVER, stop: NEVER, failed: NEVER, refused: NEVER },
}

test.each(FACTORIES)(
  '%s: facts are properties of the service, and replace nothing that the gate or the store reads',
  (_, make) => {
    expect(make(KEPT)).toMatchObject({ ...KEPT, facts: KEPT })
    const { addresses, cookies, storage, isInvalid, name, ...rest } = make()
    expect(rest).not.toHaveProperty('facts')
    const service = make({ ...KEPT, ...OF_THE_GATE } as StatedFacts)
    expect(service).toMatchObject({ ...KEPT, name, addresses, cookies })
    expect([service.storage, service.isInvalid]).toEqual([storage, isInvalid])
    for (const key of ['attach', 'start', 'stop', 'failed', 'refused'] as const)
      expect(service[key]).not.toBe(NEVER)
  },
)

test.each([
  ['AW-123', ['_gcl_*', 'IDE'], ['_gcl_ls']],
  ['ca-pub-42', ['__gads', '__gpi', 'IDE'], undefined],
])(
  '%s lists the cookies of its own product, and a withdrawal deletes those of both products',
  async (id, listed, keys) => {
    const service = googleAds({ id })
    expect(service.cookies?.map(row => (typeof row === 'string' ? row : row.name))).toEqual(listed)
    expect(service.storage).toEqual(keys)
    const consent = openPage({ marketing: [service] })
    await play(consent, accepts)
    setCookies('_gcl_au', '__gads', '__gpi', 'cart')
    localStorage.setItem('_gcl_ls', '1')
    await play(consent, rejects)
    expect(cookies()).toEqual(['cart'])
    expect('_gcl_ls' in localStorage).toBe(false)
  },
)

const HOUR = { cookie_expires: 3600 }

test.each<[about: string, Partial<GoogleAnalyticsOptions>, object, unknown[][]]>([
  ['another lifetime', {}, HOUR, [['tag-config', ID, HOUR, undefined]]],
  ['the lifetime of the option', { config: HOUR }, HOUR, []],
  ['the lifetime of the SDK', {}, { cookie_expires: 34_128_000, cookie_update: false }, []],
  [
    'another renewal',
    {},
    { cookie_update: true },
    [[...['tag-config', ID], { cookie_update: true }, undefined]],
  ],
  [
    'a prefix',
    { config: HOUR },
    { cookie_prefix: 'a' },
    [['tag-config', ID, { ...HOUR, cookie_prefix: 'a' }, HOUR]],
  ],
  ['no parameter of cookies', { config: HOUR }, { cookie_path: '/shop' }, []],
])(
  'the console names a config of the page that differs from the option, once: %s',
  async (_, options, given, warnings) => {
    vi.mocked(warn).mockClear()
    const consent = openPage({ analytics: [googleAnalytics({ id: ID, ...options })] })
    await play(consent, calls('config', ID, given), accepts, withdraws, accepts)
    expect(vi.mocked(warn).mock.calls).toEqual(warnings)
  },
)

const WEB_CONFIG = 'https://firebase.googleapis.com/v1alpha/projects/-/apps/1:1:web:1/webConfig'
const INSTALLATIONS = 'https://firebaseinstallations.googleapis.com/v1/projects/shop/installations'
const DATABASES = ['firebase-installations-database', 'firebase-heartbeat-database']
const OTHERS = [
  'https://firebase.googleapis.com/v1alpha/projects/shop/remoteConfig',
  'https://firebase.googleapis.com/v1alpha/projects/-/appsettings',
  'https://firebaseremoteconfig.googleapis.com/v1/projects/shop',
  'https://firestore.googleapis.com/',
  'https://identitytoolkit.googleapis.com/v1/accounts',
]

test.each<FirebaseAnalyticsOptions | undefined>([
  ...[{}, { installations: false }, { installations: undefined }, undefined],
  { installations: true },
])(
  'with the options %j the addresses of Firebase Analytics are blocked and its data is deleted, until the grant of its category and after a withdrawal',
  async options => {
    const isWhole = options?.installations === true
    const blocked = isWhole ? [WEB_CONFIG, INSTALLATIONS] : [WEB_CONFIG]
    const databases = isWhole ? DATABASES : []
    const { reaches } = stubFetch()
    const deleteDatabase = vi.fn((_name: string) => new EventTarget())
    vi.stubGlobal('indexedDB', { deleteDatabase })
    const consent = openPage({ analytics: [firebaseAnalytics(options)] })
    const others = [...OTHERS, INSTALLATIONS].filter(address => !blocked.includes(address))
    const after = async (step: Step) => {
      deleteDatabase.mockClear()
      await play(consent, step)
      expect(others.filter(reaches)).toEqual(others)
      return [blocked.filter(reaches), deleteDatabase.mock.calls.flat()]
    }
    expect(await after(() => {})).toEqual([[], databases])
    expect(await after(decides({ marketing: true }))).toEqual([[], databases])
    expect(await after(accepts)).toEqual([blocked, []])
    expect(await after(withdraws)).toEqual([[], databases])
  },
)
