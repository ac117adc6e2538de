import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createConsent } from './create-consent.ts'
import type { ConsentOptions } from './options.ts'
import type { Ports } from './ports.ts'
import type { ConsentRecord } from './record.ts'
import { DAY, decodeRecord, encodeRecord } from './record-codec.ts'
import type { Decision, Report } from './report.ts'
import type { Attachable } from './service.ts'
import type { ConsentStorage } from './storage.ts'

type Category = 'analytics' | 'marketing'

const NOW = 1_760_000_000

const CATEGORIES: readonly Category[] = ['analytics', 'marketing']

const memory = (...values: string[]) => {
  const storage = {
    values,
    read: () => storage.values,
    write: (value: string) => {
      storage.values = [value]
    },
  }
  return storage satisfies ConsentStorage
}

const create = (
  storage: ConsentStorage = memory(),
  options: Partial<ConsentOptions<Category>> = {},
  ports: Ports = {},
) =>
  createConsent<Category>(
    { policy: { version: '2' }, categories: { analytics: {}, marketing: {} }, ...options },
    { storage, now: () => NOW, signals: { gpc: false }, ...ports },
  )

const stored = (storage: ReturnType<typeof memory>): ConsentRecord | undefined =>
  decodeRecord(storage.values[0] ?? '', NOW)

const decided = (c: ConsentRecord['c'], changes: Partial<ConsentRecord> = {}): string =>
  encodeRecord({
    v: 1,
    p: '2',
    l: 'en',
    t: NOW - 10,
    e: NOW + DAY,
    c,
    m: 'custom',
    s: 'banner',
    n: 4,
    ...changes,
  })

/** The part of a page that core asks; without one, core runs as on a server. */
const openPage = (document: { prerendering?: boolean } = {}) => {
  const target = Object.assign(new EventTarget(), document)
  vi.stubGlobal('document', target)
  onTestFinished(() => void vi.unstubAllGlobals())
  return {
    document: target,
    tell: (type: string) => target.dispatchEvent(new Event(type)),
  }
}

/** The decisions of a browser as its `localStorage` has them, and what is written there. */
const keepHistory = (...values: readonly string[]) => {
  const setItem = vi.fn<(key: string, text: string) => void>()
  vi.stubGlobal('localStorage', { getItem: () => JSON.stringify(values), setItem })
  onTestFinished(() => void vi.unstubAllGlobals())
  return setItem
}

/** Listens to what a developer is told. */
const warnings = () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
  return warn
}

/** A host's mistakes are reported like uncaught errors; this catches the reports. */
const reports = () => {
  const report = vi.fn()
  vi.stubGlobal('reportError', report)
  onTestFinished(() => void vi.unstubAllGlobals())
  return report
}

test('answers from the first line: nothing is granted, everything is to be asked', () => {
  const consent = create()
  expect(consent.isGranted('analytics')).toBe(false)
  expect(consent.$state.get().pending).toEqual(['analytics', 'marketing'])
  expect(consent.$view.get()).toBe('banner')
})

test('writes nothing before a choice [1]', () => {
  const storage = memory()
  create(storage).openPreferences()
  expect(storage.values).toEqual([])
})

test('accepting all grants, stores and closes the question', () => {
  const warn = warnings()
  const storage = memory()
  const consent = create(storage)
  consent.acceptAll({ surface: 'banner' })
  expect(warn).not.toHaveBeenCalled()
  expect(consent.isGranted('marketing')).toBe(true)
  expect(consent.$view.get()).toBe('none')
  expect(stored(storage)).toEqual({
    v: 1,
    p: '2',
    l: 'en',
    t: NOW,
    e: NOW + 180 * DAY,
    c: { analytics: 1, marketing: 1 },
    m: 'accept',
    s: 'banner',
    n: 1,
  })
})

test('without a clock of the host’s it is the system’s, in whole seconds', () => {
  vi.useFakeTimers({ now: NOW * 1000 + 999 })
  onTestFinished(() => void vi.useRealTimers())
  const storage = memory()
  create(storage, {}, { now: undefined }).acceptAll()
  expect(stored(storage)).toMatchObject({ t: NOW, e: NOW + 180 * DAY })
})

test('rejecting all stores each refusal for just as long [17, 27]', () => {
  const storage = memory()
  create(storage).rejectAll()
  expect(stored(storage)).toMatchObject({
    c: { analytics: 0, marketing: 0 },
    m: 'reject',
    e: NOW + 180 * DAY,
  })
})

test('a decision leaves the other answers as they are', () => {
  const storage = memory(decided({ analytics: 1, marketing: 0 }))
  const consent = create(storage)
  consent.decide({ marketing: true })
  expect(stored(storage)).toMatchObject({ c: { analytics: 1, marketing: 1 }, m: 'custom', n: 5 })
})

