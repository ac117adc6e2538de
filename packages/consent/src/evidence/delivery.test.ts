// @vitest-environment happy-dom

import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AnyConsent, ConsentRecord, Decision } from '../core/index.ts'
import { deliverTo } from '../npm/deliver-to.ts'
import type { DeliveryEvent } from './delivery-event.ts'
import type { DeliveryOptions } from './delivery-options.ts'
import { keepDecisions } from './keep-decisions.ts'
import { startDelivery } from './start-delivery.ts'

const ADDRESS = 'https://host.example/events'
const KEY = 'spaceone_consent.outbox'

/** Returns a readable id of the required length, 22 characters. */
const id = (name: string) => name.padEnd(22, '_')

const record = (part: Partial<ConsentRecord> = {}): ConsentRecord => ({
  v: 1,
  p: '2024-01-18',
  l: 'ko',
  t: 1_760_000_000,
  e: 1_775_552_000,
  c: { analytics: 1 },
  m: 'accept',
  s: 'banner',
  n: 1,
  r: id('receipt'),
  ...part,
})

const refusal = (part: Partial<ConsentRecord> = {}) =>
  record({ c: { analytics: 0 }, m: 'reject', r: undefined, ...part })

const decision = (name: string, part: Partial<Decision> = {}): Decision => ({
  id: id(name),
  record: record(),
  previous: undefined,
  noticeText: undefined,
  ...part,
})

const consent = { options: {} } as AnyConsent

/** The events that the endpoint has received, oldest first. */
let sent: DeliveryEvent[]
const fetch = vi.fn<typeof globalThis.fetch>()
vi.stubGlobal('fetch', fetch)
// happy-dom has no `keepalive`. Without this stub the code would send by `sendBeacon`.
vi.stubGlobal('Request', { prototype: { keepalive: false } })
const beacon = vi.fn<Navigator['sendBeacon']>()
Object.defineProperty(navigator, 'sendBeacon', { value: beacon })
const warn = vi.spyOn(console, 'warn').mockReturnValue()

/** Sets the endpoint's response to every later request. */
const answer = (status: number, headers: Record<string, string> = {}, body = '') =>
  fetch.mockImplementation(async (_, init) => {
    sent.push(JSON.parse(`${init?.body}`))
    return new Response(status === 204 ? null : body, { status, headers })
  })

/** Makes every later request to the endpoint fail. */
const loseEndpoint = () => fetch.mockRejectedValue(new TypeError('Failed to fetch'))

/** Simulates a page: starts delivery for a consent. */
const open = (options: Partial<DeliveryOptions> = {}) => {
  const load = vi.fn(async () => ({ startDelivery }))
  const delivery = keepDecisions(
    { url: ADDRESS, ...options },
    (name = 'spaceone_consent') => `${name}.outbox`,
    load,
  )
  const close = delivery.attach(consent)
  undos.push(close)
  return { ...delivery, load, close }
}

/** Advances the fake clock by a time in milliseconds. */
const pass = (time = 0) => vi.advanceTimersByTimeAsync(time)

/** Dispatches an event as the browser does. */
const tell = (target: EventTarget, type: string) => target.dispatchEvent(new Event(type))

/** Replaces a property of a built-in object until the end of the test. */
const become = (object: object, name: string, value: unknown) => {
  const before = Object.getOwnPropertyDescriptor(object, name)
  Object.defineProperty(object, name, { configurable: true, value })
  undos.push(() => {
    if (before) Object.defineProperty(object, name, before)
    else Reflect.deleteProperty(object, name)
  })
}

const broken = () => {
  throw new TypeError('broken')
}

/** Replaces `navigator.locks` by a simulation with one lock. */
const playLocks = () => {
  const queue: (() => void)[] = []
  const state = { isHeld: false, waiting: queue }
  const request = (_: string, { signal }: { signal: AbortSignal }, run: () => Promise<void>) =>
    new Promise<void>((resolve, reject) => {
      const begin = () => {
        state.isHeld = true
        run()
          .then(resolve, reject)
          .finally(() => {
            state.isHeld = false
            queue.shift()?.()
          })
      }
      if (!state.isHeld) return begin()
      queue.push(begin)
      signal.addEventListener('abort', () => {
        queue.splice(queue.indexOf(begin), 1)
        reject(signal.reason)
      })
    })
  become(navigator, 'locks', { request })
  return state
}

