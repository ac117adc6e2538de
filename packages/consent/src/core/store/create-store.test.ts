import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { broken } from '../../../../../test/support/broken.ts'
import { NOW, SAMPLE } from '../../../../../test/support/sample-record.ts'
import { type ConsentRecord, DAY, decodeRecord, encodeRecord } from '../record/record.ts'
import type { Consent } from './consent.ts'
import { createStore } from './create-store.ts'
import type { ConsentOptions } from './options.ts'
import type { InnerPorts, Ports } from './ports.ts'
import type { Decision, Service } from './service.ts'

// record.test.ts shows what a decision records, read-record.test.ts which record counts, and
// state.test.ts what a record grants. This file shows what the store adds: storage, tabs, timers
// and callbacks.

type Category = 'analytics' | 'marketing'
type Options = Partial<ConsentOptions<Category>>

const CATEGORIES: readonly Category[] = ['analytics', 'marketing']
const ALL = { analytics: true, marketing: true } as const
const NONE = { analytics: false, marketing: false } as const
const GRANT = { analytics: true } as const
const BANNER = { event: { isTrusted: true }, surface: 'banner' } as const

const declaring = (...names: readonly string[]): Options => ({
  services: names.map(name => ({ name, category: 'analytics', attach: () => () => {} })),
})

const decided = (c: ConsentRecord['c'], changes: Partial<ConsentRecord> = {}): string =>
  encodeRecord({ ...SAMPLE, p: '2', t: NOW - 10, e: NOW + DAY, c, n: 4, ...changes })

const create = (values: string[] = [], options: Options = {}, ports: InnerPorts = {}) => {
  const write = vi.fn((value: string, _: number) => {
    storage.values = [value]
  })
  const storage = { values, read: () => storage.values, write }
  const consent = createStore<Category>(
    { policy: { version: '2' }, categories: { analytics: {}, marketing: {} }, ...options },
    { storage, now: () => NOW, signals: { gpc: false }, ...ports },
  )
  const stored = () => decodeRecord(storage.values[0] ?? '', NOW)
  return { consent, storage, stored, state: () => consent.$state.get() }
}

/**
 * Calls `whenGranted` with a function that returns a clean-up. `calls` returns the calls of the
 * function and of the clean-up so far, in order.
 */
const follow = (consent: Consent<Category>, key: Category | `${Category}/${string}`) => {
  const calls: string[] = []
  const dispose = consent.whenGranted(key, () => {
    calls.push('run')
    return () => calls.push('clean up')
  })
  return { calls: () => calls, dispose }
}

/** Creates a stub of `document`. Without a `document` core runs as on a server. */
const openPage = (changes: { prerendering?: boolean } = {}) => {
  const document = Object.assign(new EventTarget(), changes)
  vi.stubGlobal('document', document)
  for (const name of ['addEventListener', 'removeEventListener']) vi.stubGlobal(name, () => {})
  return { document, tell: (type: string) => document.dispatchEvent(new Event(type)) }
}

const keepHistory = (...values: readonly string[]) => {
  const setItem = vi.fn<(key: string, text: string) => void>()
  vi.stubGlobal('localStorage', { getItem: () => JSON.stringify(values), setItem })
  return setItem
}

const useClock = (now = NOW) => vi.useFakeTimers({ now: now * 1000 })

const report = vi.fn()
beforeEach(() => {
  report.mockClear()
  vi.stubGlobal('reportError', report)
})

test('a decision counts when every method of localStorage throws, as with a corrupted profile [5]', () => {
  vi.stubGlobal('localStorage', { getItem: broken, setItem: broken, removeItem: broken })
  const { consent, state, stored } = create()
  consent.decide(GRANT)
  expect(stored()?.c).toEqual({ analytics: 1 })
  expect(state().granted).toEqual({ ...NONE, analytics: true })
  consent.erase()
  expect(state().granted).toEqual(NONE)
  expect(report).not.toHaveBeenCalled()
})