test('a decision leaves what was not asked unanswered', () => {
  const consent = create()
  consent.decide({ analytics: true })
  expect(consent.$state.get()).toMatchObject({ status: 'decided', pending: ['marketing'] })
})

test('keeps the answers of a page of the same site that asks for more', () => {
  const storage = memory(decided({ analytics: 0, videos: 1 }))
  create(storage).acceptAll()
  expect(stored(storage)?.c).toEqual({ analytics: 1, marketing: 1, videos: 1 })
})

test('answers to an older policy do not count towards the new one', () => {
  const storage = memory(decided({ analytics: 1, marketing: 1 }, { p: '1' }))
  const consent = create(storage)
  expect(consent.$state.get()).toMatchObject({ status: 'outdated', record: { p: '1' } })
  consent.decide({ analytics: true })
  expect(stored(storage)?.c).toEqual({ analytics: 1 })
})

test('a new version in which nothing material changed keeps the answers, and the next is to it', () => {
  const storage = memory(decided({ analytics: 1, marketing: 0 }, { p: '1' }))
  const versions = [
    { version: '1', effective: '2022-07-01', material: true },
    { version: '2', effective: '2024-01-18', material: false },
  ]
  const consent = create(storage, { policy: { version: '2', versions } })
  expect(consent.$state.get()).toMatchObject({ status: 'decided', pending: [], record: { p: '1' } })
  expect(consent.isGranted('analytics')).toBe(true)
  consent.decide({ marketing: true })
  expect(stored(storage)).toMatchObject({ p: '2', c: { analytics: 1, marketing: 1 } })
})

test.each(['yes', 1, {}, null])('only true grants: %j does not', answer => {
  const consent = create()
  consent.decide({ analytics: answer as unknown as boolean })
  expect(consent.isGranted('analytics')).toBe(false)
  expect(consent.$state.get().record?.c).toEqual({ analytics: 0 })
})

test('a decision builds on what another tab has stored since', () => {
  const storage = memory(decided({ analytics: 1 }))
  const consent = create(storage)
  storage.values = [decided({ analytics: 0 }, { n: 5 })]
  consent.decide({ marketing: true })
  expect(stored(storage)).toMatchObject({ c: { analytics: 0, marketing: 1 }, n: 6 })
  expect(consent.isGranted('analytics')).toBe(false)
})

test.each([
  ['a surface that there is not', { surface: '한국어' as 'api' }],
  ['what JSON cannot say', { notice: 1n as unknown as string }],
])('a withdrawal whose record cannot be written leaves no older grant: %s', (_, origin) => {
  const report = reports()
  const warn = warnings()
  const storage = memory(decided({ analytics: 1 }))
  const consent = create(storage)
  consent.decide({ analytics: false }, origin)
  expect(consent.isGranted('analytics')).toBe(false)
  expect(storage.values).toEqual([''])
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    '[SpaceONE Consent] Decision not saved: the record is invalid or over 1 kB. Nothing is granted.',
  )
  expect(report).not.toHaveBeenCalled()
})

describe('a service that stays off while its category is granted', () => {
  const decideWithout = (storage = memory()) => {
    const consent = create(storage)
    consent.decide({ analytics: true }, { without: ['analytics/채널톡'] })
    return consent
  }

  test('is denied by name, and the category is not', () => {
    const consent = decideWithout()
    expect(consent.isGranted('analytics')).toBe(true)
    expect(consent.isGranted('analytics', 'Google Analytics')).toBe(true)
    expect(consent.isGranted('analytics', '채널톡')).toBe(false)
    expect(consent.$state.get().without).toEqual(['analytics/채널톡'])
  })

  test('is recorded by name, in ASCII, and read again', () => {
    const storage = memory()
    decideWithout(storage)
    expect(storage.values[0]).toMatch(/^[\w-]+$/)
    expect(stored(storage)?.x).toEqual(['analytics/채널톡'])
    expect(create(storage).isGranted('analytics', '채널톡')).toBe(false)
  })

  test('stays off when another category is decided, and comes with its own', () => {
    const consent = decideWithout()
    const [run, stop] = [vi.fn(() => () => stop()), vi.fn()]
    consent.whenGranted('analytics', run, '채널톡')
    consent.decide({ marketing: true }, { without: ['analytics/Google Analytics'] })
    expect(consent.$state.get().without).toEqual(['analytics/채널톡'])
    expect(run).not.toHaveBeenCalled()
    consent.acceptAll()
    expect(consent.$state.get().without).toEqual([])
    expect(run).toHaveBeenCalledOnce()
    consent.decide({ analytics: true }, { without: ['analytics/채널톡'] })
    expect(stop).toHaveBeenCalledOnce()
  })

  test('is denied with its category', () => {
    const consent = decideWithout()
    consent.rejectAll()
    expect(consent.isGranted('analytics', 'Google Analytics')).toBe(false)
    expect(consent.$state.get().without).toEqual([])
  })
})

