// @vitest-environment happy-dom

import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AnyConsent, ConsentRecord, Decision } from '../core/index.ts'
import type { DeliveryEvent } from './delivery-event.ts'
import type { DeliveryOptions } from './delivery-options.ts'
import { keepDecisions } from './keep-decisions.ts'
import { startDelivery } from './start-delivery.ts'

const ADDRESS = 'https://host.example/events'
const KEY = 'spaceone_consent.outbox'

/** Ids are 22 characters; here they say what they are. */
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

/** What the endpoint was sent, oldest first. */
let sent: DeliveryEvent[]
const fetch = vi.fn<typeof globalThis.fetch>()
vi.stubGlobal('fetch', fetch)
// happy-dom has none, and its beacons would go out.
vi.stubGlobal('Request', { prototype: { keepalive: false } })
const beacon = vi.fn<Navigator['sendBeacon']>()
Object.defineProperty(navigator, 'sendBeacon', { value: beacon })
const warn = vi.spyOn(console, 'warn').mockReturnValue()

/** Lets the endpoint answer like this from now on. */
const answer = (status: number, headers: Record<string, string> = {}, body = '') =>
  fetch.mockImplementation(async (_, init) => {
    sent.push(JSON.parse(`${init?.body}`))
    return new Response(status === 204 ? null : body, { status, headers })
  })

/** Lets it be out of reach. */
const loseEndpoint = () => fetch.mockRejectedValue(new TypeError('Failed to fetch'))

/** A page with a consent on it. */
const open = (options: Partial<DeliveryOptions> = {}) => {
  const load = vi.fn(async () => ({ startDelivery }))
  const report = keepDecisions(
    { url: ADDRESS, ...options },
    (name = 'spaceone_consent') => `${name}.outbox`,
    load,
  )
  const close = report.attach(consent)
  undos.push(close)
  return { ...report, load, close }
}

/** Lets so much time pass, in milliseconds. */
const pass = (time = 0) => vi.advanceTimersByTimeAsync(time)

/** Says something of a page as browsers do. */
const tell = (target: EventTarget, type: string) => target.dispatchEvent(new Event(type))

/** Lets a page have something else under a name, until the end of the test. */
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

/** The locks of one origin. */
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

