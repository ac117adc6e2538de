// @vitest-environment happy-dom

import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { broken } from '../../../../test/support/broken.ts'
import { redefine } from '../../../../test/support/redefine.ts'
import { SAMPLE } from '../../../../test/support/sample-record.ts'
import {
  type AnyConsent,
  type ConsentRecord,
  type Decision,
  decodeRecord,
  encodeRecord,
} from '../core/index.ts'
import { deliverTo } from '../npm/deliver-to.ts'
import { type DeliveryOptions, keepDecisions } from './keep-decisions.ts'
import samples from './outbox-samples.json' with { type: 'json' }
import type { DeliveryEvent } from './read-entry.ts'
import type { Outbox } from './start-delivery.ts'
import { startDelivery } from './start-delivery.ts'

const ADDRESS = 'https://host.example/events'
/** The key of the waiting time; in 0.1, with a full stop, also the beginning of each entry's key. */
const KEY = 'spaceone_consent.outbox'
/** In versions after 0.1, the key of each entry begins with this text. */
const NEW = 'spaceone_consent.outgoing.'

const id = (name: string) => name.padEnd(22, '_')

const record = (part: Partial<ConsentRecord> = {}): ConsentRecord => ({
  ...SAMPLE,
  r: id('receipt'),
  ...part,
})

const consent = { options: {} } as AnyConsent

/** The JSON of each request that the endpoint has received, oldest first. */
let sent: DeliveryEvent[]
/** The requests, oldest first: the id of the event, and the status if it is not 204. */
let requests: string[]
const fetch = vi.fn<typeof globalThis.fetch>()
const beacon = vi.fn<Navigator['sendBeacon']>()
const warn = vi.fn()
const undos: (() => void)[] = []

const documentOf = (init: RequestInit | undefined) => JSON.parse(`${init?.body}`)
const nameOf = ({ id }: { readonly id: string }) => `${id}`.replace(/_+$/, '')

/**
 * Sets the endpoint's responses to later requests: their statuses in order, the last one for all
 * further requests. A request with the status 0 fails.
 */
const answer = (statuses: number | number[], headers: Record<string, string> = {}, body = '') => {
  const due = [statuses].flat()
  fetch.mockImplementation(async (_, init) => {
    const [status] = due.length > 1 ? due.splice(0, 1) : due
    requests.push(`${nameOf(documentOf(init))}${status === 204 ? '' : ` ${status || 'failed'}`}`)
    if (!status) throw new TypeError('Failed to fetch')
    sent.push(documentOf(init))
    return new Response(status === 204 ? null : body, { status, headers })
  })
}

const open = (start: unknown = startDelivery) => {
  const load = vi.fn(async () => ({ startDelivery: start as typeof startDelivery }))
  const options = { url: ADDRESS, encode: encodeRecord, decode: decodeRecord }
  const delivery = keepDecisions(options, load)
  const close = delivery.attach(consent)
  undos.push(close)
  return { ...delivery, load, close }
}

type Page = Pick<ReturnType<typeof open>, 'decided'>

const decide = (page: Page, name: string, part: Partial<Decision> = {}) =>
  page.decided({
    ...{ id: id(name), record: record(), previous: undefined, noticeText: undefined },
    ...part,
  })

const grant = (...names: string[]) => {
  const page = open()
  for (const [n, name] of names.entries()) decide(page, name, { record: record({ n: n + 1 }) })
  return page
}

const numbers = (count: number) => [...Array(count).keys()].map(n => `${n + 1}`)

const pass = (time = 0) => vi.advanceTimersByTimeAsync(time)

const tell = (target: EventTarget, type: string) => target.dispatchEvent(new Event(type))

const locks = { isHeld: false, waiting: 0 }

const playLocks = (isHeld: boolean) => {
  locks.isHeld = isHeld
  const request = (_: string, { signal }: { signal: AbortSignal }, run: () => Promise<void>) => {
    if (!locks.isHeld) {
      locks.isHeld = true
      return run().finally(() => {
        locks.isHeld = false
      })
    }
    locks.waiting += 1
    return new Promise((_, reject) =>
      signal.addEventListener('abort', () => {
        locks.waiting -= 1
        reject(signal.reason)
      }),
    )
  }
  redefine(navigator, 'locks', { value: { request } })
}

const ids = () => sent.map(nameOf)