test('records the hash of the notice that was shown', () => {
  const storage = memory()
  create(storage).acceptAll({ surface: 'banner', notice: 'abcdefghijklmnopqrstuv' })
  expect(stored(storage)).toMatchObject({ h: 'abcdefghijklmnopqrstuv', s: 'banner' })
})

test('opens the guide, and the banner comes back when it is closed', () => {
  const consent = create(memory())
  consent.openGuide()
  expect(consent.$view.get()).toBe('guide')
  consent.close()
  expect(consent.$view.get()).toBe('banner')
})

test('a decision without an answer is none', () => {
  const storage = memory()
  create(storage).decide({ analytics: undefined })
  expect(storage.values).toEqual([])
})

test('withdrawing takes one grant back and asks nothing', () => {
  const storage = memory(decided({ analytics: 1, marketing: 1 }))
  const consent = create(storage)
  consent.withdraw('analytics')
  expect(consent.$state.get().granted).toEqual({ analytics: false, marketing: true })
  expect(consent.$view.get()).toBe('none')
  expect(stored(storage)?.m).toBe('withdraw')
})

test('two stored values that disagree grant nothing [52]', () => {
  const consent = create(memory(decided({ analytics: 1 }), decided({ analytics: 0 })))
  expect(consent.$state.get()).toMatchObject({ status: 'undecided', granted: { analytics: false } })
})

test('two stored values that agree count', () => {
  const value = decided({ analytics: 1 })
  expect(create(memory(value, value)).isGranted('analytics')).toBe(true)
})

test('a decision that cannot be stored still counts on this page', () => {
  const report = reports()
  const consent = create({
    read: () => [],
    write: () => {
      throw new Error('full')
    },
  })
  consent.acceptAll()
  expect(consent.isGranted('analytics')).toBe(true)
  expect(report).toHaveBeenCalledOnce()
})

test('restricted: no call grants, nothing is written [33]', () => {
  const storage = memory()
  const consent = create(storage, { restricted: true })
  consent.acceptAll()
  consent.decide({ analytics: true })
  expect(consent.$state.get()).toMatchObject({
    status: 'restricted',
    granted: { analytics: false },
  })
  expect(storage.values).toEqual([])
})

test('restricting later stops what runs; lifting it gives the answers back', () => {
  const consent = create(memory(decided({ analytics: 1, marketing: 0 })))
  consent.restrict(true)
  expect(consent.isGranted('analytics')).toBe(false)
  consent.restrict(false)
  expect(consent.isGranted('analytics')).toBe(true)
})

test('remembers that the browser sent Global Privacy Control [31]', () => {
  const storage = memory()
  const consent = create(storage, {}, { signals: { gpc: true } })
  expect(consent.$view.get()).toBe('none')
  consent.decide({ analytics: true })
  expect(stored(storage)?.g).toBe(1)
})

test('Global Privacy Control switched on after a grant takes it back on the return to the page', () => {
  const { tell } = openPage()
  const browser = { globalPrivacyControl: false }
  vi.stubGlobal('navigator', browser)
  const stop = vi.fn()
  const consent = create(memory(decided({ analytics: 1 })), {}, { signals: undefined })
  consent.whenGranted('analytics', () => stop)
  browser.globalPrivacyControl = true
  tell('visibilitychange')
  expect(stop).toHaveBeenCalledOnce()
  expect(consent.$state.get()).toMatchObject({
    status: 'undecided',
    granted: { analytics: false, marketing: false },
    pending: [],
  })
})

test('an explicit grant under Global Privacy Control counts, and earlier answers do not come back [31]', () => {
  const storage = memory(decided({ analytics: 1 }))
  const consent = create(storage, {}, { signals: { gpc: true } })
  consent.decide({ marketing: true })
  expect(consent.$state.get().granted).toEqual({ analytics: false, marketing: true })
  expect(stored(storage)).toMatchObject({ c: { marketing: 1 }, g: 1, n: 5 })
})

test('a page that nobody has opened yet runs nothing until it is opened', () => {
  const { document, tell } = openPage({ prerendering: true })
  const consent = create(memory(decided({ analytics: 1 })))
  const run = vi.fn()
  consent.whenGranted('analytics', run)
  expect(consent.isGranted('analytics')).toBe(false)
  expect(run).not.toHaveBeenCalled()
  document.prerendering = false
  tell('prerenderingchange')
  expect(consent.isGranted('analytics')).toBe(true)
  expect(run).toHaveBeenCalledOnce()
})

test('a page that nobody has opened yet records no decision', () => {
  openPage({ prerendering: true })
  const storage = memory()
  const consent = create(storage)
  consent.acceptAll()
  expect(storage.values).toEqual([])
  expect(consent.$state.get()).toMatchObject({ status: 'undecided', pending: CATEGORIES })
})