test('a grant is told once, and then nothing of it is kept [21]', async () => {
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

test('a page that stays open gathers nothing with each delivery', async () => {
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

test('it goes as text, without cookies and the address of the page [19]', async () => {
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

test('a refusal is neither told nor kept, and brings nothing in; with `refusals` it is told', async () => {
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

test('a change names the receipt before it, a withdrawal the one that it ends [21]', async () => {
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

test('a page with nothing to deliver brings nothing in; one with something sends it', async () => {
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

test('after a failure it waits, twice as long each time, up to ten minutes', async () => {
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

test('visitors do not come back all at once', async () => {
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
  test(`${status} is tried again`, async () => {
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
  test(`${status} drops the event with one warning and does not hold up the next`, async () => {
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
  test(`Retry-After as ${name} is honoured, also by the next page and by an old one that comes back`, async () => {
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

test('an endpoint that never answers is given up and tried again', async () => {
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

test('the order is that of the decisions, whatever fails in between [21]', async () => {
  loseEndpoint()
  const page = open()
  for (let n = 1; n <= 12; n += 1) page.decided(decision(`${n}`, { record: record({ n }) }))
  await pass()
  expect(fetch).toHaveBeenCalledTimes(1)
  answer(204)
  await pass(2000)
  expect(ids()).toEqual([...Array(12).keys()].map(n => `${n + 1}`))
})

test('no more than a hundred wait: the oldest goes, with a warning', async () => {
  loseEndpoint()
  const page = open()
  for (let n = 1; n <= 101; n += 1) page.decided(decision(`${n}`, { record: record({ n }) }))
  expect(localStorage).toHaveLength(100)
  expect(warn.mock.calls).toEqual([[expect.stringContaining('the oldest is dropped')]])
  answer(204)
  await pass()
  expect(ids()).toHaveLength(100)
  expect(ids()).not.toContain('1')
})

test('of two tabs one sends, and each event goes once', async () => {
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

test('where locks are refused, it sends without', async () => {
  become(navigator, 'locks', { request: () => Promise.reject(new Error('SecurityError')) })
  open().decided(decision('one'))
  await pass()
  expect(ids()).toEqual(['one'])
})

for (const type of ['pagehide', 'freeze'])
  test(`on ${type} the lock is given back, and what is not under way goes at once`, async () => {
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

    // Back from the cache, with the answers on their way.
    tell(window, 'pageshow')
    await pass()
    for (const come of answers) come()
    await pass(1e5)
    expect(ids()).toEqual(['1', '2', '3'])
    expect(localStorage).toHaveLength(0)
  })

test('a page that is left while another tab is at work waits no more, and sends by itself', async () => {
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

test('a page that is left while it is put off sends nothing', async () => {
  answer(503, { 'Retry-After': '60' })
  open().decided(decision('one'))
  await pass()
  tell(window, 'pagehide')
  await pass()
  expect(fetch).toHaveBeenCalledTimes(1)
})

test('where a request ends with its page, a beacon goes, and the event is kept until it is answered', async () => {
  become(globalThis, 'Request', class {})
  const page = open()
  page.decided(decision('one'))
  // What delivers is there, and has not begun.
  for (let turn = 0; turn < 9; turn += 1) await Promise.resolve()
  tell(window, 'pagehide')
  expect(fetch).not.toHaveBeenCalled()
  const [[address, body] = []] = beacon.mock.calls
  expect(address).toBe(ADDRESS)
  expect((body as Blob).type).toBe('text/plain;charset=utf-8')
  expect(JSON.parse(await (body as Blob).text())).toMatchObject({ id: id('one') })
  expect(localStorage).toHaveLength(1)
})

test('what the browser has no room for is sent from memory, as long as the page is there', async () => {
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

test('after everything was erased it is sent from memory, and nothing of it is written again', async () => {
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
  // Both, although the first was put off.
  expect(fetch).toHaveBeenCalledTimes(2)
  await pass(30_000)
  expect(fetch.mock.calls.length).toBeGreaterThan(2)
  expect(localStorage).toHaveLength(0)
  answer(204)
  await pass(60_000)
  expect(ids()).toEqual(['one', 'two'])
  expect(localStorage).toHaveLength(0)
})

test('an event that is under way while everything is erased is not written again', async () => {
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

test('a page that is only prepared sends nothing until it is opened', async () => {
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

test('offline nothing is tried; back online it goes at once', async () => {
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
  ['the page is only prepared', document, 'prerendering'],
])('it is tried where the browser does not say whether %s [5]', async (_, object, name) => {
  become(object, name, undefined)
  Object.defineProperty(object, name, { configurable: true, get: broken })
  open().decided(decision('one'))
  await pass()
  expect(ids()).toEqual(['one'])
})

test('where nothing can be stopped nothing is thrown, and what is not taken is kept [5]', async () => {
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

test('after destroy() nothing more is sent, and what waits is kept', async () => {
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

test('where what delivers cannot be loaded, decisions wait for a page where it can', async () => {
  const report = keepDecisions(
    { url: ADDRESS },
    () => KEY,
    () => Promise.reject(new Error()),
  )
  const close = report.attach(consent)
  report.decided(decision('one'))
  report.decided(decision('two', { record: record({ n: 2 }) }))
  close()
  await pass()
  expect(warn.mock.calls).toEqual([[expect.stringContaining('evidence.js')]])
  open()
  await pass()
  expect(ids()).toEqual(['one', 'two'])
})

test('without a clock a decision is told when its page is left', async () => {
  const page = open()
  for (const name of ['setTimeout', 'clearTimeout']) become(globalThis, name, broken)
  page.decided(decision('one'))
  await pass()
  tell(window, 'pagehide')
  await pass()
  expect(ids()).toEqual(['one'])
  expect(localStorage).toHaveLength(0)
})

test('a page whose console is broken keeps and tells its decisions like any other [5]', async () => {
  become(console, 'warn', broken)
  answer(400)
  const page = open()
  for (let n = 1; n <= 102; n += 1) page.decided(decision(`${n}`, { record: record({ n }) }))
  await pass()
  expect(ids()).toHaveLength(100)
  expect(localStorage).toHaveLength(0)
})

test('the text of a notice goes only to those who ask for it, and not where it is not offered', async () => {
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

  const silent = open({ notices: false })
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

test('a notice that did not arrive is asked for again', async () => {
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

/** What waits, as an earlier page has left it. */
const stored = (name: string, part: object = {}): [string, string] => [
  `${KEY}.1001760000000000.1000000000000001.${id(name)}`,
  JSON.stringify({ id: id(name), record: record(), ...part }),
]

test('odd values in the outbox are removed unsent and hold up nothing', async () => {
  const odd: Record<string, string> = {
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
  for (const [name, text] of Object.entries(odd)) localStorage.setItem(name, text)
  localStorage.setItem(...stored('zzz'))
  localStorage.setItem(KEY, '99999999999999 5')
  localStorage.setItem('spaceone_consent.outboxes', 'the page’s own')
  open()
  await pass()
  expect(ids()).toEqual(['zzz'])
  expect({ ...localStorage }).toEqual({ 'spaceone_consent.outboxes': 'the page’s own' })
})

test('whatever happens on the way, each decision arrives, in order, and after its answer never again', async () => {
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
