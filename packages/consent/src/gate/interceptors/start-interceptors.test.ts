// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { settle } from '../../../../../test/support/settle.ts'
import { stubFetch } from '../../../../../test/support/stub-fetch.ts'
import type { Parsed } from '../../shared/patterns.ts'
import { documentPrototype } from '../../shared/platform.ts'
import { type InterceptorRules, startInterceptors } from './start-interceptors.ts'

const BLOCKED = 'https://www.google-analytics.com/g/collect?v=2'
const ADS = 'https://ads.test/'

/** Returns rules that block the host of an address until `denied.category` is `undefined`. */
const rules = (address = BLOCKED, changes: Partial<InterceptorRules> = {}) => {
  const denied: { category?: string | undefined } = { category: 'analytics' }
  return {
    denied,
    missingGrant: ({ hostname }: Parsed) =>
      hostname === new URL(address).hostname ? denied.category : undefined,
    blocksName: () => false,
    ...changes,
  }
}

const start = (of: InterceptorRules = rules(), by = startInterceptors) => {
  const stop = by(of)
  onTestFinished(stop)
  return stop
}

const loadCopy = async () => {
  vi.resetModules()
  const copy = await import('./start-interceptors.ts')
  expect(copy.startInterceptors).not.toBe(startInterceptors)
  return copy.startInterceptors
}

test.each([
  ['consents of a page', () => startInterceptors],
  ['copies of the SDK', loadCopy],
])(
  'several %s share one set of interceptors, each blocks by its own rules, and the last one to stop restores the built-ins',
  async (_, load) => {
    const { original, reaches } = stubFetch()
    const stopFirst = start()
    const intercepted = window.fetch
    expect(intercepted).not.toBe(original)
    const stopSecond = start(rules(ADS), await load())
    expect(window.fetch).toBe(intercepted)
    expect([reaches(BLOCKED), reaches(ADS)]).toEqual([false, false])
    // A second call of a dispose function must not remove the rules of another consent.
    for (const stop of [stopFirst, stopFirst]) stop()
    expect([reaches(BLOCKED), reaches(ADS)]).toEqual([true, false])
    stopSecond()
    expect(window.fetch).toBe(original)
    const shared = Object.getOwnPropertySymbols(window).map(({ description }) => description)
    expect(shared.filter(name => name?.includes('interceptors'))).toEqual([])
    start()
    expect(reaches(BLOCKED)).toBe(false)
  },
)

test('copies of different forms intercept on top of each other, and each blocks by its own rules', async () => {
  const { original, reaches } = stubFetch()
  // An older version of the SDK keeps an object of another type under another symbol.
  Reflect.set(window, Symbol.for('@spaceone/consent/guard'), { sets: [] })
  onTestFinished(() => void Reflect.deleteProperty(window, Symbol.for('@spaceone/consent/guard')))
  const stop = start()
  vi.doMock('../../shared/platform.ts', async importOriginal => ({
    ...(await importOriginal<object>()),
    INTERCEPTED: Symbol('another form'),
  }))
  onTestFinished(() => void vi.doUnmock('../../shared/platform.ts'))
  const stopOther = start(rules(ADS), await loadCopy())
  expect([reaches(BLOCKED), reaches(ADS)]).toEqual([false, false])
  expect(original).not.toHaveBeenCalled()
  stop()
  expect([reaches(BLOCKED), reaches(ADS)]).toEqual([true, false])
  stopOther()
  expect(reaches(ADS)).toBe(true)
})