test('an answer that expires in an open page counts no more on the return to it', () => {
  const { tell } = openPage()
  let now = NOW
  const consent = create(memory(decided({ analytics: 1, marketing: 0 })), {}, { now: () => now })
  const stop = vi.fn()
  consent.whenGranted('analytics', () => stop)
  now = NOW + DAY
  tell('visibilitychange')
  expect(stop).toHaveBeenCalledOnce()
  expect(consent.$state.get()).toMatchObject({ status: 'expired', pending: CATEGORIES })
  expect(consent.$view.get()).toBe('banner')
})

test('an answer whose cookie has gone with it is known to have run out, and grants nothing', () => {
  const before = decided({ analytics: 1, marketing: 1 }, { e: NOW, n: 6 })
  keepHistory(before, decided({ analytics: 0 }, { e: NOW - DAY, n: 5 }))
  const storage = memory()
  const consent = create(storage)
  expect(consent.isGranted('analytics')).toBe(false)
  expect(consent.$state.get()).toMatchObject({ status: 'expired', record: { n: 6 } })
  consent.rejectAll()
  expect(stored(storage)).toMatchObject({ c: { analytics: 0, marketing: 0 }, n: 7 })

  // One that would still count has been lost: that is no decision, whatever came before it.
  keepHistory(decided({ analytics: 1, marketing: 1 }), before)
  const { record, status } = create().$state.get()
  expect({ record, status }).toEqual({ record: undefined, status: 'undecided' })
})

test('what is no longer to be kept goes at the start, unless the visitor has an answer that counts [20]', () => {
  const tooOld = decided({ analytics: 1 }, { t: NOW - 800 * DAY, e: NOW - 700 * DAY })
  const setItem = keepHistory(tooOld)
  create(memory(decided({ analytics: 0 })))
  expect(setItem).not.toHaveBeenCalled()
  create()
  expect(setItem).toHaveBeenCalledExactlyOnceWith('spaceone_consent.history', '[]')
})

test('what another page has stored counts on the return to this one', () => {
  const { tell } = openPage()
  const storage = memory(decided({ analytics: 1 }))
  const consent = create(storage)
  storage.values = [decided({ analytics: 0 }, { n: 5 })]
  tell('visibilitychange')
  expect(consent.isGranted('analytics')).toBe(false)
})

/** For how many seconds an answer counts in a page that stays open: no whole number of hours. */
const OPEN_FOR = 90 * DAY + 90

/** A page that stays open, on a clock that the test moves. */
const stayOpen = () => {
  openPage()
  vi.useFakeTimers({ now: NOW * 1000 })
  onTestFinished(() => void vi.useRealTimers())
  const now = () => Math.floor(Date.now() / 1000)
  const storage = memory(decided({ analytics: 1, marketing: 0 }, { e: NOW + OPEN_FOR }))
  return create(storage, {}, { now })
}

test('an answer that expires in an open page counts no more from that moment', () => {
  const consent = stayOpen()
  vi.advanceTimersByTime((OPEN_FOR - 1) * 1000)
  expect(consent.isGranted('analytics')).toBe(true)
  vi.advanceTimersByTime(1000)
  expect(consent.$state.get()).toMatchObject({ status: 'expired', pending: CATEGORIES })
  expect(vi.getTimerCount()).toBe(0)
})

test('a clock that is set forward past the expiry is noticed within the hour, one set back is not', () => {
  const consent = stayOpen()
  vi.setSystemTime((NOW - 60) * 1000)
  vi.advanceTimersByTime(3_600_000)
  expect(consent.isGranted('analytics')).toBe(true)
  vi.setSystemTime((NOW + OPEN_FOR) * 1000)
  vi.advanceTimersByTime(3_600_000)
  expect(consent.$state.get().status).toBe('expired')
})

test('a page that is done with waits for no expiry, nor does a server', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  create(memory(decided({ analytics: 1 })))
  expect(vi.getTimerCount()).toBe(0)
  openPage()
  const consent = create(memory(decided({ analytics: 1 })))
  expect(vi.getTimerCount()).toBe(1)
  consent.destroy()
  expect(vi.getTimerCount()).toBe(0)
  consent.setLanguage('ko')
  expect(vi.getTimerCount()).toBe(0)
})

test('a clock that is set back a little changes nothing and extends nothing', () => {
  const { tell } = openPage()
  let now = NOW
  const storage = memory(decided({ analytics: 1, marketing: 0 }))
  const consent = create(storage, {}, { now: () => now })
  const before = consent.$state.get()
  now = NOW - 3600
  tell('visibilitychange')
  expect(consent.$state.get()).toBe(before)
  expect(stored(storage)?.e).toBe(NOW + DAY)
})