test('without a page, an empty language stands for English', () => {
  expect(create([], { language: '' }).state().language).toBe('en')
})

test('before a decision nothing is granted or stored, whatever is opened and closed [1, 3]', () => {
  const { consent, state, storage } = create()
  expect(state()).toMatchObject({ granted: NONE, pending: CATEGORIES })
  for (const [open, view] of [
    [consent.openPreferences, 'preferences'],
    [consent.openGuide, 'guide'],
  ] as const) {
    expect(consent.$view.get()).toBe('banner')
    open()
    expect(consent.$view.get()).toBe(view)
    consent.close()
  }
  consent.decide({ analytics: undefined })
  expect(consent.isGranted('analytics')).toBe(false)
  expect(consent.$view.get()).toBe('banner')
  expect(storage.write).not.toHaveBeenCalled()
})

type Answers = ConsentRecord['c']
const reject = (page: Consent<Category>) => page.rejectAll()
const both = (answer: 0 | 1): Answers => ({ analytics: answer, marketing: answer })

test.each<[string, (page: Consent<Category>) => void, Answers, m: string, s?: string]>([
  ['acceptAll() grants everything', page => page.acceptAll(BANNER), both(1), 'accept', 'banner'],
  ['rejectAll() refuses everything, for as long as a grant [17, 27]', reject, both(0), 'reject'],
  ['decide() leaves others pending', page => page.decide(GRANT), { analytics: 1 }, 'custom'],
  ['withdraw() refuses one', page => page.withdraw('analytics'), { analytics: 0 }, 'withdraw'],
])('%s', (_, act, c, m, s = 'api') => {
  const warn = vi.spyOn(console, 'warn')
  const { consent, state, stored } = create()
  act(consent)
  expect(stored()).toEqual({ v: 1, p: '2', l: 'en', t: NOW, e: NOW + 184 * DAY, c, m, s, n: 1 })
  const pending = CATEGORIES.filter(name => !(name in c))
  expect(state()).toMatchObject({ status: 'decided', record: stored(), pending })
  expect(consent.$view.get()).toBe(pending[0] ? 'banner' : 'none')
  expect(warn).not.toHaveBeenCalled()
})

test('a decision without an event, or with one that code has dispatched, is recorded as a decision of code, and of an event only isTrusted is read [17]', () => {
  const { consent, stored } = create()
  const notice = { notice: 'A'.repeat(22), noticeText: '{}' }
  for (const event of [undefined, new Event('click')]) {
    consent.acceptAll({ ...BANNER, ...notice, event } as never)
    expect(stored()).toMatchObject({ c: both(1), m: 'accept', s: 'api' })
    expect(stored()).not.toHaveProperty('h')
  }
  // The event of a framework may refer to the whole page.
  const get = vi.fn(Reflect.get)
  const event = new Proxy<object>({ isTrusted: true, view: globalThis }, { get })
  consent.acceptAll({ ...BANNER, ...notice, event } as never)
  expect(stored()).toMatchObject({ s: 'banner', h: notice.notice })
  expect(get.mock.calls.map(([, name]) => name)).toEqual(['isTrusted'])
})

test('uses the system clock, in whole seconds, when none is passed', () => {
  useClock(NOW + 0.999)
  const { consent, stored } = create([], {}, { now: undefined })
  consent.acceptAll()
  expect(stored()).toMatchObject({ t: NOW, e: NOW + 184 * DAY })
})

test('a decision keeps the answers that another tab has stored since', () => {
  const { consent, stored, storage } = create([decided({ analytics: 1 })])
  storage.values = [decided({ analytics: 0 }, { n: 5 })]
  consent.decide({ marketing: true })
  expect(stored()).toMatchObject({ c: { analytics: 0, marketing: 1 }, n: 6 })
  expect(consent.isGranted('analytics')).toBe(false)
})