const expectDelivered = async (names: readonly string[], time = 0) => {
  await pass(time)
  expect(ids()).toEqual(names)
  expect(localStorage).toHaveLength(0)
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_760_000_000_000 })
  vi.spyOn(Math, 'random').mockReturnValue(1)
  vi.spyOn(console, 'warn').mockImplementation(warn)
  vi.stubGlobal('fetch', fetch)
  // happy-dom has no `keepalive`. Without this stub the code would send by `sendBeacon`.
  vi.stubGlobal('Request', { prototype: { keepalive: false } })
  redefine(navigator, 'sendBeacon', { value: beacon })
  sent = []
  requests = []
  locks.isHeld = false
  answer(204)
})
afterEach(async () => {
  answer(204)
  for (const undo of undos.splice(0).reverse()) undo()
  await pass(1e5)
  for (const mock of [beacon, fetch, warn]) mock.mockClear()
})

// delivery.e2e.ts shows the event of a grant, of a withdrawal and of a refusal, and their headers.
test('an update names the receipt that it ends, requests follow no redirect and outlive their page, and an entry is removed from localStorage once it is delivered [21]', async () => {
  const [first, second] = [record(), record({ r: id('second'), n: 2 })]
  const page = grant('one')
  expect(fetch).not.toHaveBeenCalled()
  expect(Object.values(localStorage)).toEqual([`${encodeRecord(first)}..`])
  decide(page, 'two', { record: second, previous: first })
  await expectDelivered(['one', 'two'], 1e7)
  expect(sent[1]).toMatchObject({ type: 'update', receipt: id('second'), ends: first.r })
  const [address, init] = fetch.mock.calls[0] ?? []
  expect(address).toBe(ADDRESS)
  expect(init).toMatchObject({ credentials: 'omit', redirect: 'error', keepalive: true })
})

// The waiting time is random, so that browsers do not all retry at the same moment.
test.each([
  { random: 1, seconds: [2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600] },
  { random: 0, seconds: [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300] },
])(
  'with the random number $random delivery waits $seconds seconds after failures',
  async ({ random, seconds }) => {
    vi.spyOn(Math, 'random').mockReturnValue(random)
    answer(0)
    grant('one')
    await pass()
    for (const [failures, wait] of seconds.entries()) {
      await pass(wait * 1000 - 1)
      expect(fetch).toHaveBeenCalledTimes(failures + 1)
      await pass(1)
      expect(fetch).toHaveBeenCalledTimes(failures + 2)
    }
    expect(warn).toHaveBeenCalledOnce()
  },
)

test.each([
  ['report', `${ADDRESS} was not reached.`],
  ['enforce', `${ADDRESS} is blocked by the Content-Security-Policy of this page.`],
])(
  'after a violation with the disposition "%s" the warning says: %s',
  async (disposition, text) => {
    answer(0)
    grant('one')
    await pass()
    const violation = new Event('securitypolicyviolation')
    globalThis.dispatchEvent(Object.assign(violation, { blockedURI: ADDRESS, disposition }))
    await pass(100)
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(text))
  },
)

test.each([
  ...[401, 403, 404, 409, 500, 502].map(status => ({ status, sends: ['one', 'one', 'one'] })),
  ...[400, 413, 422].map(status => ({ status, sends: ['one'] })),
])(
  'after two answers of $status an event has been sent again, or dropped, as $sends, with one warning',
  async ({ status, sends }) => {
    answer([status, status, 200])
    grant('one', 'two', 'three')
    await expectDelivered([...sends, 'two', 'three'], 10_000)
    expect(warn.mock.calls).toEqual([[expect.stringContaining(`answered ${status}`)]])
  },
)

test('at most a hundred events are stored: the oldest event is dropped with a warning', async () => {
  answer([0, 204])
  grant(...numbers(101))
  await pass(200)
  expect(Object.keys(localStorage).filter(name => name.startsWith(NEW))).toHaveLength(100)
  expect(warn.mock.calls).toEqual([
    [expect.stringContaining('The oldest decision is dropped')],
    [expect.stringContaining('was not reached')],
  ])
  await expectDelivered(numbers(101).slice(1), 2000)
})

test('while the delivery cannot be loaded, a hundred older decisions are stored with the newest', async () => {
  const load = () => Promise.reject(new TypeError('404'))
  const options = { url: ADDRESS, encode: encodeRecord, decode: decodeRecord }
  const page = keepDecisions(options, load)
  undos.push(page.attach(consent))
  localStorage.setItem(KEY, 'the waiting time')
  localStorage.setItem('z', 'the page’s own')
  for (const name of numbers(120)) decide(page, name, { record: record({ n: Number(name) }) })
  const names = Object.keys(localStorage).filter(name => name.startsWith(NEW))
  expect(names.sort().map(name => name.split('.').pop()?.replace(/_+$/, ''))).toEqual(
    numbers(120).slice(-101),
  )
  expect(localStorage).toHaveLength(103)
  await pass()
  localStorage.clear()
})