describe('a browser that gives back an earlier cookie for a moment', () => {
  const NEWER = decided({ analytics: 0, marketing: 0 }, { t: NOW, n: 5, m: 'withdraw' })
  const EARLIER = decided({ analytics: 1, marketing: 1 }, { t: NOW, n: 4 })

  test('cannot undo a withdrawal that was made just now [23]', () => {
    const storage = memory(EARLIER)
    const consent = create(storage)
    expect(consent.isGranted('analytics')).toBe(true)
    consent.rejectAll()
    storage.values = [EARLIER]
    consent.refresh()
    expect(consent.isGranted('analytics')).toBe(false)
    consent.decide({ marketing: true })
    expect(stored(storage)).toMatchObject({ n: 6, c: { analytics: 0, marketing: 1 } })
  })

  test('is asked again when that moment is over', () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    openPage()
    const storage = memory(EARLIER)
    let now = NOW
    const consent = create(storage, {}, { now: () => now })
    consent.rejectAll()
    storage.values = [EARLIER]
    now += 5
    vi.advanceTimersByTime(5000)
    expect(consent.isGranted('analytics')).toBe(true)
  })

  test('is believed where the other is no earlier one: it was made later, or stands as high', () => {
    const storage = memory(decided({ analytics: 1, marketing: 1 }, { t: NOW, n: 5 }))
    const consent = create(storage)
    storage.values = [decided({ analytics: 0, marketing: 1 }, { t: NOW + 1, n: 1 })]
    consent.refresh()
    expect(consent.isGranted('analytics')).toBe(false)
    storage.values = [NEWER]
    consent.refresh()
    expect(consent.isGranted('marketing')).toBe(false)
    storage.values = [decided({ analytics: 1, marketing: 1 }, { t: NOW - 1, n: 5 })]
    consent.refresh()
    expect(consent.isGranted('analytics')).toBe(true)
  })

  test('is believed when it has none, or nothing was decided just now', () => {
    const storage = memory(decided({ analytics: 1, marketing: 1 }, { t: NOW, n: 5 }))
    const consent = create(storage)
    storage.values = []
    consent.refresh()
    expect(consent.$state.get().status).toBe('undecided')
    storage.values = [decided({ analytics: 1, marketing: 1 }, { t: NOW - 6, n: 5 })]
    consent.refresh()
    storage.values = [decided({ analytics: 0, marketing: 1 }, { t: NOW - 6, n: 4 })]
    consent.refresh()
    expect(consent.isGranted('analytics')).toBe(false)
  })
})

test('what another page has stored counts at once for who asks for it', () => {
  const storage = memory(decided({ analytics: 1 }))
  const consent = create(storage)
  storage.values = [decided({ analytics: 0 }, { n: 5 })]
  expect(consent.isGranted('analytics')).toBe(true)
  consent.refresh()
  expect(consent.isGranted('analytics')).toBe(false)
})

test('a switch that asks for the present itself is asked once', () => {
  const refused = vi.fn(() => consent.refresh())
  const service = { attach: () => () => {}, refused } as unknown as Attachable
  const consent = create(memory(), { categories: { analytics: { services: [] }, marketing: {} } })
  Object.assign(consent.options.categories.analytics, { services: [service] })
  consent.refresh()
  expect(refused).toHaveBeenCalledOnce()
  consent.refresh()
  expect(refused).toHaveBeenCalledTimes(2)
})

test('after the end no event of the page changes the state', () => {
  const { tell } = openPage()
  const storage = memory()
  const consent = create(storage)
  const before = consent.$state.get()
  consent.destroy()
  storage.values = [decided({ analytics: 1 })]
  tell('visibilitychange')
  expect(consent.$state.get()).toBe(before)
})

/** A service with a switch of its own, as Google's opt-out add-on is one. */
const withSwitch = (refused: () => boolean): Attachable => ({ attach: () => () => {}, refused })

test('a category is not asked for that the visitor refuses by a switch of its service', () => {
  const consent = create(memory(), {
    categories: { analytics: { services: [withSwitch(() => true)] }, marketing: {} },
  })
  expect(consent.$state.get().pending).toEqual(['marketing'])
  consent.decide({ analytics: true })
  expect(consent.isGranted('analytics')).toBe(true)
})

test('a switch that the visitor turns on while the page is open is seen on the return to it', () => {
  const { tell } = openPage()
  let isRefused = false
  const consent = create(memory(), {
    categories: {
      analytics: { services: [withSwitch(() => false), withSwitch(() => isRefused)] },
      marketing: {},
    },
  })
  expect(consent.$state.get().pending).toEqual(CATEGORIES)
  isRefused = true
  tell('visibilitychange')
  expect(consent.$state.get().pending).toEqual(['marketing'])
})