test.each<[string, object, Ports]>([
  ['it has an unknown surface', { ...BANNER, surface: '한국어' }, {}],
  ['it has a value that JSON cannot encode', { ...BANNER, notice: 1n }, {}],
  ['the clock shows no number', {}, { now: () => Number.NaN }],
])('a decision that cannot be stored deletes the older grant: %s', (_, origin, ports) => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const { consent, storage } = create([decided({ analytics: 1 })], {}, ports)
  consent.decide({ analytics: true }, origin)
  expect(consent.isGranted('analytics')).toBe(false)
  expect(storage.values).toEqual([''])
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    '[SpaceONE Consent] A decision could not be saved. Expected a record of at most 1 kB, with short names of categories and services. Nothing is granted. See dist/script/docs/packages/consent/src/core/README.md#what-is-stored',
  )
  expect(report).not.toHaveBeenCalled()
})

test('a refused service of a granted category stays stopped, on the next page too', () => {
  const without = ['analytics/채널톡']
  const options = declaring('채널톡', 'Google Analytics')
  const { consent, state, storage } = create([], options)
  const { calls } = follow(consent, 'analytics/채널톡')
  consent.decide({ analytics: true }, { without })
  for (const page of [consent, create(storage.values, options).consent]) {
    expect(page.isGranted('analytics/채널톡')).toBe(false)
    expect(page.isGranted('analytics/Google Analytics')).toBe(true)
    expect(page.isGranted('analytics')).toBe(true)
  }
  expect(state().without).toEqual(without)
  expect(calls()).toEqual([])
  consent.acceptAll()
  consent.decide({ analytics: true }, { without })
  expect(calls()).toEqual(['run', 'clean up'])
})

test('a restricted visitor can grant and store nothing; restrict(false) restores the decision [33]', () => {
  const before = [decided({ analytics: 1 })]
  const { consent, state, storage } = create(before, { restricted: true })
  consent.acceptAll()
  consent.decide({ analytics: true })
  expect(state()).toMatchObject({ status: 'restricted', granted: NONE })
  expect(storage.values).toEqual(before)
  for (const isRestricted of [false, true]) {
    consent.restrict(isRestricted)
    expect(consent.isGranted('analytics')).toBe(!isRestricted)
  }
})

test('when an option of a service is invalid, nothing can be granted', () => {
  const services = [{ name: 'Chat', isInvalid: true, attach: () => () => {} }]
  const { consent, state } = create([], { categories: { analytics: { services }, marketing: {} } })
  consent.acceptAll()
  expect(state()).toMatchObject({ status: 'restricted', granted: NONE })
})

test('a prerendered page stores nothing and runs no service until it is opened', () => {
  const { document, tell } = openPage({ prerendering: true })
  const before = [decided({ analytics: 1 })]
  const { consent, storage } = create(before)
  const { calls } = follow(consent, 'analytics')
  consent.rejectAll()
  expect(storage.values).toEqual(before)
  expect(consent.isGranted('analytics')).toBe(false)
  expect(calls()).toEqual([])
  document.prerendering = false
  tell('prerenderingchange')
  expect(consent.isGranted('analytics')).toBe(true)
  expect(calls()).toEqual(['run'])
})

test('old decisions are deleted from the history at the start, unless the visitor has a decision that counts [20]', () => {
  const tooOld = decided({ analytics: 1 }, { t: NOW - 800 * DAY, e: NOW - 700 * DAY })
  const setItem = keepHistory(tooOld)
  create([decided({ analytics: 0 })])
  expect(setItem).not.toHaveBeenCalled()
  create()
  expect(setItem).toHaveBeenCalledExactlyOnceWith('spaceone_consent.history', '[]')
})

const OPEN_FOR = 90 * DAY + 90

const stayOpen = () => {
  openPage()
  useClock()
  const values = [decided({ analytics: 1, marketing: 0 }, { e: NOW + OPEN_FOR })]
  return create(values, {}, { now: () => Math.floor(Date.now() / 1000) })
}

