import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { ConsentRecord } from '../record/record.ts'
import { DAY, decodeRecord, encodeRecord } from '../record/record-codec.ts'
import type { ConsentStorage } from '../stored/storage.ts'
import { createConsent } from './create-consent.ts'
import type { Decision, Delivery } from './delivery.ts'
import type { ConsentOptions } from './options.ts'
import type { Ports } from './ports.ts'
import type { Attachable } from './service.ts'

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

/** A stub of the globals that core uses. Without them core runs as on a server. */
const openPage = (document: { prerendering?: boolean } = {}) => {
  const target = Object.assign(new EventTarget(), document)
  vi.stubGlobal('document', target)
  onTestFinished(() => void vi.unstubAllGlobals())
  return {
    document: target,
    tell: (type: string) => target.dispatchEvent(new Event(type)),
  }
}

/** A stub of `localStorage` with a history, and the values written to it. */
const keepHistory = (...values: readonly string[]) => {
  const setItem = vi.fn<(key: string, text: string) => void>()
  vi.stubGlobal('localStorage', { getItem: () => JSON.stringify(values), setItem })
  onTestFinished(() => void vi.unstubAllGlobals())
  return setItem
}

/** Records the warnings. */
const warnings = () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
  return warn
}

/** Records errors of the site's functions, which are reported like uncaught errors. */
const reports = () => {
  const report = vi.fn()
  vi.stubGlobal('reportError', report)
  onTestFinished(() => void vi.unstubAllGlobals())
  return report
}

test('right after its creation nothing is granted and every category is pending', () => {
  const consent = create()
  expect(consent.isGranted('analytics')).toBe(false)
  expect(consent.$state.get().pending).toEqual(['analytics', 'marketing'])
  expect(consent.$view.get()).toBe('banner')
})

test('stores nothing before a decision [1]', () => {
  const storage = memory()
  create(storage).openPreferences()
  expect(storage.values).toEqual([])
})

test('acceptAll grants every category, stores a record and closes the banner', () => {
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
    e: NOW + 184 * DAY,
    c: { analytics: 1, marketing: 1 },
    m: 'accept',
    s: 'banner',
    n: 1,
  })
})

test('uses the system clock, in whole seconds, when none is passed', () => {
  vi.useFakeTimers({ now: NOW * 1000 + 999 })
  onTestFinished(() => void vi.useRealTimers())
  const storage = memory()
  create(storage, {}, { now: undefined }).acceptAll()
  expect(stored(storage)).toMatchObject({ t: NOW, e: NOW + 184 * DAY })
})

test('rejectAll stores every refusal for as long as a grant [17, 27]', () => {
  const storage = memory()
  create(storage).rejectAll()
  expect(stored(storage)).toMatchObject({
    c: { analytics: 0, marketing: 0 },
    m: 'reject',
    e: NOW + 184 * DAY,
  })
})

test('a decision leaves a category that was not answered pending', () => {
  const consent = create()
  consent.decide({ analytics: true })
  expect(consent.$state.get()).toMatchObject({ status: 'decided', pending: ['marketing'] })
})