test('a switch that cannot be read is reported and refuses nothing', () => {
  const report = reports()
  const broken = withSwitch(() => {
    throw new Error('add-on')
  })
  const consent = create(memory(), {
    categories: { analytics: { services: [broken] }, marketing: {} },
  })
  expect(consent.$state.get().pending).toEqual(CATEGORIES)
  expect(report).toHaveBeenCalledOnce()
})

test('the state is the same object while nothing changes', () => {
  const { tell } = openPage()
  const consent = create(memory(decided({ analytics: 1 })))
  const before = consent.$state.get()
  const listener = vi.fn()
  consent.$state.listen(listener)
  consent.openPreferences()
  consent.close()
  consent.setLanguage('en')
  consent.restrict(false)
  tell('visibilitychange')
  expect(consent.$state.get()).toBe(before)
  expect(listener).not.toHaveBeenCalled()
})

test('a change of language is a change of state, not of answers', () => {
  const consent = create(memory(decided({ analytics: 1 })))
  consent.setLanguage('ko')
  expect(consent.$state.get()).toMatchObject({ language: 'ko', granted: { analytics: true } })
})

test('closing the preferences saves nothing and leaves an open question open', () => {
  const storage = memory()
  const consent = create(storage)
  consent.openPreferences()
  expect(consent.$view.get()).toBe('preferences')
  consent.close()
  expect(consent.$view.get()).toBe('banner')
  expect(storage.values).toEqual([])
})

test('runs at each grant and cleans up at each withdrawal', () => {
  const consent = create()
  const log: string[] = []
  consent.whenGranted('analytics', () => {
    log.push('run')
    return () => log.push('clean up')
  })
  expect(log).toEqual([])
  consent.acceptAll()
  consent.decide({ marketing: false })
  expect(log).toEqual(['run'])
  consent.withdraw('analytics')
  consent.acceptAll()
  expect(log).toEqual(['run', 'clean up', 'run'])
})

test.each([
  ['nothing', () => {}],
  ['a promise', async () => {}],
])('a function that gives %s has nothing to clean up with', (_, run) => {
  const report = reports()
  const consent = create(memory(decided({ analytics: 1 })))
  consent.whenGranted('analytics', run as () => void)
  consent.withdraw('analytics')
  expect(report).not.toHaveBeenCalled()
})

test('runs at once when granted, and its undo cleans up once', () => {
  const consent = create(memory(decided({ analytics: 1 })))
  const cleanUp = vi.fn()
  const undo = consent.whenGranted('analytics', () => cleanUp)
  undo()
  undo()
  consent.withdraw('analytics')
  expect(cleanUp).toHaveBeenCalledOnce()
})

test('cleans up when the grant is withdrawn by the very function that it started', () => {
  const consent = create(memory(decided({ analytics: 1 })))
  const cleanUp = vi.fn()
  consent.whenGranted('analytics', () => {
    consent.withdraw('analytics')
    return cleanUp
  })
  expect(consent.isGranted('analytics')).toBe(false)
  expect(cleanUp).toHaveBeenCalledOnce()
})

test('a function of the host that throws stops no other', () => {
  const report = reports()
  const consent = create()
  const other = vi.fn()
  const listener = vi.fn()
  consent.whenGranted('analytics', () => {
    throw new Error('host')
  })
  consent.$state.listen(() => {
    throw new Error('host too')
  })
  consent.$state.listen(listener)
  consent.whenGranted('analytics', other)
  consent.acceptAll()
  expect(other).toHaveBeenCalledOnce()
  expect(listener).toHaveBeenCalledOnce()
  expect(report).toHaveBeenCalledTimes(2)
})

test('destroying stops what runs, keeps what is stored and grants nothing afterwards', () => {
  const report = reports()
  const storage = memory()
  const consent = create(storage)
  const cleanUp = vi.fn()
  consent.acceptAll()
  consent.whenGranted('analytics', () => cleanUp)
  consent.destroy()
  consent.destroy()
  expect(report).not.toHaveBeenCalled()
  const late = vi.fn()
  consent.whenGranted('analytics', late)
  consent.rejectAll()
  expect(cleanUp).toHaveBeenCalledOnce()
  expect(late).not.toHaveBeenCalled()
  expect(consent.isGranted('analytics')).toBe(false)
  expect(stored(storage)?.m).toBe('accept')
})

test('attaches each service once, to its category, and undoes it at the end', () => {
  const report = reports()
  const undo = vi.fn()
  const attach = vi.fn<Attachable['attach']>(() => () => undo())
  const consent = create(memory(), {
    categories: { analytics: { services: [{ attach }] }, marketing: {} },
    services: [{ attach }],
  })
  expect(attach.mock.calls).toEqual([
    [consent, 'analytics'],
    [consent, undefined],
  ])
  consent.destroy()
  expect(undo).toHaveBeenCalledTimes(2)
  // Neither has a switch of the visitor's.
  expect(report).not.toHaveBeenCalled()
})