const ids = () => sent.map(event => event.id.replace(/_+$/, ''))
const undos: (() => void)[] = []

beforeEach(() => {
  vi.useFakeTimers({ now: 1_760_000_000_000 })
  vi.spyOn(Math, 'random').mockReturnValue(1)
  sent = []
  answer(204)
  warn.mockClear()
})
afterEach(async () => {
  answer(204)
  for (const undo of undos.splice(0).reverse()) undo()
  await pass(1e5)
  localStorage.clear()
  beacon.mockClear()
  fetch.mockClear()
  vi.useRealTimers()
})

test('a grant is delivered once, and then removed from localStorage [21]', async () => {
  const page = open()
  page.decided(decision('one'))
  expect(fetch).not.toHaveBeenCalled()
  expect(localStorage).toHaveLength(1)
  await pass()
  const { r: receipt, ...rest } = record()
  expect(sent).toEqual([{ v: 1, id: id('one'), type: 'give', receipt, record: rest }])
  expect(localStorage).toHaveLength(0)
  await pass(1e7)
  expect(fetch).toHaveBeenCalledTimes(1)
})

test('a page that stays open adds no listener with each delivery', async () => {
  const { decided } = open()
  decided(decision('first'))
  await pass(1000)
  const listen = vi.spyOn(Object.getPrototypeOf(new AbortController().signal), 'addEventListener')
  undos.push(() => listen.mockRestore())
  for (const name of ['second', 'third']) {
    decided(decision(name))
    await pass(1000)
  }
  expect(ids()).toEqual(['first', 'second', 'third'])
  expect(listen).not.toHaveBeenCalled()
})

test('an event is sent as plain text, without cookies and referrer [19]', async () => {
  open().decided(decision('one'))
  await pass()
  const [address, init] = fetch.mock.calls[0] ?? []
  expect(address).toBe(ADDRESS)
  expect(init).toMatchObject({
    method: 'POST',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
    keepalive: true,
  })
  expect(init).not.toHaveProperty('headers')
})

test('a refusal is neither stored nor delivered and loads no file; with `refusals` a refusal is delivered', async () => {
  const page = open()
  page.decided(decision('no', { record: refusal() }))
  await pass()
  expect({ load: page.load.mock.calls, stored: localStorage.length, sent }).toEqual({
    load: [],
    stored: 0,
    sent: [],
  })
  open({ refusals: true }).decided(decision('no', { record: refusal() }))
  await pass()
  expect(sent).toMatchObject([{ type: 'refuse', id: id('no') }])
  expect(sent[0]).not.toHaveProperty('ends')
})

test('an update names the receipt before it, a withdrawal names the receipt that it ends [21]', async () => {
  const page = open()
  const [first, second] = [record(), record({ r: id('second'), n: 2 })]
  page.decided(decision('one', { record: first }))
  page.decided(decision('two', { record: second, previous: first }))
  page.decided(decision('three', { record: refusal({ n: 3 }), previous: second }))
  await pass()
  expect(sent).toMatchObject([
    { type: 'give', receipt: id('receipt') },
    { type: 'update', receipt: id('second'), ends: id('receipt') },
    { type: 'withdraw', ends: id('second') },
  ])
  expect(sent[2]).not.toHaveProperty('receipt')
  expect(JSON.stringify(localStorage)).toBe('{}')
})

test('without stored events a page does not load the delivery code; with a stored event the page delivers the event', async () => {
  loseEndpoint()
  const before = open()
  before.decided(decision('one'))
  await pass()
  before.close()
  answer(204)
  localStorage.removeItem(KEY)
  const page = open()
  await pass()
  expect(ids()).toEqual(['one'])
  expect(page.load).toHaveBeenCalledOnce()
  const next = open()
  await pass()
  expect(next.load).not.toHaveBeenCalled()
})

test('after a failure delivery waits 2 seconds, then twice as long each time, up to ten minutes', async () => {
  loseEndpoint()
  open().decided(decision('one'))
  await pass()
  const waits = [2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600].map(seconds => seconds * 1000)
  for (const [failures, wait] of waits.entries()) {
    await pass(wait - 1)
    expect(fetch).toHaveBeenCalledTimes(failures + 1)
    await pass(1)
    expect(fetch).toHaveBeenCalledTimes(failures + 2)
  }
  expect(warn).toHaveBeenCalledOnce()
})