let page: ReturnType<typeof open>
const opens = () => {
  page = open()
}
const closes = () => page.close()
const erases = () => {
  page.erased()
  localStorage.clear()
}
const grants = () => decide(page, 'one')
const grantsAgain = () => decide(page, 'two')
const grantsThree = () => ['1', '2', '3'].map(name => decide(page, name))
const leaves = () => tell(window, 'pagehide')
const returns = () => tell(window, 'pageshow')
const isOnline = () => tell(window, 'online')
const isDown = () => answer(0)
const works = () => answer(204)
const reads = (object: object, name: string, get: () => unknown) => () =>
  redefine(object, name, { get })

const hangs = () =>
  fetch.mockImplementation((_, init) => {
    requests.push(`${nameOf(documentOf(init))}?`)
    return new Promise((resolve, reject) => {
      pending.push(() => resolve(new Response('{}')))
      init?.signal?.addEventListener('abort', reject)
    })
  })
const pending: (() => void)[] = []

/**
 * The steps of a test. A function is called. A number lets so many milliseconds pass. A text has
 * the expected requests so far, the number of stored keys, and whether a tab has the lock.
 */
type Journey = readonly ((() => unknown) | string | number)[]

const travel = async (journey: Journey) => {
  opens()
  for (const step of journey) {
    if (typeof step === 'function') await step()
    await pass(typeof step === 'number' ? step : 0)
    const lock = locks.isHeld ? ` | locked, ${locks.waiting} wait` : ''
    if (typeof step === 'string')
      expect(`${requests.join(', ')} | ${localStorage.length}${lock}`).toBe(step)
  }
}

const breaksAbort = () => {
  const controller = Object.defineProperty({ abort: broken }, 'signal', { get: broken })
  vi.stubGlobal('AbortController', () => controller)
}
const hasNoRoom = () =>
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    removeItem() {},
    setItem: broken,
    length: 0,
  })
const isCorrupted = () =>
  vi.stubGlobal(
    'localStorage',
    Object.defineProperties(
      { length: 0 },
      Object.fromEntries(
        ['getItem', 'setItem', 'removeItem'].map(name => [name, { value: broken }]),
      ),
    ),
  )
const hearsNothing = () => expect(warn).not.toHaveBeenCalled()

test.each<[string, Journey]>([
  [
    'a request without an answer is aborted, and the event is sent again later',
    [hangs, grants, 29_999, works, 'one? | 1', 2001, 'one?, one | 0'],
  ],
  [
    'a page that is left while another tab has the lock stops waiting for the lock, and sends',
    [() => playLocks(true), grants, ' | 1 | locked, 1 wait', leaves, 'one | 0 | locked, 0 wait'],
  ],
  [
    'an event that localStorage has no room for is sent from memory while its page is open',
    [
      ...[hasNoRoom, isDown, grants, works, 2000, 'one failed, one | 0'],
      ...[isDown, grantsAgain, works, leaves, 'one failed, one, two failed, two | 0'],
    ],
  ],
  [
    'an event is sent from memory, and again later, when every method of localStorage throws',
    [
      ...[isCorrupted, isDown, grants, works, 2000, 'one failed, one | 0'],
      ...[grantsAgain, 'one failed, one, two | 0'],
    ],
  ],
  [
    'after erase() events are sent from memory at once, and nothing is written to localStorage',
    [
      ...[isDown, grants, grantsAgain, 'one failed | 3', erases],
      ...['one failed, one failed, two failed | 0', works, 60_000],
      'one failed, one failed, two failed, one, two | 0',
    ],
  ],
  [
    'an event that is being sent during erase() is not written to localStorage afterwards',
    [hangs, grants, erases, 29_999, 'one? | 0', works, 2001, 'one?, one | 0'],
  ],
  [
    'a prerendered page sends nothing until it is opened, and warns of nothing',
    [
      ...[reads(document, 'prerendering', () => true), grants, 1e6, ' | 1'],
      reads(document, 'prerendering', () => false),
      ...[() => tell(document, 'prerenderingchange'), 'one | 0', hearsNothing],
    ],
  ],
  [
    'when AbortController is broken nothing is sent, and the event stays stored [5]',
    [breaksAbort, grants, leaves, returns, 1e5, ' | 1'],
  ],
  [
    'an event is sent when navigator.locks rejects [5]',
    [reads(navigator, 'locks', () => ({ request: async () => broken() })), grants, 'one | 0'],
  ],
  [
    'after destroy() no event is sent, and stored events stay stored',
    [isDown, grants, closes, 1e7, isOnline, 1e7, 'one failed | 2'],
  ],
])('%s', (_, journey) => travel(journey))

