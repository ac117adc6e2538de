// @vitest-environment happy-dom
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import {
  command,
  cookies,
  insertTag,
  layer,
  page,
  setCookies,
  transcript,
  useGooglePages,
} from '../../../../../test/support/google-page.ts'
import { stubFetch } from '../../../../../test/support/stub-fetch.ts'
import { createStore, memoryStorage } from '../../core/index.ts'
import { gateOf } from '../gate.ts'
import { categoryFor } from './category-for.ts'
import { type SilentTag, switchOff } from './opt-out.ts'
import { createSilence } from './silence.ts'

const ID = 'G-ABC123'
const OWNER = { category: 'analytics', name: 'Google Analytics' }

useGooglePages()

beforeEach(() => {
  page.dataLayer = []
})

/** A loaded tag that has to be silent, and the events and hits that it can see and send. */
const create = () => {
  vi.useFakeTimers()
  const { reaches } = stubFetch()
  const consent = createStore(
    { policy: { version: '1' }, categories: { analytics: {} } },
    { storage: memoryStorage(), signals: { gpc: false } },
  )
  const gate = gateOf(consent)
  const hosts = ['*.google-analytics.com', `*.google-analytics.com?tid=${ID}`, '/metrics']
  const rule = gate.register({ unblockedBy: OWNER, hosts })
  const tag: SilentTag = {
    gate,
    owner: OWNER,
    kind: 'analytics',
    options: { id: ID },
    hosts,
    layer,
    isGranted: () => !gate.isBlocked(OWNER),
    isSwitchedOff: () => gate.isBlocked(OWNER),
    disposes: new Map(),
  }
  switchOff(tag)
  const silence = createSilence({ ...tag, switchOff })
  const dispose = () => {
    for (const end of tag.disposes.values()) end()
  }
  onTestFinished(() => {
    dispose()
    rule.dispose()
    consent.destroy()
  })
  /** Says whether a hit with these parameters is sent. */
  const sends = (query: string): boolean =>
    reaches(`https://region1.google-analytics.com/g/collect?v=2&tid=${ID}&${query}`)
  /** Withdraws and grants as the services do. */
  const withdraw = () => {
    consent.withdraw('analytics')
    silence.mute()
  }
  const grant = () => {
    consent.acceptAll()
    silence.speak()
  }
  return { consent, dispose, gate, grant, sends, silence, tag, withdraw }
}

const seconds = (count: number) => vi.advanceTimersByTime(count * 1000)

/** Says whether the tag may send hits of its own. */
const mayMeasure = () => page[`ga-disable-${ID}`] !== true

test('the switches refuse hits of the tag itself until 1.5 seconds after the last new grant, and none that the page pushes', () => {
  const { grant, sends, withdraw } = create()
  grant()
  expect(mayMeasure()).toBe(true)
  withdraw()
  seconds(60)
  grant()
  expect(sends('en=page_view')).toBe(true)
  // Enhanced measurement checks the switches 1.1 s after a change of the address.
  seconds(1.4)
  expect(mayMeasure()).toBe(false)
  withdraw()
  grant()
  seconds(1.4)
  expect(mayMeasure()).toBe(false)
  seconds(0.1)
  expect(mayMeasure()).toBe(true)
})

test('entries of the page are sent after a new grant while hits of the tag itself are refused', () => {
  const { grant, withdraw } = create()
  grant()
  const seen: boolean[] = []
  const own = layer()
  const { push } = own
  // Simulates a loaded tag, which has replaced `push`.
  own.push = (...entries) => {
    seen.push(mayMeasure())
    return push.apply(own, entries)
  }
  withdraw()
  layer().push(command('event', 'denied'))
  grant()
  layer().push(command('event', 'granted'))
  // A timer of the tag pushes this event for an address that the page opened before the grant.
  layer().push({ event: 'gtm.historyChange-v2' })
  layer().push({ event: 'purchase' }, { user: 'new' })
  expect(seen).toEqual([false, true, false, true])
  expect(mayMeasure()).toBe(false)
})

test('a hit with the visitor id from before a withdrawal is blocked for ten seconds, under any cookie prefix', () => {
  const { grant, sends, withdraw } = create()
  grant()
  document.cookie = '_ga=GA1.1.111.222; path=/'
  document.cookie = 'foo_ga=GA1.2.333.444; path=/'
  withdraw()
  grant()
  const sent = () => ['cid=111.222', 'cid=333.444', 'cid=555.666'].map(query => sends(query))
  expect(sent()).toEqual([false, false, true])
  seconds(9.999)
  expect(sent()).toEqual([false, false, true])
  seconds(0.001)
  expect(sent()).toEqual([true, true, true])
})

test('each id in scripts and in the data layer is switched off', () => {
  const { grant, tag, withdraw } = create()
  layer().push(command('config', 'G-TWO'))
  insertTag('https://metrics.shop.test/gtag/js?l=x&id=G-THREE').type = 'text/plain'
  switchOff(tag)
  const switches = () => [ID, 'G-TWO', 'G-THREE'].map(id => page[`ga-disable-${id}`])
  expect(switches()).toEqual([true, true, true])
  grant()
  expect(switches()).toEqual([undefined, undefined, undefined])
  withdraw()
  expect(switches()).toEqual([true, true, true])
})

test('cookies with a prefix of the page’s own are blocked and swept', () => {
  const { consent, grant, withdraw } = create()
  layer().push(command('config', ID, { cookie_prefix: 'shop' }))
  grant()
  withdraw()
  consent.acceptAll()
  setCookies('shop_ga', 'shop_ga_ABC123', 'shop_cart')
  consent.withdraw('analytics')
  expect(cookies()).toEqual(['shop_cart'])
})

test('events between a withdrawal and a new grant are dropped', () => {
  const { grant, withdraw } = create()
  grant()
  withdraw()
  layer().push(command('event', 'between'), command('set', { currency: 'KRW' }))
  grant()
  layer().push(command('event', 'later'))
  expect(transcript()).toEqual(['set', 'event later'])
})

test('dispose removes every rule of the silence', () => {
  const { consent, dispose, grant, sends, withdraw } = create()
  grant()
  document.cookie = '_ga=GA1.1.111.222; path=/'
  withdraw()
  dispose()
  consent.acceptAll()
  expect([sends('en=page_view'), sends('cid=111.222')]).toEqual([true, true])
})

test('a withdrawal with four cookies reads document.cookie a bounded number of times', () => {
  const { consent, gate, grant, silence } = create()
  const names = ['_ga', '_ga_ABC123', '_gid', '_gat']
  onTestFinished(gate.register({ unblockedBy: OWNER, cookies: names }).dispose)
  onTestFinished(
    gate.follow(OWNER, () => () => {
      silence.mute()
    }),
  )
  grant()
  seconds(60)
  const read = vi
    .spyOn(Document.prototype, 'cookie', 'get')
    .mockReturnValue(names.map(name => `${name}=GA1.1.1.2`).join('; '))
  onTestFinished(() => read.mockRestore())
  consent.withdraw('analytics')
  // Reads for the visitor ids and for the sweep, and later for the second sweep.
  expect(read).toHaveBeenCalledTimes(2)
  seconds(60)
  expect(read).toHaveBeenCalledTimes(3)
})

test('categoryFor returns the category of the name, or the service’s own', () => {
  const { consent } = create()
  expect(categoryFor(consent as never, 'analytics', 'marketing')).toBe('analytics')
  expect(categoryFor(consent as never, 'ads', 'marketing')).toBe('marketing')
})