test('the expiry in an open page ends the decision in that second', () => {
  const { consent, state } = stayOpen()
  vi.advanceTimersByTime((OPEN_FOR - 1) * 1000)
  expect(consent.isGranted('analytics')).toBe(true)
  vi.advanceTimersByTime(1000)
  expect(state()).toMatchObject({ status: 'expired', pending: CATEGORIES })
  expect(consent.$view.get()).toBe('banner')
  expect(vi.getTimerCount()).toBe(0)
})

test('the expiry in an open page is noticed within an hour when the clock is set past it, and not when the clock is set back', () => {
  const { consent, state } = stayOpen()
  const before = state()
  vi.setSystemTime((NOW - 60) * 1000)
  vi.advanceTimersByTime(3_600_000)
  consent.refresh()
  expect(state()).toBe(before)
  vi.setSystemTime((NOW + OPEN_FOR) * 1000)
  vi.advanceTimersByTime(3_600_000)
  expect(state().status).toBe('expired')
  // The decision counts again when the clock is set right, since its end is fixed.
  vi.setSystemTime((NOW + OPEN_FOR - 1) * 1000)
  consent.refresh()
  expect(state()).toEqual(before)
})

test('the expiry in an open page has no timer on a server, nor after destroy()', () => {
  useClock()
  create([decided({ analytics: 1 })])
  expect(vi.getTimerCount()).toBe(0)
  const { consent } = stayOpen()
  expect(vi.getTimerCount()).toBe(1)
  consent.destroy()
  consent.setLanguage('ko')
  expect(vi.getTimerCount()).toBe(0)
})

const record = (n: number, answer: 0 | 1, t = NOW) =>
  decided({ analytics: answer, marketing: 1 }, { t, n })

test('an earlier cookie that the browser returns for a moment does not restore a grant that was withdrawn just now [23]', () => {
  const earlier = record(4, 1)
  const { consent, storage, stored } = create([earlier])
  consent.rejectAll()
  storage.values = [earlier]
  consent.refresh()
  expect(consent.isGranted('analytics')).toBe(false)
  consent.decide({ marketing: true })
  expect(stored()).toMatchObject({ n: 6, c: { analytics: 0, marketing: 1 } })
})

test('an earlier cookie that the browser returns for a moment grants nothing on a later page whose history has the refusal [5, 52]', () => {
  keepHistory(record(5, 0))
  const { state } = create([record(4, 1)])
  expect(state()).toMatchObject({ status: 'undecided', granted: NONE, pending: CATEGORIES })
})

test('an earlier cookie that the browser returns for a moment counts when it is still stored a few seconds later', () => {
  useClock()
  openPage()
  let now = NOW
  const earlier = record(4, 1)
  const { consent, storage } = create([earlier], {}, { now: () => now })
  consent.rejectAll()
  storage.values = [earlier]
  now += 5
  vi.advanceTimersByTime(5000)
  expect(consent.isGranted('analytics')).toBe(true)
})

const withSwitches = (...switches: readonly (() => unknown)[]): Options => {
  const services = switches.map(refused => ({ attach: () => () => {}, refused }))
  return { categories: { analytics: { services: services as never }, marketing: {} } }
}

test('a service with a switch of its own, such as Google’s opt-out add-on leaves its category not pending from the return to the page on, when that switch refuses', () => {
  const { tell } = openPage()
  const allows = () => false
  const refused = vi.fn(allows)
  const { state } = create([], withSwitches(allows, refused))
  expect(state().pending).toEqual(CATEGORIES)
  refused.mockReturnValue(true)
  tell('visibilitychange')
  expect(state().pending).toEqual(['marketing'])
})

test('a service with a switch of its own, such as Google’s opt-out add-on refuses nothing when refused() throws, and the error is reported', () => {
  expect(create([], withSwitches(broken)).state().pending).toEqual(CATEGORIES)
  expect(report).toHaveBeenCalledOnce()
})