test.each([
  ['seconds', '120'],
  ['a date', new Date(1_760_000_120_000).toUTCString()],
])(
  'Retry-After as %s is respected by the next page, by a restored earlier page and by a page that is left',
  (_, header) =>
    travel([
      ...[() => answer([503, 204], { 'Retry-After': header }), grants, closes, opens],
      ...[isOnline, returns, leaves, returns, 119_999, 'one 503 | 2', 2001, 'one 503, one | 0'],
    ]),
)

test.each([
  ['pagehide', window],
  ['freeze', document],
])(
  'on %s the lock is released, and events that are not being sent are sent at once',
  (type, target) =>
    travel([
      ...[() => playLocks(false), hangs, grantsThree, '1? | 3 | locked, 0 wait'],
      ...[() => tell(target, type), '1?, 2?, 3? | 3', returns],
      // The page is restored from the back/forward cache before the endpoint's answers arrive.
      ...[() => pending.splice(0).map(end => end()), 1e5, '1?, 2?, 3? | 0'],
    ]),
)

test('when requests end with their page, a beacon is sent, and the event stays stored until an answer arrives', async () => {
  vi.stubGlobal('Request', class {})
  grant('one')
  // The delivery code is loaded at this point, but has sent nothing yet.
  for (let turn = 0; turn < 9; turn += 1) await Promise.resolve()
  tell(window, 'pagehide')
  expect(fetch).not.toHaveBeenCalled()
  const [[address, body] = []] = beacon.mock.calls
  expect(address).toBe(ADDRESS)
  expect((body as Blob).type).toBe('text/plain;charset=utf-8')
  expect(JSON.parse(await (body as Blob).text())).toMatchObject({ id: id('one') })
  expect(localStorage).toHaveLength(1)
})

test('delivery reads no value of the page’s own keys in localStorage', async () => {
  const read = vi.fn(() => 'private')
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return this[key] ?? null
    },
    removeItem: () => {},
  }
  const storage = Object.create(methods, { cart: { enumerable: true, get: read } })
  vi.stubGlobal('localStorage', Object.assign(storage, Object.fromEntries([stored('one')])))
  open()
  await pass()
  expect(read).not.toHaveBeenCalled()
  expect(ids()).toEqual(['one'])
})

// A browser's cache can have one file of 0.1 after the site has replaced the files. The consent.js
// of 0.1 passes no decoder; the evidence.js of 0.1 reads the address from a second argument.
test.each<[string, unknown]>([
  ['cannot be loaded', undefined],
  [
    'is newer than consent.js',
    (box: Outbox) => startDelivery({ ...box, decode: undefined as never }),
  ],
  ['is that of 0.1', (_: unknown, { url }: DeliveryOptions) => url],
])('when the delivery code %s, events stay stored for a later page', async (_, start) => {
  const page = open(start)
  if (!start) page.load.mockRejectedValue(new Error())
  for (const name of ['one', 'two']) decide(page, name)
  page.close()
  await pass()
  expect(warn.mock.calls).toEqual([[expect.stringContaining('evidence.js'), expect.any(Error)]])
  expect(localStorage).toHaveLength(2)
  open()
  await pass()
  expect(ids()).toEqual(['one', 'two'])
})

const h = id('hash')
const shown = { record: record({ h }), noticeText: '{"language":"ko"}' }
const WANTED = JSON.stringify({ wanted: [h] })

test('the text of a notice is sent to an endpoint that asks for it, and asked for again when that fails', async () => {
  answer([200, 0, 200], {}, WANTED)
  decide(open(), 'one', shown)
  await pass()
  expect(localStorage).not.toHaveLength(0)
  await pass(2000)
  const tried = fetch.mock.calls.map(([, init]) => JSON.parse(`${init?.body}`))
  expect(tried.map(({ type }) => type)).toEqual(['give', 'notice', 'give', 'notice'])
  expect(tried[1]).toEqual({ v: 1, type: 'notice', h, text: '{"language":"ko"}' })
  expect(localStorage).toHaveLength(0)
})