test('a service that cannot be attached undoes those before it, and a developer sees why', () => {
  const undo = vi.fn()
  const error = new Error('host')
  const broken = () => {
    throw error
  }
  expect(() =>
    create(memory(), { services: [{ attach: () => undo }, { attach: broken }] }),
  ).toThrow(error)
  expect(undo).toHaveBeenCalledOnce()
})

test('on a visitor’s page a service that cannot be attached stays off, and the others come [5]', () => {
  vi.stubEnv('NODE_ENV', 'production')
  onTestFinished(() => void vi.unstubAllEnvs())
  const warn = warnings()
  const runs: string[] = []
  const error = new Error('patched')
  const broken: Attachable = {
    name: 'Chat',
    attach(consent) {
      consent.whenGranted('analytics', () => void runs.push('chat'))
      throw error
    },
  }
  const other: Attachable = {
    attach: consent => consent.whenGranted('analytics', () => void runs.push('other')),
  }
  const consent = create(memory(), { services: [other, broken, other] })
  expect(warn.mock.calls).toEqual([
    ['[SpaceONE Consent] Service "Chat" could not start and stays blocked.', error],
  ])
  consent.acceptAll()
  expect(consent.isGranted('analytics')).toBe(true)
  expect(runs).toEqual(['other', 'other'])
})

test('on a visitor’s page services that are no list leave nothing behind that runs', () => {
  vi.stubEnv('NODE_ENV', 'production')
  onTestFinished(() => void vi.unstubAllEnvs())
  const undo = vi.fn()
  const attach = () => undo
  const categories = { analytics: { services: [{ attach }] }, marketing: {} }
  expect(() => create(memory(), { categories, services: 5 as never })).toThrow(TypeError)
  expect(undo).toHaveBeenCalledOnce()
})

test('a service that ends its consent while it is attached is undone, and none comes after it', () => {
  const undo = vi.fn()
  const late = vi.fn(() => () => {})
  const ending: Attachable = {
    attach(consent) {
      consent.destroy()
      return undo
    },
  }
  create(memory(), { services: [ending, { attach: late }] })
  expect(late).not.toHaveBeenCalled()
  expect(undo).toHaveBeenCalledOnce()
})

test('a decision that could not be read again grants nothing, and a developer can see why', () => {
  const warn = warnings()
  const consent = create(memory(), {}, { now: () => Number.NaN })
  consent.acceptAll()
  expect(consent.$state.get()).toMatchObject({ status: 'undecided', granted: { analytics: false } })
  expect(warn).toHaveBeenCalledOnce()
})

test('tells a developer who names a category that does not exist', () => {
  const consent = create()
  const wrong = 'analyics' as Category
  const error = {
    code: 'category',
    message: expect.stringContaining('"analyics" does not work; use one of'),
  }
  for (const call of [
    () => consent.isGranted(wrong),
    () => consent.whenGranted(wrong, () => {}),
    () => consent.withdraw(wrong),
  ])
    expect(call).toThrow(expect.objectContaining(error))
  // Nothing of such a call stays behind.
  const report = reports()
  consent.acceptAll()
  expect(report).not.toHaveBeenCalled()
})

test('tells a developer whose configuration or language cannot work', () => {
  expect(() => create(memory(), { policy: { version: '' } })).toThrow(
    expect.objectContaining({ code: 'policy-version' }),
  )
  expect(() => create().setLanguage('한국어')).toThrow(expect.objectContaining({ code: 'lang' }))
})

test('on a visitor’s page the same mistakes are no errors, and grant nothing [5]', () => {
  vi.stubEnv('NODE_ENV', 'production')
  onTestFinished(() => void vi.unstubAllEnvs())
  vi.stubGlobal('console', { ...console, warn: () => {} })
  const broken = create(memory(), { policy: { version: '' } })
  broken.acceptAll()
  expect(broken.isGranted('analytics')).toBe(false)
  const storage = memory()
  const consent = create(storage)
  const wrong = 'analyics' as Category
  const run = vi.fn()
  consent.whenGranted(wrong, run)
  consent.decide({ [wrong]: true })
  expect(storage.values).toEqual([])
  consent.acceptAll()
  expect(consent.isGranted(wrong)).toBe(false)
  expect(run).not.toHaveBeenCalled()
  consent.setLanguage('한국어')
  expect(consent.$state.get()).toMatchObject({ language: '한국어', granted: { analytics: true } })
})