test('a service with a switch of its own, such as Google’s opt-out add-on is asked once when refused() calls refresh()', () => {
  const refused = vi.fn(() => consent?.refresh())
  let consent: Consent<Category> | undefined
  consent = create([], withSwitches(refused)).consent
  for (const _ of ['once', 'again']) {
    refused.mockClear()
    consent.refresh()
    expect(refused).toHaveBeenCalledOnce()
  }
})

test('the state is the same object while nothing changes, and nothing but a decision is stored or changes an answer', () => {
  const { tell } = openPage()
  const { consent, state, storage } = create([decided({ analytics: 1 })])
  const before = state()
  const listener = vi.fn()
  consent.$state.listen(listener)
  consent.openPreferences()
  consent.close()
  consent.setLanguage('en')
  consent.restrict(false)
  tell('visibilitychange')
  expect(state()).toBe(before)
  expect(listener).not.toHaveBeenCalled()
  consent.setLanguage('ko')
  expect(state()).toEqual({ ...before, language: 'ko' })
  expect(storage.write).not.toHaveBeenCalled()
})

test('whenGranted runs its function at each grant, and its clean-up at each withdrawal and once at its dispose', () => {
  const { consent } = create()
  const { calls, dispose } = follow(consent, 'analytics')
  expect(calls()).toEqual([])
  consent.acceptAll()
  consent.decide({ marketing: false })
  expect(calls()).toEqual(['run'])
  consent.withdraw('analytics')
  consent.acceptAll()
  expect(calls()).toEqual(['run', 'clean up', 'run'])
  dispose()
  dispose()
  consent.withdraw('analytics')
  expect(calls()).toEqual(['run', 'clean up', 'run', 'clean up'])
})

test('whenGranted has no clean-up for a function that returns nothing or a promise', () => {
  const { consent } = create([decided({ analytics: 1 })])
  for (const run of [() => {}, async () => {}]) consent.whenGranted('analytics', run as () => void)
  consent.withdraw('analytics')
  expect(report).not.toHaveBeenCalled()
})

test('whenGranted cleans up when its own function withdraws the grant', () => {
  const { consent } = create([decided({ analytics: 1 })])
  const cleanUp = vi.fn()
  consent.whenGranted('analytics', () => {
    consent.withdraw('analytics')
    return cleanUp
  })
  expect(consent.isGranted('analytics')).toBe(false)
  expect(cleanUp).toHaveBeenCalledOnce()
})

test('onChange gets the state of each later change, until it is disposed, and the refusal of destroy()', () => {
  const { consent, state } = create()
  const [run, disposed, late] = [vi.fn(), vi.fn(), vi.fn()]
  consent.onChange(run)
  consent.onChange(disposed)()
  expect(run).not.toHaveBeenCalled()
  for (const act of [consent.acceptAll, consent.acceptAll, consent.destroy]) {
    act()
    expect(run.mock.lastCall?.[0]).toBe(state())
  }
  expect(run).toHaveBeenCalledTimes(3)
  consent.onChange(late)
  consent.restrict(true)
  for (const { mock } of [disposed, late]) expect(mock.calls).toEqual([])
})

test('an error of one function of the site stops no other function, and is reported', () => {
  const { consent } = create()
  const listener = vi.fn()
  consent.whenGranted('analytics', broken)
  consent.$state.listen(broken)
  consent.onChange(broken)
  consent.$state.listen(listener)
  consent.onChange(listener)
  const { calls } = follow(consent, 'analytics')
  consent.acceptAll()
  expect(calls()).toEqual(['run'])
  expect(listener).toHaveBeenCalledTimes(2)
  expect(report).toHaveBeenCalledTimes(2)
  expect(consent.isGranted('analytics')).toBe(true)
})