test('the waiting time is random, so that browsers do not all retry at the same moment', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0)
  loseEndpoint()
  open().decided(decision('one'))
  await pass()
  await pass(999)
  expect(fetch).toHaveBeenCalledTimes(1)
  await pass(1)
  expect(fetch).toHaveBeenCalledTimes(2)
})

for (const status of [401, 403, 404, 409, 500, 502])
  test(`after a ${status} the event is sent again`, async () => {
    answer(status)
    open().decided(decision('one'))
    await pass()
    expect(localStorage).not.toHaveLength(0)
    answer(200)
    await pass(2000)
    expect(ids()).toEqual(['one', 'one'])
    expect(localStorage).toHaveLength(0)
  })

for (const status of [400, 413, 422])
  test(`a ${status} drops the event with one warning, and the next event is sent`, async () => {
    fetch.mockImplementation(async (_, init) => {
      sent.push(JSON.parse(`${init?.body}`))
      return new Response('', { status: sent.length < 3 ? status : 200 })
    })
    const page = open()
    for (const [n, name] of ['one', 'two', 'three'].entries())
      page.decided(decision(name, { record: record({ n: n + 1 }) }))
    await pass()
    expect(ids()).toEqual(['one', 'two', 'three'])
    expect(localStorage).toHaveLength(0)
    expect(warn.mock.calls).toEqual([[expect.stringContaining(`answered ${status}`)]])
  })

for (const [name, header] of [
  ['seconds', '120'],
  ['a date', new Date(1_760_000_000_000 + 120_000).toUTCString()],
] as const)
  test(`Retry-After as ${name} is respected by the next page and by a restored earlier page`, async () => {
    answer(503, { 'Retry-After': header })
    const before = open()
    before.decided(decision('one'))
    await pass()
    before.close()
    answer(200)
    open()
    for (const type of ['online', 'pageshow']) tell(window, type)
    await pass(119_999)
    expect(fetch).toHaveBeenCalledTimes(1)
    await pass(2_001)
    expect(ids()).toEqual(['one', 'one'])
    expect(localStorage).toHaveLength(0)
  })

test('a request without an answer is aborted, and the event is sent again later', async () => {
  fetch.mockImplementation(
    (_, init) =>
      new Promise((_, reject) =>
        init?.signal?.addEventListener('abort', () => reject(new Error())),
      ),
  )
  open().decided(decision('one'))
  await pass(29_999)
  answer(204)
  expect(localStorage).toHaveLength(1)
  await pass(2_001)
  expect(ids()).toEqual(['one'])
})

test('events are delivered in the order of the decisions, also when requests fail in between [21]', async () => {
  loseEndpoint()
  const page = open()
  for (let n = 1; n <= 12; n += 1) page.decided(decision(`${n}`, { record: record({ n }) }))
  await pass()
  expect(fetch).toHaveBeenCalledTimes(1)
  answer(204)
  await pass(2000)
  expect(ids()).toEqual([...Array(12).keys()].map(n => `${n + 1}`))
})

test('at most a hundred events are stored: the oldest event is dropped with a warning', async () => {
  loseEndpoint()
  const page = open()
  for (let n = 1; n <= 101; n += 1) page.decided(decision(`${n}`, { record: record({ n }) }))
  await pass()
  await pass(200)
  expect(Object.keys(localStorage).filter(name => name.startsWith(`${KEY}.`))).toHaveLength(100)
  expect(warn.mock.calls).toEqual([
    [expect.stringContaining('The oldest decision is dropped')],
    [expect.stringContaining('was not reached')],
  ])
  answer(204)
  await pass(2000)
  expect(ids()).toHaveLength(100)
  expect(ids()).not.toContain('1')
})

test('of two tabs only one sends at a time, and each event is sent once', async () => {
  const locks = playLocks()
  fetch.mockImplementation(async (_, init) => {
    sent.push(JSON.parse(`${init?.body}`))
    await new Promise(resolve => setTimeout(resolve, 100))
    return new Response('{}')
  })
  const tabs = [open(), open()]
  for (const [n, tab] of tabs.entries())
    tab.decided(decision(`${n}`, { record: record({ n: n + 1 }) }))
  await pass()
  expect(fetch).toHaveBeenCalledTimes(1)
  await pass(1000)
  expect(ids()).toEqual(['0', '1'])
  expect(locks).toEqual({ isHeld: false, waiting: [] })
  expect(localStorage).toHaveLength(0)
})