test('a policy version without a material change keeps the answers, and the next decision is on that version', () => {
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

test('a decision keeps the answers that another tab has stored since', () => {
  const storage = memory(decided({ analytics: 1 }))
  const consent = create(storage)
  storage.values = [decided({ analytics: 0 }, { n: 5 })]
  consent.decide({ marketing: true })
  expect(stored(storage)).toMatchObject({ c: { analytics: 0, marketing: 1 }, n: 6 })
  expect(consent.isGranted('analytics')).toBe(false)
})

test.each([
  ['an unknown surface', { surface: '한국어' as 'api' }],
  ['a value that JSON cannot encode', { notice: 1n as unknown as string }],
])('a withdrawal whose record cannot be stored deletes the older grant: %s', (_, origin) => {
  const report = reports()
  const warn = warnings()
  const storage = memory(decided({ analytics: 1 }))
  const consent = create(storage)
  consent.decide({ analytics: false }, origin)
  expect(consent.isGranted('analytics')).toBe(false)
  expect(storage.values).toEqual([''])
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    '[SpaceONE Consent] A decision could not be saved. Expected a record of at most 1 kB, with short names of categories and services. Nothing is granted. See dist/script/docs/packages/consent/src/core/README.md#what-is-stored',
  )
  expect(report).not.toHaveBeenCalled()
})

describe('a refused service of a granted category', () => {
  const decideWithout = (storage = memory()) => {
    const consent = create(storage)
    consent.decide({ analytics: true }, { without: ['analytics/채널톡'] })
    return consent
  }

  test('is not granted by name, and the category is', () => {
    const consent = decideWithout()
    expect(consent.isGranted('analytics')).toBe(true)
    expect(consent.isGranted('analytics/Google Analytics')).toBe(true)
    expect(consent.isGranted('analytics/채널톡')).toBe(false)
    expect(consent.$state.get().without).toEqual(['analytics/채널톡'])
  })

  test('is stored by name in ASCII, and read back', () => {
    const storage = memory()
    decideWithout(storage)
    expect(storage.values[0]).toMatch(/^[\w-]+$/)
    expect(stored(storage)?.x).toEqual(['analytics/채널톡'])
    expect(create(storage).isGranted('analytics/채널톡')).toBe(false)
  })

  test('starts when it is granted, and stops when it is refused again', () => {
    const consent = decideWithout()
    const [run, stop] = [vi.fn(() => () => stop()), vi.fn()]
    consent.whenGranted('analytics/채널톡', run)
    expect(run).not.toHaveBeenCalled()
    consent.acceptAll()
    expect(run).toHaveBeenCalledOnce()
    consent.decide({ analytics: true }, { without: ['analytics/채널톡'] })
    expect(stop).toHaveBeenCalledOnce()
  })
})

describe('onChange', () => {
  test('gets the state of each later change, and not the present one', () => {
    const consent = create()
    const run = vi.fn()
    consent.onChange(run)
    expect(run).not.toHaveBeenCalled()
    consent.acceptAll()
    expect(run.mock.calls.map(([state]) => state)).toEqual([consent.$state.get()])
    consent.acceptAll()
    consent.rejectAll()
    expect(run.mock.lastCall?.[0].granted).toEqual({ analytics: false, marketing: false })
  })

  test('calls nothing more once it is disposed, nor after the refusal of destroy', () => {
    const consent = create()
    const [one, other, late] = [vi.fn(), vi.fn(), vi.fn()]
    consent.onChange(one)()
    consent.onChange(other)
    consent.destroy()
    consent.onChange(late)
    consent.restrict(true)
    for (const run of [one, late]) expect(run).not.toHaveBeenCalled()
    expect(other.mock.calls.map(([state]) => state)).toEqual([consent.$state.get()])
  })

  test('calls the other functions where one throws, and reports its error', () => {
    const report = reports()
    const consent = create()
    const error = new Error()
    const run = vi.fn()
    consent.onChange(() => {
      throw error
    })
    consent.onChange(run)
    consent.acceptAll()
    expect(run).toHaveBeenCalledOnce()
    expect(report.mock.calls).toEqual([[error]])
    expect(consent.isGranted('analytics')).toBe(true)
  })
})

test('a refusal is not asked again within six months, nor after a change that is not material [26, 27]', () => {
  const storage = memory()
  create(storage).rejectAll()
  const policy = {
    version: '3',
    versions: [
      { version: '2', effective: '2024-01-18', material: true },
      { version: '3', effective: '2025-01-18', material: false },
    ],
  }
  const after = (days: number) => create(storage, { policy }, { now: () => NOW + days * DAY })
  // Six months have 184 days at most.
  const late = after(183)
  expect(late.$state.get()).toMatchObject({ status: 'decided', pending: [] })
  expect(late.$view.get()).toBe('none')
  expect(after(184).$state.get()).toMatchObject({ status: 'expired', pending: CATEGORIES })
})

test('openGuide shows the guide, and close shows the banner again', () => {
  const consent = create(memory())
  consent.openGuide()
  expect(consent.$view.get()).toBe('guide')
  consent.close()
  expect(consent.$view.get()).toBe('banner')
})

test('decide stores nothing when no category is answered', () => {
  const storage = memory()
  create(storage).decide({ analytics: undefined })
  expect(storage.values).toEqual([])
})

test('withdraw refuses one category and leaves nothing pending', () => {
  const storage = memory(decided({ analytics: 1, marketing: 1 }))
  const consent = create(storage)
  consent.withdraw('analytics')
  expect(consent.$state.get().granted).toEqual({ analytics: false, marketing: true })
  expect(consent.$view.get()).toBe('none')
  expect(stored(storage)?.m).toBe('withdraw')
})

test('two different stored values grant nothing [52]', () => {
  const consent = create(memory(decided({ analytics: 1 }), decided({ analytics: 0 })))
  expect(consent.$state.get()).toMatchObject({ status: 'undecided', granted: { analytics: false } })
})

test('two equal stored values count', () => {
  const value = decided({ analytics: 1 })
  expect(create(memory(value, value)).isGranted('analytics')).toBe(true)
})

test('a decision that cannot be stored counts on this page', () => {
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

test('no method grants or stores anything for a restricted visitor [33]', () => {
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

test('restrict(true) stops running services, and restrict(false) restores the decision', () => {
  const consent = create(memory(decided({ analytics: 1, marketing: 0 })))
  consent.restrict(true)
  expect(consent.isGranted('analytics')).toBe(false)
  consent.restrict(false)
  expect(consent.isGranted('analytics')).toBe(true)
})

test('Global Privacy Control that is switched on after a grant withdraws on the return to the page', () => {
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

test('a grant that is decided under Global Privacy Control counts, and earlier answers do not [31]', () => {
  const storage = memory(decided({ analytics: 1 }))
  const consent = create(storage, {}, { signals: { gpc: true } })
  consent.decide({ marketing: true })
  expect(consent.$state.get().granted).toEqual({ analytics: false, marketing: true })
  expect(stored(storage)).toMatchObject({ c: { marketing: 1 }, g: 1, n: 5 })
})

test('a prerendered page runs no service until it is opened', () => {
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

test('a prerendered page stores no decision', () => {
  openPage({ prerendering: true })
  const storage = memory()
  const consent = create(storage)
  consent.acceptAll()
  expect(storage.values).toEqual([])
  expect(consent.$state.get()).toMatchObject({ status: 'undecided', pending: CATEGORIES })
})

test('a decision that expires in an open page no longer counts on the return to the page', () => {
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

test('a decision that expired with its cookie is found in the history as expired, and grants nothing', () => {
  const before = decided({ analytics: 1, marketing: 1 }, { e: NOW, n: 6 })
  keepHistory(before, decided({ analytics: 0 }, { e: NOW - DAY, n: 5 }))
  const storage = memory()
  const consent = create(storage)
  expect(consent.isGranted('analytics')).toBe(false)
  expect(consent.$state.get()).toMatchObject({ status: 'expired', record: { n: 6 } })
  consent.rejectAll()
  expect(stored(storage)).toMatchObject({ c: { analytics: 0, marketing: 0 }, n: 7 })

  // A record that has not expired was lost from the cookie, so no decision counts.
  keepHistory(decided({ analytics: 1, marketing: 1 }), before)
  const { record, status } = create().$state.get()
  expect({ record, status }).toEqual({ record: undefined, status: 'undecided' })
})

test('old decisions are deleted from the history at the start, unless the visitor has a decision that counts [20]', () => {
  const tooOld = decided({ analytics: 1 }, { t: NOW - 800 * DAY, e: NOW - 700 * DAY })
  const setItem = keepHistory(tooOld)
  create(memory(decided({ analytics: 0 })))
  expect(setItem).not.toHaveBeenCalled()
  create()
  expect(setItem).toHaveBeenCalledExactlyOnceWith('spaceone_consent.history', '[]')
})

test('a decision of another page counts on the return to this page', () => {
  const { tell } = openPage()
  const storage = memory(decided({ analytics: 1 }))
  const consent = create(storage)
  storage.values = [decided({ analytics: 0 }, { n: 5 })]
  tell('visibilitychange')
  expect(consent.isGranted('analytics')).toBe(false)
})

/** How long a decision counts, in seconds: not a whole number of hours. */
const OPEN_FOR = 90 * DAY + 90

/** Opens a page whose clock the test moves. */
const stayOpen = () => {
  openPage()
  vi.useFakeTimers({ now: NOW * 1000 })
  onTestFinished(() => void vi.useRealTimers())
  const now = () => Math.floor(Date.now() / 1000)
  const storage = memory(decided({ analytics: 1, marketing: 0 }, { e: NOW + OPEN_FOR }))
  return create(storage, {}, { now })
}

test('a decision that expires in an open page no longer counts from that second', () => {
  const consent = stayOpen()
  vi.advanceTimersByTime((OPEN_FOR - 1) * 1000)
  expect(consent.isGranted('analytics')).toBe(true)
  vi.advanceTimersByTime(1000)
  expect(consent.$state.get()).toMatchObject({ status: 'expired', pending: CATEGORIES })
  expect(vi.getTimerCount()).toBe(0)
})

test('a clock that is set past the expiry ends the decision within an hour, a clock that is set back does not', () => {
  const consent = stayOpen()
  vi.setSystemTime((NOW - 60) * 1000)
  vi.advanceTimersByTime(3_600_000)
  expect(consent.isGranted('analytics')).toBe(true)
  vi.setSystemTime((NOW + OPEN_FOR) * 1000)
  vi.advanceTimersByTime(3_600_000)
  expect(consent.$state.get().status).toBe('expired')
})

test('a destroyed consent and a server start no timer for the expiry', () => {
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

test('a clock that is set back a little changes no decision and extends no expiry', () => {
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

describe('an earlier cookie that the browser returns for a moment', () => {
  const NEWER = decided({ analytics: 0, marketing: 0 }, { t: NOW, n: 5, m: 'withdraw' })
  const EARLIER = decided({ analytics: 1, marketing: 1 }, { t: NOW, n: 4 })

  test('does not restore a grant that was withdrawn just now [23]', () => {
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

  test('counts when it is still stored a few seconds later', () => {
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

  test('counts when it was decided later, or has the same sequence number', () => {
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

  test('counts as deleted when the cookie is missing, and counts when nothing was decided just now', () => {
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

test('a decision of another page counts at once after refresh()', () => {
  const storage = memory(decided({ analytics: 1 }))
  const consent = create(storage)
  storage.values = [decided({ analytics: 0 }, { n: 5 })]
  expect(consent.isGranted('analytics')).toBe(true)
  consent.refresh()
  expect(consent.isGranted('analytics')).toBe(false)
})

test('a service whose refused() calls refresh() is asked once', () => {
  const refused = vi.fn(() => consent.refresh())
  const service = { attach: () => () => {}, refused } as unknown as Attachable
  const consent = create(memory(), { categories: { analytics: { services: [] }, marketing: {} } })
  Object.assign(consent.options.categories.analytics, { services: [service] })
  consent.refresh()
  expect(refused).toHaveBeenCalledOnce()
  consent.refresh()
  expect(refused).toHaveBeenCalledTimes(2)
})

test('no event of the page changes the state after destroy()', () => {
  const { tell } = openPage()
  const storage = memory()
  const consent = create(storage)
  consent.destroy()
  const before = consent.$state.get()
  storage.values = [decided({ analytics: 1 })]
  tell('visibilitychange')
  expect(consent.$state.get()).toBe(before)
})

/** A service with a switch of its own, like Google's opt-out add-on. */
const withSwitch = (refused: () => boolean): Attachable => ({ attach: () => () => {}, refused })

test('a category is not pending when the visitor refuses its service by another switch', () => {
  const consent = create(memory(), {
    categories: { analytics: { services: [withSwitch(() => true)] }, marketing: {} },
  })
  expect(consent.$state.get().pending).toEqual(['marketing'])
  consent.decide({ analytics: true })
  expect(consent.isGranted('analytics')).toBe(true)
})

test('a refusal by another switch while the page is open counts on the return to the page', () => {
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

test('an error of refused() is reported and refuses nothing', () => {
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

test('setLanguage changes the language of the state and no answer', () => {
  const consent = create(memory(decided({ analytics: 1 })))
  consent.setLanguage('ko')
  expect(consent.$state.get()).toMatchObject({ language: 'ko', granted: { analytics: true } })
})

test('close saves nothing and leaves pending categories pending', () => {
  const storage = memory()
  const consent = create(storage)
  consent.openPreferences()
  expect(consent.$view.get()).toBe('preferences')
  consent.close()
  expect(consent.$view.get()).toBe('banner')
  expect(storage.values).toEqual([])
})

test('whenGranted runs its function at each grant and its clean-up at each withdrawal', () => {
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
])('a function that returns %s has no clean-up', (_, run) => {
  const report = reports()
  const consent = create(memory(decided({ analytics: 1 })))
  consent.whenGranted('analytics', run as () => void)
  consent.withdraw('analytics')
  expect(report).not.toHaveBeenCalled()
})

test('whenGranted runs its function at once when granted, and its dispose cleans up once', () => {
  const consent = create(memory(decided({ analytics: 1 })))
  const cleanUp = vi.fn()
  const dispose = consent.whenGranted('analytics', () => cleanUp)
  dispose()
  dispose()
  consent.withdraw('analytics')
  expect(cleanUp).toHaveBeenCalledOnce()
})

test('whenGranted cleans up when its own function withdraws the grant', () => {
  const consent = create(memory(decided({ analytics: 1 })))
  const cleanUp = vi.fn()
  consent.whenGranted('analytics', () => {
    consent.withdraw('analytics')
    return cleanUp
  })
  expect(consent.isGranted('analytics')).toBe(false)
  expect(cleanUp).toHaveBeenCalledOnce()
})

test('an error of one function of the site stops no other function', () => {
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

test('destroy stops running services, keeps stored data and grants nothing afterwards', () => {
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

test('destroy refuses everything in the state before it disposes, and no later call changes the state', () => {
  const order: string[] = []
  const storage = memory(decided({ analytics: 1 }))
  const service: Attachable = { attach: () => () => void order.push('disposed') }
  const consent = create(storage, { services: [service] })
  consent.$state.listen(({ granted }) => order.push(`analytics: ${granted.analytics}`))
  consent.onChange(() => {
    // Code of the page may answer, which must not grant anything any more.
    consent.acceptAll()
    consent.refresh()
  })
  consent.destroy()
  expect(order).toEqual(['analytics: false', 'disposed'])
  const after = consent.$state.get()
  expect(after).toMatchObject({
    status: 'decided',
    granted: { analytics: false, marketing: false },
    pending: [],
  })
  consent.restrict(false)
  consent.setLanguage('ko')
  consent.refresh()
  consent.erase()
  consent.destroy()
  expect(consent.$state.get()).toBe(after)
  expect(consent.$view.get()).toBe('none')
})

test('attaches each service once with its category, and disposes each at destroy()', () => {
  const report = reports()
  const dispose = vi.fn()
  const attach = vi.fn<Attachable['attach']>(() => () => dispose())
  const consent = create(memory(), {
    categories: { analytics: { services: [{ attach }] }, marketing: {} },
    services: [{ attach }],
  })
  expect(attach.mock.calls).toEqual([
    [consent, undefined],
    [consent, 'analytics'],
  ])
  consent.destroy()
  expect(dispose).toHaveBeenCalledTimes(2)
  // These services have no switch of their own.
  expect(report).not.toHaveBeenCalled()
})

test('in development a service that cannot be attached disposes the earlier services and throws', () => {
  const dispose = vi.fn()
  const error = new Error('host')
  const broken = () => {
    throw error
  }
  expect(() =>
    create(memory(), { services: [{ attach: () => dispose }, { attach: broken }] }),
  ).toThrow(error)
  expect(dispose).toHaveBeenCalledOnce()
})

test('on a visitor’s page a service that cannot be attached stays blocked, and the others start [5]', () => {
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
  expect(warn.mock.calls).toEqual([['[SpaceONE Consent] service-failed', 'Chat', error]])
  consent.acceptAll()
  expect(consent.isGranted('analytics')).toBe(true)
  expect(runs).toEqual(['other', 'other'])
})

test('on a visitor’s page nothing runs when `services` is not an array', () => {
  vi.stubEnv('NODE_ENV', 'production')
  onTestFinished(() => void vi.unstubAllEnvs())
  const attach = vi.fn()
  const categories = { analytics: { services: { some: () => false } as never }, marketing: {} }
  expect(() => create(memory(), { categories, services: [{ attach }] })).toThrow(TypeError)
  expect(attach).not.toHaveBeenCalled()
})

test('a service that destroys its consent while it is attached is disposed, and no further one is attached', () => {
  const dispose = vi.fn()
  const late = vi.fn(() => () => {})
  const ending: Attachable = {
    attach(consent) {
      consent.destroy()
      return dispose
    },
  }
  create(memory(), { services: [ending, { attach: late }] })
  expect(late).not.toHaveBeenCalled()
  expect(dispose).toHaveBeenCalledOnce()
})

test('a decision that cannot be read back grants nothing and writes a warning', () => {
  const warn = warnings()
  const consent = create(memory(), {}, { now: () => Number.NaN })
  consent.acceptAll()
  expect(consent.$state.get()).toMatchObject({ status: 'undecided', granted: { analytics: false } })
  expect(warn).toHaveBeenCalledOnce()
})

test('in development an unknown category throws', () => {
  const consent = create()
  const wrong = 'analyics' as Category
  const error = {
    code: 'category',
    message: expect.stringContaining('category is "analyics". Expected one of'),
  }
  for (const call of [
    () => consent.isGranted(wrong),
    () => consent.whenGranted(wrong, () => {}),
    () => consent.whenGranted(`${wrong}/Chat`, () => {}),
    () => consent.withdraw(wrong),
  ])
    expect(call).toThrow(expect.objectContaining(error))
  // A call that throws leaves nothing that runs.
  const report = reports()
  consent.acceptAll()
  expect(report).not.toHaveBeenCalled()
})

test('in development an invalid option or language throws', () => {
  expect(() => create(memory(), { policy: { version: '' } })).toThrow(
    expect.objectContaining({ code: 'policy-version' }),
  )
  expect(() => create().setLanguage(7 as never)).toThrow(expect.objectContaining({ code: 'lang' }))
})

test('on a visitor’s page the same mistakes do not throw, and grant nothing [5]', () => {
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

describe('the delivery', () => {
  const listen = (storage = memory()) => {
    const decisions: Decision[] = []
    const erased = vi.fn()
    const dispose = vi.fn()
    const delivery: Delivery = {
      attach: () => dispose,
      decided: decision => void decisions.push(decision),
      erased,
    }
    return { storage, decisions, erased, dispose, delivery, consent: create(storage, { delivery }) }
  }

  test('gets each decision once, with the record before it', () => {
    const { consent, decisions, storage } = listen()
    consent.decide({ analytics: true }, { noticeText: '{}' })
    consent.refresh()
    consent.rejectAll()
    expect(decisions).toHaveLength(2)
    expect(decisions[0]).toMatchObject({ record: { n: 1 }, previous: undefined, noticeText: '{}' })
    expect(decisions[1]).toMatchObject({
      record: { n: 2 },
      previous: { n: 1 },
      noticeText: undefined,
    })
    expect(decisions[1]?.record).toEqual(stored(storage))
    expect(decisions[0]?.id).toMatch(/^[\w-]{22}$/)
    expect(decisions[0]?.id).not.toBe(decisions[1]?.id)
  })

  test('receives a new receipt id with each grant [19]', () => {
    const { consent, storage } = listen()
    const receipts = [true, true].map(() => {
      consent.acceptAll()
      return stored(storage)?.r
    })
    for (const receipt of receipts) expect(receipt).toMatch(/^[\w-]{22}$/)
    expect(new Set(receipts).size).toBe(2)
  })

  test('is what gives a grant its receipt: without one there is none', () => {
    const storage = memory()
    create(storage).acceptAll()
    expect(stored(storage)?.r).toBeUndefined()
  })

  test('gets no decision of another tab, and none that cannot be made', () => {
    const { consent, decisions, storage } = listen()
    storage.values = [decided({ analytics: 1 })]
    consent.refresh()
    consent.restrict(true)
    consent.acceptAll()
    expect(decisions).toEqual([])
  })

  test('gets no decision whose record is invalid', () => {
    warnings()
    const { consent, decisions } = listen()
    consent.decide({ analytics: true }, { notice: 'short' })
    expect(decisions).toEqual([])
  })

  test('the delivery gets no decision where the browser has no random numbers for an id, and the decision is stored', () => {
    const reported = reports()
    vi.stubGlobal('crypto', {})
    const { consent, decisions } = listen()
    consent.acceptAll()
    expect(consent.isGranted('analytics')).toBe(true)
    expect(decisions).toEqual([])
    expect(reported).not.toHaveBeenCalled()
  })

  test('costs no decision when it throws', () => {
    const reported = reports()
    const delivery: Delivery = {
      attach: () => () => {},
      decided: () => {
        throw new Error()
      },
      erased: () => {},
    }
    const consent = create(memory(), { delivery })
    consent.acceptAll()
    expect(consent.isGranted('analytics')).toBe(true)
    expect(reported).toHaveBeenCalledOnce()
  })

  test('gets a withdrawal before everything is erased, and is disposed at the end', () => {
    const { consent, decisions, erased, dispose } = listen()
    consent.acceptAll()
    consent.erase()
    expect(decisions[1]).toMatchObject({ record: { m: 'withdraw' }, previous: { m: 'accept' } })
    expect(erased).toHaveBeenCalledOnce()
    consent.destroy()
    expect(dispose).toHaveBeenCalledOnce()
  })

  test('receives no withdrawal at erase() when nothing was granted', () => {
    const { consent, decisions, erased } = listen()
    consent.erase()
    consent.rejectAll()
    consent.erase()
    expect(decisions).toMatchObject([{ record: { m: 'reject' } }])
    expect(erased).toHaveBeenCalledTimes(2)
  })
})

test('erase stores no decision and deletes all stored data [25]', () => {
  const report = reports()
  const write = vi.fn()
  const storage = { read: () => [], write }
  create(storage).erase()
  expect(write).toHaveBeenCalledExactlyOnceWith('', 0)
  expect(report).not.toHaveBeenCalled()
})

test('erase stops running services, deletes the record and asks as at the first visit [25]', () => {
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

test('a withdrawal counts when a page has added a toJSON to every object [5, 23]', () => {
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