test('destroy refuses everything in the state before it disposes, keeps stored data, and no later call or event changes anything', () => {
  const { tell } = openPage()
  const order: string[] = []
  const service: Service = { attach: () => () => void order.push('disposed') }
  const { consent, state, storage } = create([decided({ analytics: 1 })], { services: [service] })
  consent.$state.listen(({ granted }) => order.push(`analytics: ${granted.analytics}`))
  const { calls } = follow(consent, 'analytics')
  const act = () => {
    consent.acceptAll()
    consent.rejectAll()
    consent.refresh()
  }
  // A listener of the page may decide during `destroy`, which must not grant anything.
  consent.onChange(act)
  consent.destroy()
  expect(order).toEqual(['analytics: false', 'disposed'])
  expect(calls()).toEqual(['run', 'clean up'])
  expect(storage.write).not.toHaveBeenCalled()
  const after = state()
  expect(after).toMatchObject({ status: 'decided', granted: NONE, pending: [] })

  act()
  consent.restrict(false)
  consent.setLanguage('ko')
  consent.erase()
  consent.destroy()
  storage.values = [decided(SAMPLE.c)]
  tell('visibilitychange')
  expect(state()).toBe(after)
  expect(consent.isGranted('analytics')).toBe(false)
  expect(consent.$view.get()).toBe('none')
  expect(follow(consent, 'analytics').calls()).toEqual([])
  expect(report).not.toHaveBeenCalled()
})

test('attaches each service once with its category, and disposes each at destroy()', () => {
  const dispose = vi.fn()
  const attach = vi.fn<Service['attach']>(() => () => dispose())
  const { consent } = create([], {
    categories: { analytics: { services: [{ attach }] }, marketing: {} },
    services: [{ attach }],
  })
  expect(attach.mock.calls).toEqual([
    [consent, undefined],
    [consent, 'analytics'],
  ])
  consent.destroy()
  expect(dispose).toHaveBeenCalledTimes(2)
  // A service need not have the method `refused`.
  expect(report).not.toHaveBeenCalled()
})

test('a service that destroys its consent while it is attached is disposed, and no further one is attached', () => {
  const [dispose, late] = [vi.fn(), vi.fn(() => () => {})]
  const attach: Service['attach'] = consent => {
    consent.destroy()
    return dispose
  }
  create([], { services: [{ attach }, { attach: late }] })
  expect(late).not.toHaveBeenCalled()
  expect(dispose).toHaveBeenCalledOnce()
})

test('a service that is not declared is never granted, and the console names it once, with a similar name', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const { consent } = create([], declaring('Google Analytics', 'Chat'))
  const { calls } = follow(consent, 'analytics/google analytics')
  const answers = () =>
    ['Google Analitics', 'CHAT', 'Chat ', '', 'constructor'].map(name =>
      consent.isGranted(`analytics/${name}`),
    )
  consent.decide({ analytics: true }, { without: ['analytics/Chat'] })
  for (const _ of ['first', 'again']) expect(answers()).toEqual(Array(5).fill(false))
  expect(calls()).toEqual([])
  expect(consent.isGranted('analytics/Google Analytics')).toBe(true)
  const near = warn.mock.calls.map(([text]) => /"(.*)" names .* Did you mean (.*?)\?/.exec(text))
  expect(near.map(found => found?.slice(1))).toEqual([
    ['analytics/google analytics', 'analytics/Google Analytics'],
    ['analytics/Google Analitics', 'analytics/Google Analytics'],
    ...['analytics/CHAT', 'analytics/Chat '].map(name => [name, 'analytics/Chat']),
    ['analytics/', 'analytics'],
    undefined,
  ])
})

const wrong = 'analyics' as Category

test('a mistake of the site in development disposes the earlier services and throws when a service cannot be attached', () => {
  const dispose = vi.fn()
  const services = [{ attach: () => dispose }, { attach: broken }]
  expect(() => create([], { services })).toThrow('broken')
  expect(dispose).toHaveBeenCalledOnce()
})