test('when navigator.locks rejects, events are sent without a lock', async () => {
  become(navigator, 'locks', { request: () => Promise.reject(new Error('SecurityError')) })
  open().decided(decision('one'))
  await pass()
  expect(ids()).toEqual(['one'])
})

for (const type of ['pagehide', 'freeze'])
  test(`on ${type} the lock is released, and events that are not being sent are sent at once`, async () => {
    const locks = playLocks()
    const answers: (() => void)[] = []
    fetch.mockImplementation((_, init) => {
      sent.push(JSON.parse(`${init?.body}`))
      return new Promise(resolve => answers.push(() => resolve(new Response('{}'))))
    })
    const page = open()
    for (const n of [1, 2, 3]) page.decided(decision(`${n}`, { record: record({ n }) }))
    await pass()
    expect(ids()).toEqual(['1'])
    expect(locks.isHeld).toBe(true)

    tell(type === 'freeze' ? document : window, type)
    expect(ids()).toEqual(['1', '2', '3'])
    await pass()
    expect(locks.isHeld).toBe(false)
    expect(localStorage).toHaveLength(3)

    // The page is restored from the back/forward cache before the answers arrive.
    tell(window, 'pageshow')
    await pass()
    for (const come of answers) come()
    await pass(1e5)
    expect(ids()).toEqual(['1', '2', '3'])
    expect(localStorage).toHaveLength(0)
  })

test('a page that is left while another tab has the lock stops waiting for the lock, and sends', async () => {
  const locks = playLocks()
  locks.isHeld = true
  open().decided(decision('one'))
  await pass()
  expect(locks.waiting).toHaveLength(1)
  expect(fetch).not.toHaveBeenCalled()
  tell(window, 'pagehide')
  await pass()
  expect(locks.waiting).toHaveLength(0)
  expect(ids()).toEqual(['one'])
})

test('a page that is left during a waiting time after a failure sends nothing', async () => {
  answer(503, { 'Retry-After': '60' })
  open().decided(decision('one'))
  await pass()
  tell(window, 'pagehide')
  await pass()
  expect(fetch).toHaveBeenCalledTimes(1)
})