test('what one consent blocks stays blocked whatever another consent grants', () => {
  const { reaches } = stubFetch()
  // In happy-dom the property `cookie` belongs to a superclass of `Document`.
  const write = vi.spyOn(documentPrototype(), 'cookie', 'set').mockImplementation(() => {})
  const [first, second] = [rules(BLOCKED, { blocksName: (_, name) => name === '_ga' }), rules()]
  start(first)
  start(second)
  for (const cookie of ['_ga=1', 'cart=1'])
    Reflect.set(documentPrototype(), 'cookie', cookie, document)
  // The interceptor turns a write of a blocked cookie into a deletion.
  expect(write.mock.calls).toEqual([['_ga=1;Max-Age=0'], ['cart=1']])
  first.denied.category = undefined
  expect(reaches(BLOCKED)).toBe(false)
  second.denied.category = undefined
  expect(reaches(BLOCKED)).toBe(true)
})

test('after the dispose an interceptor that other code has wrapped stays and blocks nothing', () => {
  const { original, reaches } = stubFetch()
  const stop = start()
  const ours = window.fetch
  const theirs: typeof fetch = (...args) => ours(...args)
  window.fetch = theirs
  expect(reaches(BLOCKED)).toBe(false)
  stop()
  expect(window.fetch).toBe(theirs)
  expect(reaches(BLOCKED)).toBe(true)
  expect(original).toHaveBeenCalledExactlyOnceWith(BLOCKED)
})

test('addRoot of each consent is called with each shadow root, open and closed', () => {
  const watches = [vi.fn(), vi.fn()]
  // A page whose `WeakRef` is broken has no search for markup, and so no `addRoot`.
  for (const addRoot of [undefined, ...watches]) start(rules(BLOCKED, addRoot && { addRoot }))
  const roots = (['open', 'closed'] as const).map(mode =>
    document.createElement('div').attachShadow({ mode }),
  )
  for (const watch of watches) expect(watch.mock.calls).toEqual(roots.map(root => [root]))
})

test('a data: URL is never blocked, and no rule is asked', () => {
  const missingGrant = vi.fn(() => undefined)
  start(rules(BLOCKED, { missingGrant }))
  new Image().src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
  expect(missingGrant).not.toHaveBeenCalled()
})

test.each<[string, (run: () => void) => unknown, looks: number, calls: number]>([
  ['calls back at once is used at each insertion', run => run(), 2, 2],
  ['returns no number is used once for any number of insertions', () => {}, 0, 1],
])('insertions work, and a replaced setTimeout that %s', (_, replacement, looks, calls) => {
  const search = vi.fn()
  start(rules(BLOCKED, { search }))
  const clock = vi.fn(replacement)
  vi.stubGlobal('setTimeout', clock)
  for (const element of [document.createElement('p'), document.createElement('p')])
    expect(document.body.appendChild(element).parentNode).toBe(document.body)
  expect(search).toHaveBeenCalledTimes(looks)
  expect(clock).toHaveBeenCalledTimes(calls)
})

test('a blocked beacon is answered as sent, and every function keeps its text, which Sentry compares', () => {
  const send = vi.spyOn(Object.getPrototypeOf(navigator), 'sendBeacon').mockReturnValue(false)
  const texts = () => [`${Node.prototype.appendChild}`, `${loadCopy}`]
  const before = texts()
  start()
  expect(texts()).toEqual(before)
  expect([navigator.sendBeacon(BLOCKED), navigator.sendBeacon(ADS)]).toEqual([true, false])
  expect(send).toHaveBeenCalledExactlyOnceWith(ADS)
})

test.each([
  ['open', 'loading', 1],
  ['write', 'complete', 1],
  // The parser adds what is written, so the search can wait for the end of the script.
  ['write', 'loading', 0],
] as const)('document.%s() on a %s page searches %i times at once', async (name, at, times) => {
  vi.spyOn(documentPrototype(), name).mockImplementation((() => {}) as never)
  vi.spyOn(documentPrototype(), 'readyState', 'get').mockReturnValue(at)
  const search = vi.fn()
  start(rules(BLOCKED, { search }))
  document[name]('<p>')
  expect(search).toHaveBeenCalledTimes(times)
  await settle()
  expect(search).toHaveBeenCalledTimes(times + 1)
})