test.each<[string, (consent: Consent<Category>) => unknown, code: string, value: string]>([
  ['an unknown category', ({ isGranted }) => isGranted(wrong), 'category', wrong],
  ['a function for it', ({ whenGranted }) => whenGranted(wrong, broken), 'category', wrong],
  ['its service', ({ whenGranted }) => whenGranted(`${wrong}/A`, broken), 'category', wrong],
  ['its withdrawal', ({ withdraw }) => withdraw(wrong), 'category', wrong],
  ['an invalid language', ({ setLanguage }) => setLanguage(7 as never), 'lang', '7'],
  ['an invalid option', () => create([], { policy: { version: '' } }), 'policy-version', ''],
])(
  'a mistake of the site in development throws for %s, and leaves nothing that runs',
  (_, call, code, value) => {
    const { consent } = create()
    const near = code === 'category' ? ' Did you mean analytics?' : ''
    const message = expect.stringContaining(` is "${value}".${near} Expected `)
    expect(() => call(consent)).toThrow(expect.objectContaining({ code, message }))
    consent.acceptAll()
    expect(report).not.toHaveBeenCalled()
  },
)

const inProduction = () => {
  vi.stubEnv('NODE_ENV', 'production')
  return vi.spyOn(console, 'warn').mockReturnValue()
}

test('a mistake of the site on a visitor’s page leaves a service that cannot be attached blocked, and the others start [5]', () => {
  const warn = inProduction()
  const [chat, runs] = [vi.fn(), vi.fn()]
  const other: Service = { attach: consent => consent.whenGranted('analytics', runs) }
  const faulty: Service = {
    name: 'Chat',
    attach(consent) {
      consent.whenGranted('analytics', chat)
      return broken()
    },
  }
  const { consent } = create([], { services: [other, faulty, null as never, other] })
  expect(warn.mock.calls).toEqual([
    ['[SpaceONE Consent] service-failed', 'Chat', new TypeError('broken')],
    ['[SpaceONE Consent] service-failed', undefined, expect.any(TypeError)],
  ])
  consent.acceptAll()
  expect(consent.isGranted('analytics')).toBe(true)
  expect(runs).toHaveBeenCalledTimes(2)
  expect(chat).not.toHaveBeenCalled()
})

test('a mistake of the site on a visitor’s page runs nothing when `services` is not an array', () => {
  inProduction()
  const attach = vi.fn()
  const categories = { analytics: { services: { some: () => false } as never }, marketing: {} }
  expect(() => create([], { categories, services: [{ attach }] })).toThrow(TypeError)
  expect(attach).not.toHaveBeenCalled()
})

test('a mistake of the site on a visitor’s page does not throw, and grants nothing [5]', () => {
  inProduction()
  const invalid = create([], { policy: { version: '' } }).consent
  invalid.acceptAll()
  expect(invalid.isGranted('analytics')).toBe(false)
  const { consent, state, storage } = create()
  const { calls } = follow(consent, wrong)
  consent.decide({ [wrong]: true })
  expect(storage.write).not.toHaveBeenCalled()
  consent.acceptAll()
  expect(consent.isGranted(wrong)).toBe(false)
  expect(calls()).toEqual([])
  consent.setLanguage('한국어')
  expect(state()).toMatchObject({ language: 'en', granted: ALL })
})

const listen = (values: string[] = [], change: object = {}, ports: InnerPorts = {}) => {
  const decisions: Decision[] = []
  const [erased, dispose] = [vi.fn(), vi.fn()]
  const decided = (decision: Decision) => void decisions.push(decision)
  const delivery = { attach: () => dispose, decided, erased, ...change }
  return { ...create(values, { delivery }, ports), decisions: () => decisions, erased, dispose }
}

test('the delivery gets each decision once, with the record before it, and gives each grant a receipt id of its own [19]', () => {
  const { consent, decisions, stored } = listen()
  consent.decide({ analytics: true }, { ...BANNER, noticeText: '{}' })
  consent.refresh()
  consent.acceptAll()
  const [first, second, ...rest] = decisions()
  expect(rest).toEqual([])
  expect(first).toMatchObject({ record: { n: 1 }, previous: undefined, noticeText: '{}' })
  const [id, r] = [expect.any(String), expect.any(String)]
  expect(second).toEqual({
    ...{ id, record: { ...stored(), r }, previous: first?.record, noticeText: undefined },
  })
  const ids = [first, second].flatMap(one => [one?.id, one?.record.r])
  for (const one of ids) expect(one).toMatch(/^[\w-]{22}$/)
  expect(new Set(ids).size).toBe(4)
})