test('when requests end with their page, a beacon is sent, and the event stays stored until an answer arrives', async () => {
  become(globalThis, 'Request', class {})
  const page = open()
  page.decided(decision('one'))
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

test('an event that localStorage has no room for is sent from memory while its page is open', async () => {
  const setItem = vi.fn(() => {
    throw new Error('QuotaExceededError')
  })
  become(globalThis, 'localStorage', { getItem: () => null, removeItem: () => {}, setItem })
  loseEndpoint()
  const page = open()
  page.decided(decision('one'))
  await pass()
  expect(setItem).toHaveBeenCalledOnce()
  answer(204)
  await pass(2000)
  expect(ids()).toEqual(['one'])

  loseEndpoint()
  page.decided(decision('two'))
  await pass()
  answer(204)
  tell(window, 'pagehide')
  await pass()
  expect(ids()).toEqual(['one', 'two'])
})

test('after erase() events are sent from memory, and nothing is written to localStorage', async () => {
  loseEndpoint()
  const page = open()
  page.decided(decision('one'))
  await pass()
  expect(localStorage).toHaveLength(2)
  page.decided(decision('two', { record: refusal({ n: 2 }), previous: record() }))
  fetch.mockClear()
  page.erased()
  localStorage.clear()
  await pass()
  // Both events are sent at once, although the first event was waiting for a retry.
  expect(fetch).toHaveBeenCalledTimes(2)
  await pass(30_000)
  expect(fetch.mock.calls.length).toBeGreaterThan(2)
  expect(localStorage).toHaveLength(0)
  answer(204)
  await pass(60_000)
  expect(ids()).toEqual(['one', 'two'])
  expect(localStorage).toHaveLength(0)
})

test('an event that is being sent during erase() is not written to localStorage afterwards', async () => {
  let fail = () => {}
  fetch.mockImplementation(
    () =>
      new Promise((_, reject) => {
        fail = () => reject(new Error())
      }),
  )
  const page = open()
  page.decided(decision('one'))
  await pass()
  page.erased()
  localStorage.clear()
  fail()
  await pass()
  expect(localStorage).toHaveLength(0)
  answer(204)
  await pass(2000)
  expect(ids()).toEqual(['one'])
})

test('delivery reads no value of the page’s own keys in localStorage', async () => {
  const read = vi.fn(() => 'private')
  const methods = { getItem: () => null, removeItem: () => {} }
  const storage = Object.create(methods, { cart: { enumerable: true, get: read } })
  become(globalThis, 'localStorage', Object.assign(storage, Object.fromEntries([stored('one')])))
  open()
  await pass()
  expect(read).not.toHaveBeenCalled()
  expect(ids()).toEqual(['one'])
})

test('a prerendered page sends nothing until the visitor opens the page', async () => {
  localStorage.setItem(...stored('one'))
  become(document, 'prerendering', true)
  open()
  await pass(1e6)
  expect(fetch).not.toHaveBeenCalled()
  become(document, 'prerendering', false)
  tell(document, 'prerenderingchange')
  await pass()
  expect(ids()).toEqual(['one'])
})

test('an offline page sends nothing, and sends at once when online again', async () => {
  become(navigator, 'onLine', false)
  open().decided(decision('one'))
  await pass(1e6)
  expect(fetch).not.toHaveBeenCalled()
  become(navigator, 'onLine', true)
  tell(window, 'online')
  await pass()
  expect(ids()).toEqual(['one'])
  expect(warn).not.toHaveBeenCalled()
})

test.each([
  ['it is offline', navigator, 'onLine'],
  ['the page is prerendered', document, 'prerendering'],
])('an event is sent when the browser does not report whether %s [5]', async (_, object, name) => {
  become(object, name, undefined)
  Object.defineProperty(object, name, { configurable: true, get: broken })
  open().decided(decision('one'))
  await pass()
  expect(ids()).toEqual(['one'])
})

test('when AbortController is broken nothing is thrown, nothing is sent, and the event stays stored [5]', async () => {
  const controllers = {
    get signal(): AbortSignal {
      return broken()
    },
    abort: broken,
  }
  become(globalThis, 'AbortController', () => controllers)
  const page = open()
  page.decided(decision('one'))
  await pass()
  for (const type of ['pagehide', 'pageshow']) tell(window, type)
  await pass(1e5)
  expect(fetch).not.toHaveBeenCalled()
  expect(localStorage).toHaveLength(1)
})

test('after destroy() no event is sent, and stored events stay stored', async () => {
  loseEndpoint()
  const page = open()
  page.decided(decision('one'))
  await pass()
  page.close()
  await pass(1e7)
  tell(window, 'online')
  await pass(1e7)
  expect(fetch).toHaveBeenCalledTimes(1)
  expect(Object.keys(localStorage)).toContainEqual(expect.stringContaining(id('one')))
})

test('when the delivery code cannot be loaded, events stay stored for a later page', async () => {
  const delivery = keepDecisions(
    { url: ADDRESS },
    () => KEY,
    () => Promise.reject(new Error()),
  )
  const close = delivery.attach(consent)
  delivery.decided(decision('one'))
  delivery.decided(decision('two', { record: record({ n: 2 }) }))
  close()
  await pass()
  expect(warn.mock.calls).toEqual([[expect.stringContaining('evidence.js'), expect.any(Error)]])
  open()
  await pass()
  expect(ids()).toEqual(['one', 'two'])
})

test('when setTimeout is broken, an event is delivered when its page is left', async () => {
  const page = open()
  for (const name of ['setTimeout', 'clearTimeout']) become(globalThis, name, broken)
  page.decided(decision('one'))
  await pass()
  tell(window, 'pagehide')
  await pass()
  expect(ids()).toEqual(['one'])
  expect(localStorage).toHaveLength(0)
})

test('when console.warn throws, a page stores and delivers its events as usual [5]', async () => {
  become(console, 'warn', broken)
  answer(400)
  const page = open()
  for (let n = 1; n <= 102; n += 1) page.decided(decision(`${n}`, { record: record({ n }) }))
  await pass()
  expect(ids()).toHaveLength(100)
  expect(localStorage).toHaveLength(0)
})

test('the text of a notice is sent only to an endpoint that asks for it, and not with `notices: false`', async () => {
  const h = id('hash')
  const shown = { record: record({ h }), noticeText: '{"language":"ko"}' }
  answer(200, {}, JSON.stringify({ wanted: [h] }))
  open().decided(decision('one', shown))
  await pass()
  expect(sent).toMatchObject([
    { id: id('one') },
    { v: 1, type: 'notice', h, text: '{"language":"ko"}' },
  ])
  expect(localStorage).toHaveLength(0)

  const silent = deliverTo({ url: ADDRESS, notices: false })
  undos.push(silent.attach(consent))
  silent.decided(decision('two', shown))
  expect(JSON.stringify(localStorage)).not.toContain('language')
  await pass()
  expect(sent).toHaveLength(3)

  for (const body of ['{}', '', '<p>OK', '{"wanted":"hash"}', `{"wanted":["${id('other')}"]}`]) {
    answer(200, {}, body)
    open().decided(decision('three', shown))
    await pass()
    expect(sent.pop()).toMatchObject({ id: id('three') })
  }
  expect(sent).toHaveLength(3)
})

test('when sending a notice fails, the event is sent again, and the endpoint asks for the notice again', async () => {
  const h = id('hash')
  const seen: string[] = []
  fetch.mockImplementation(async (_, init) => {
    const { type } = JSON.parse(`${init?.body}`)
    seen.push(type)
    if (seen.length === 2) throw new TypeError()
    return new Response(JSON.stringify({ wanted: [h] }))
  })
  open().decided(decision('one', { record: record({ h }), noticeText: '{}' }))
  await pass()
  expect(localStorage).not.toHaveLength(0)
  await pass(2000)
  expect(seen).toEqual(['give', 'notice', 'give', 'notice'])
  expect(localStorage).toHaveLength(0)
})

/** Returns an outbox entry as an earlier page has stored it: its name and its text. */
const stored = (name: string, part: object = {}): [string, string] => [
  `${KEY}.1001760000000000.1000000000000001.${id(name)}`,
  JSON.stringify({ id: id(name), record: record(), ...part }),
]

test('invalid entries in the outbox are removed without being sent, and valid entries are delivered', async () => {
  const invalid: Record<string, string> = {
    [`${KEY}.1`]: '{}',
    [`${KEY}.constructor`]: '',
    [`${KEY}.1001760000000000.1000000000000001.${id('null')}`]: 'null',
    ...Object.fromEntries([
      stored('other', { id: id('another') }),
      stored('more', { mail: 'a@b.example' }),
      stored('mail', { record: { ...record(), mail: 'a@b.example' } }),
      stored('answer', { record: record({ c: { analytics: 'a@b.example' as never } }) }),
      stored('ends', { ends: 'a@b.example' }),
      stored('no-receipt', { record: record({ r: undefined }) }),
      stored('late', { record: record({ e: 1 }) }),
      stored('large', { record: record({ p: 'x'.repeat(9000) }) }),
    ]),
  }
  for (const [name, text] of Object.entries(invalid)) localStorage.setItem(name, text)
  localStorage.setItem(...stored('zzz'))
  localStorage.setItem(KEY, '99999999999999 5')
  localStorage.setItem('spaceone_consent.outboxes', 'the page’s own')
  open()
  await pass()
  expect(ids()).toEqual(['zzz'])
  expect({ ...localStorage }).toEqual({ 'spaceone_consent.outboxes': 'the page’s own' })
})

test('whatever fails in between, each event arrives, in order, and is not sent again after its answer', async () => {
  const ways = [
    'kept',
    'lost',
    'lost after it was kept',
    'busy',
    'broken',
    'leave',
    'reload',
  ] as const
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...ways), { maxLength: 30 }),
      fc.integer({ min: 1, max: 8 }),
      async (drawn, count) => {
        const fates = [...drawn]
        const kept: string[] = []
        const again: string[] = []
        const answered = new Set<string>()
        const isStraight = !fates.includes('leave')
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
          if (fate === 'lost after it was kept') throw new TypeError()
          if (fate === 'leave') tell(window, 'pagehide')
          if (fate === 'reload') {
            page.close()
            page = open()
          }
          answered.add(id)
          return new Response('{}')
        })
        const names = [...Array(count).keys()].map(n => `${n}`)
        for (const name of names) {
          page.decided(decision(name, { record: record({ n: Number(name) + 1 }) }))
          await pass(100)
        }
        for (let round = 0; round < 40; round += 1) {
          await pass(700_000)
          tell(window, 'pageshow')
        }
        expect(again).toEqual([])
        expect(isStraight ? kept : [...kept].sort()).toEqual(names.map(id))
        expect(localStorage).toHaveLength(0)
        page.close()
        await pass()
      },
    ),
    { numRuns: 60 },
  )
})