test.each(['{}', '', '<p>OK', '{"wanted":"hash"}', `{"wanted":["${id('other')}"]}`])(
  'the text of a notice is not sent to an endpoint that answers %j',
  async body => {
    answer(200, {}, body)
    decide(open(), 'one', shown)
    await expectDelivered(['one'])
  },
)

test('the text of a notice is neither stored nor sent with `notices: false`', async () => {
  answer(200, {}, WANTED)
  const silent = deliverTo({ url: ADDRESS, notices: false })
  undos.push(silent.attach(consent))
  decide(silent, 'one', shown)
  expect(JSON.stringify(localStorage)).not.toContain('language')
  await expectDelivered(['one'])
})

/** Returns the storage key and the value of an outbox entry, as version 0.1 stored them. */
const stored = (name: string, part: object = {}): [string, string] => [
  `${KEY}.1001760000000000.1000000000000001.${id(name)}`,
  JSON.stringify({ id: id(name), record: record(), ...part }),
]

test('invalid entries are removed without being sent, the others are delivered, and other keys stay', async () => {
  for (const name of ['1', 'constructor', '1001760000000000.1.one'])
    localStorage.setItem(`${KEY}.${name}`, '{}')
  localStorage.setItem(...stored('more', { mail: 'a@b.example' }))
  localStorage.setItem(...stored('zzz'))
  localStorage.setItem(KEY, '99999999999999 5')
  localStorage.setItem('spaceone_consent.outboxes', 'the page’s own')
  open()
  await pass()
  expect(ids()).toEqual(['zzz'])
  expect({ ...localStorage }).toEqual({ 'spaceone_consent.outboxes': 'the page’s own' })
})

// Stored entries have to be delivered whatever version wrote them, so a sample is never changed or
// removed. A new form of the entries adds samples of its own. The clock of these tests is a year
// behind the samples', as on a device whose clock was set back.
test.each(samples)('delivers what 0.1 has stored, as 0.1 would have: $about [21]', async part => {
  for (const [name, text] of Object.entries(part.stored)) localStorage.setItem(name, text)
  answer(200, {}, '{"wanted":["Rk3vJ0a-8q_2ZtPpXwLmNc"]}')
  open()
  await pass()
  expect(sent).toEqual(part.sent.map(text => JSON.parse(text)))
  expect(localStorage).toHaveLength(0)
})

test('neither a tab of 0.1 nor a tab of today loses an event of the other tab, and each event is sent once [21]', async () => {
  answer(0)
  grant('today')
  await pass()
  // Version 0.1 deletes all keys of its outbox at `erase()`, and at other times the keys whose
  // entries it cannot read.
  for (const name of Object.keys(localStorage))
    if (name.startsWith(KEY)) localStorage.removeItem(name)
  localStorage.setItem(...stored('before'))
  answer(204)
  tell(window, 'online')
  await expectDelivered(['before', 'today'], 2000)
})

test('whatever fails in between, each event arrives, in order, and is not sent again after its answer [21]', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('kept', 'lost', 'reply lost', 'busy', 'broken', 'leave', 'reload'), {
        maxLength: 30,
      }),
      fc.integer({ min: 1, max: 12 }),
      async (drawn, count) => {
        const fates = [...drawn]
        const kept: string[] = []
        const again: string[] = []
        const answered = new Set<string>()
        // Events that are sent as the page is left may arrive in any order.
        const order = (ids: string[]) => (drawn.includes('leave') ? [...ids].sort() : ids)
        let page = open()
        fetch.mockImplementation(async (_, init) => {
          const { id } = JSON.parse(`${init?.body}`)
          if (answered.has(id)) again.push(id)
          const fate = fates.shift()
          if (fate === 'lost') throw new TypeError()
          if (fate === 'busy')
            return new Response('', { status: 429, headers: { 'Retry-After': '7' } })
          if (fate === 'broken') return new Response('', { status: 500 })
          if (!kept.includes(id)) kept.push(id)
          if (fate === 'reply lost') throw new TypeError()
          if (fate === 'leave') tell(window, 'pagehide')
          if (fate === 'reload') {
            page.close()
            page = open()
          }
          answered.add(id)
          return new Response('{}')
        })
        for (const name of numbers(count)) {
          decide(page, name, { record: record({ n: Number(name) }) })
          await pass(100)
        }
        for (let round = 0; round < 40; round += 1) {
          await pass(700_000)
          tell(window, 'pageshow')
        }
        expect(again).toEqual([])
        expect(order(kept)).toEqual(order(numbers(count).map(id)))
        expect(localStorage).toHaveLength(0)
        page.close()
        await pass()
      },
    ),
    { numRuns: 60 },
  )
})