test('the delivery gets no decision of another tab, no decision of a restricted visitor, and no decision whose record is invalid', () => {
  vi.spyOn(console, 'warn').mockReturnValue()
  const { consent, decisions, storage } = listen()
  storage.values = [decided({ analytics: 1 })]
  consent.refresh()
  consent.decide({ analytics: true }, { ...BANNER, notice: 'short' })
  consent.restrict(true)
  consent.acceptAll()
  expect(decisions()).toEqual([])
})

test('the delivery gets no decision where the browser has no random numbers for an id, and the decision counts', () => {
  vi.stubGlobal('crypto', {})
  const { consent, decisions } = listen()
  consent.acceptAll()
  expect(consent.isGranted('analytics')).toBe(true)
  expect(decisions()).toEqual([])
  expect(report).not.toHaveBeenCalled()
})

test('a consent for tests of a site attaches no service, delivers nothing and follows no page', () => {
  vi.useFakeTimers()
  const history = { read: () => [], contradicts: () => false, add: vi.fn(), erase() {} }
  const attach = vi.fn(() => () => {})
  const { consent, decisions } = listen([], { attach }, { isDetached: true, history })
  consent.acceptAll()
  expect(history.add.mock.calls).toEqual([[], [consent.$state.get().record]])
  expect([attach.mock.calls, decisions(), vi.getTimerCount()]).toEqual([[], [], 0])
})

test.each<[string, object, Ports]>([
  ['the delivery throws', { decided: broken }, {}],
  ['the storage throws', {}, { storage: { read: () => [], write: broken } }],
])('%s: a decision counts on this page, and the error is reported', (_, change, ports) => {
  const { consent } = listen([], change, ports)
  consent.acceptAll()
  expect(consent.isGranted('analytics')).toBe(true)
  expect(report).toHaveBeenCalledOnce()
})

test('the delivery gets a withdrawal before everything is erased when something was granted, and is disposed at destroy()', () => {
  const { consent, decisions, erased, dispose } = listen()
  for (const act of [() => {}, consent.rejectAll, consent.acceptAll]) {
    act()
    consent.erase()
  }
  const answers = decisions().map(({ record, previous }) => [record.m, record.c, previous?.m])
  expect(answers).toEqual([
    ['reject', { analytics: 0, marketing: 0 }, undefined],
    ['accept', { analytics: 1, marketing: 1 }, undefined],
    ['withdraw', { analytics: 0, marketing: 0 }, 'accept'],
  ])
  expect(erased).toHaveBeenCalledTimes(3)
  consent.destroy()
  expect(dispose).toHaveBeenCalledOnce()
})

test('erase stops running services, stores no decision, deletes the record and asks as at the first visit [25]', () => {
  const { consent, state, storage } = create([decided(SAMPLE.c)])
  const { calls } = follow(consent, 'analytics')
  consent.erase()
  expect(calls()).toEqual(['run', 'clean up'])
  expect(storage.write).toHaveBeenCalledExactlyOnceWith('', 0)
  expect(state()).toMatchObject({ status: 'undecided', record: undefined })
  expect(consent.$view.get()).toBe('banner')
  expect(report).not.toHaveBeenCalled()
})

test('a withdrawal counts when a page has added a toJSON to every object [5, 23]', () => {
  const { consent } = create([decided({ analytics: 1 })])
  const { calls } = follow(consent, 'analytics')
  Object.assign(Object.prototype, { toJSON: () => 1 })
  onTestFinished(() => void Reflect.deleteProperty(Object.prototype, 'toJSON'))
  vi.spyOn(console, 'warn').mockReturnValue()
  consent.withdraw('analytics')
  expect(consent.isGranted('analytics')).toBe(false)
  expect(calls()).toEqual(['run', 'clean up'])
})