describe('who is told besides the page', () => {
  const listen = (storage = memory()) => {
    const told: Decision[] = []
    const erased = vi.fn()
    const undo = vi.fn()
    const report: Report = {
      attach: () => undo,
      decided: decision => void told.push(decision),
      erased,
    }
    return { storage, told, erased, undo, report, consent: create(storage, { report }) }
  }

  test('hears of each decision once, with what was there before', () => {
    const { consent, told, storage } = listen()
    consent.decide({ analytics: true }, { noticeText: '{}' })
    consent.refresh()
    consent.rejectAll()
    expect(told).toHaveLength(2)
    expect(told[0]).toMatchObject({ record: { n: 1 }, previous: undefined, noticeText: '{}' })
    expect(told[1]).toMatchObject({ record: { n: 2 }, previous: { n: 1 }, noticeText: undefined })
    expect(told[1]?.record).toEqual(stored(storage))
    expect(told[0]?.id).toMatch(/^[\w-]{22}$/)
    expect(told[0]?.id).not.toBe(told[1]?.id)
  })

  test('a grant has a receipt, a new one each time, and a refusal none [19]', () => {
    const { consent, storage } = listen()
    const receipt = () => stored(storage)?.r
    consent.rejectAll()
    expect(receipt()).toBeUndefined()
    consent.acceptAll()
    const first = receipt()
    expect(first).toMatch(/^[\w-]{22}$/)
    consent.withdraw('marketing')
    expect(receipt()).toMatch(/^[\w-]{22}$/)
    expect(receipt()).not.toBe(first)
    consent.withdraw('analytics')
    expect(receipt()).toBeUndefined()
  })

  test('without anybody to tell there is no receipt', () => {
    const storage = memory()
    create(storage).acceptAll()
    expect(stored(storage)?.r).toBeUndefined()
  })

  test('hears nothing of what another tab decided, nor of what cannot be decided', () => {
    const { consent, told, storage } = listen()
    storage.values = [decided({ analytics: 1 })]
    consent.refresh()
    consent.restrict(true)
    consent.acceptAll()
    expect(told).toEqual([])
  })

  test('hears nothing of a decision that would not be read again', () => {
    warnings()
    const { consent, told } = listen()
    consent.decide({ analytics: true }, { notice: 'short' })
    expect(told).toEqual([])
  })

  test('hears nothing where there are no random numbers for an id, and the decision counts', () => {
    const reported = reports()
    vi.stubGlobal('crypto', {})
    const { consent, told } = listen()
    consent.acceptAll()
    expect(consent.isGranted('analytics')).toBe(true)
    expect(told).toEqual([])
    expect(reported).not.toHaveBeenCalled()
  })

  test('one that throws costs no decision', () => {
    const reported = reports()
    const report: Report = {
      attach: () => () => {},
      decided: () => {
        throw new Error()
      },
      erased: () => {},
    }
    const consent = create(memory(), { report })
    consent.acceptAll()
    expect(consent.isGranted('analytics')).toBe(true)
    expect(reported).toHaveBeenCalledOnce()
  })

  test('hears of a withdrawal before everything is erased, and is let go at the end', () => {
    const { consent, told, erased, undo } = listen()
    consent.acceptAll()
    consent.erase()
    expect(told[1]).toMatchObject({ record: { m: 'withdraw' }, previous: { m: 'accept' } })
    expect(erased).toHaveBeenCalledOnce()
    consent.destroy()
    expect(undo).toHaveBeenCalledOnce()
  })

  test('hears of no withdrawal where nothing was granted, only that everything is erased', () => {
    const { consent, told, erased } = listen()
    consent.erase()
    consent.rejectAll()
    consent.erase()
    expect(told).toMatchObject([{ record: { m: 'reject' } }])
    expect(erased).toHaveBeenCalledTimes(2)
  })
})

test('erasing writes no decision, and deletes what was stored [25]', () => {
  const report = reports()
  const write = vi.fn()
  const storage = { read: () => [], write }
  create(storage).erase()
  expect(write).toHaveBeenCalledExactlyOnceWith('', 0)
  expect(report).not.toHaveBeenCalled()
})

test('erasing stops what runs, forgets the record and asks as at the first visit [25]', () => {
  const storage = memory()
  const consent = create(storage)
  consent.acceptAll()
  const stop = vi.fn()
  consent.whenGranted('analytics', () => stop)
  consent.erase()
  expect(stop).toHaveBeenCalledOnce()
  expect(stored(storage)).toBeUndefined()
  expect(consent.$state.get()).toMatchObject({ status: 'undecided', record: undefined })
  expect(consent.$view.get()).toBe('banner')
})

test('a withdrawal counts where a page has given every object the same JSON [5, 23]', () => {
  const consent = create()
  const seen: boolean[] = []
  consent.acceptAll()
  consent.$state.subscribe(({ granted }) => void seen.push(granted.analytics))
  Object.assign(Object.prototype, { toJSON: () => 1 })
  onTestFinished(() => void Reflect.deleteProperty(Object.prototype, 'toJSON'))
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  consent.withdraw('analytics')
  expect(consent.isGranted('analytics')).toBe(false)
  expect(seen).toEqual([true, false])
})
