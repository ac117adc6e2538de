// @vitest-environment happy-dom
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { stubFetch } from '../../../../../test/support/stub-fetch.ts'
import { type InterceptorRules, startInterceptors } from './start-interceptors.ts'

const BLOCKED = 'https://www.google-analytics.com/g/collect?v=2'
const ADS = 'https://ads.test/'

afterEach(() => void vi.unstubAllGlobals())

/** Rules that block the host of an address until `denied.category` is deleted. */
const rules = (address = BLOCKED, changes: Partial<InterceptorRules> = {}) => {
  const denied: { category?: string | undefined } = { category: 'analytics' }
  return {
    denied,
    blockingAddress: ({ hostname }: URL) =>
      hostname === new URL(address).hostname ? denied.category : undefined,
    blocksCookie: () => false,
    ...changes,
  }
}

const start = (of: InterceptorRules = rules(), by = startInterceptors) => {
  const stop = by(of)
  onTestFinished(stop)
  return stop
}

const PATCHED: readonly (readonly [object, string])[] = [
  [window, 'fetch'],
  [Navigator.prototype, 'sendBeacon'],
  [XMLHttpRequest.prototype, 'open'],
  [XMLHttpRequest.prototype, 'send'],
  [HTMLImageElement.prototype, 'src'],
  [HTMLScriptElement.prototype, 'src'],
  [HTMLIFrameElement.prototype, 'src'],
  [Element.prototype, 'setAttribute'],
  [Element.prototype, 'append'],
  [Element.prototype, 'attachShadow'],
  [Node.prototype, 'appendChild'],
]

/** Returns the current functions of the page. In happy-dom a superclass may have a built-in. */
const functions = (): readonly unknown[] =>
  PATCHED.map(([target, name]) => {
    let holder = target
    while (!Object.getOwnPropertyDescriptor(holder, name)) holder = Object.getPrototypeOf(holder)
    const descriptor = Object.getOwnPropertyDescriptor(holder, name)
    return descriptor?.value ?? descriptor?.set
  })

/** Says for each built-in of a page whether it is another than before. */
const changes = (before: readonly unknown[]) => functions().map((now, at) => now !== before[at])

const NONE = PATCHED.map(() => false)
const ALL = PATCHED.map(() => true)

/** Loads the module anew, as another copy of the SDK does. */
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
    const { reaches } = stubFetch()
    const before = functions()
    const stopFirst = start()
    const patched = functions()
    expect(changes(before)).toEqual(ALL)
    const stopSecond = start(rules(ADS), await load())
    expect(changes(patched)).toEqual(NONE)
    expect([reaches(BLOCKED), reaches(ADS)]).toEqual([false, false])
    // A second call must not remove the rules of another consent.
    for (const stop of [stopFirst, stopFirst]) stop()
    expect([reaches(BLOCKED), reaches(ADS)]).toEqual([true, false])
    stopSecond()
    expect(changes(before)).toEqual(NONE)
    expect(Symbol.for('@spaceone/consent/interceptors/1') in window).toBe(false)
    start()
    expect(reaches(BLOCKED)).toBe(false)
  },
)

test('copies of different forms intercept on top of each other, and each blocks by its own rules', async () => {
  const { original, reaches } = stubFetch()
  // What a copy of another version has left under the name of its own form.
  Reflect.set(window, Symbol.for('@spaceone/consent/guard'), { sets: [] })
  onTestFinished(() => void Reflect.deleteProperty(window, Symbol.for('@spaceone/consent/guard')))
  const stop = start()
  vi.doMock('./intercepted.ts', () => ({ INTERCEPTED: Symbol('another form') }))
  onTestFinished(() => void vi.doUnmock('./intercepted.ts'))
  const stopOther = start(rules(ADS), await loadCopy())
  expect([reaches(BLOCKED), reaches(ADS)]).toEqual([false, false])
  expect(original).not.toHaveBeenCalled()
  stop()
  expect([reaches(BLOCKED), reaches(ADS)]).toEqual([true, false])
  stopOther()
  expect(reaches(ADS)).toBe(true)
})

test('an address that one consent blocks stays blocked whatever another consent grants', () => {
  const { reaches } = stubFetch()
  const [first, second] = [rules(), rules()]
  start(first)
  start(second)
  first.denied.category = undefined
  expect(reaches(BLOCKED)).toBe(false)
  second.denied.category = undefined
  expect(reaches(BLOCKED)).toBe(true)
})

test('a cookie that one consent blocks is not written whatever another consent grants', () => {
  // In happy-dom a superclass has the property, not `Document`.
  const write = vi.spyOn(Document.prototype, 'cookie', 'set').mockImplementation(() => {})
  onTestFinished(() => write.mockRestore())
  start(rules(BLOCKED, { blocksCookie: name => name === '_ga' }))
  start()
  for (const cookie of ['_ga=1', 'cart=1'])
    Reflect.set(Document.prototype, 'cookie', cookie, document)
  // A write of a blocked cookie is a deletion.
  expect(write.mock.calls).toEqual([['_ga=1;Max-Age=0'], ['cart=1']])
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

test('the other built-ins are intercepted when one is missing', () => {
  stubFetch()
  const beacon = vi.spyOn(Navigator.prototype, 'sendBeacon').mockReturnValue(false)
  onTestFinished(() => beacon.mockRestore())
  Reflect.deleteProperty(window, 'fetch')
  const stop = start()
  expect(navigator.sendBeacon(BLOCKED)).toBe(true)
  expect('fetch' in window).toBe(false)
  stop()
  expect('fetch' in window).toBe(false)
  expect(beacon).not.toHaveBeenCalled()
})

test('watch of each consent is called with each shadow root, open and closed', () => {
  const watches = [vi.fn(), vi.fn()]
  for (const watch of watches) start(rules(BLOCKED, { watch }))
  const roots = (['open', 'closed'] as const).map(mode =>
    document.createElement('div').attachShadow({ mode }),
  )
  for (const watch of watches) expect(watch.mock.calls).toEqual(roots.map(root => [root]))
})

test('a data: URL is never blocked, and no rule is asked', () => {
  const blockingAddress = vi.fn(() => undefined)
  start(rules(BLOCKED, { blockingAddress }))
  new Image().src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
  expect(blockingAddress).not.toHaveBeenCalled()
})

/** Replaces `setTimeout`, and returns a function that inserts an element. */
const insertWith = (look: () => void, setTimeout: (run: () => void) => unknown) => {
  start(rules(BLOCKED, { look }))
  vi.stubGlobal('setTimeout', setTimeout)
  return () => document.body.appendChild(document.createElement('p'))
}

test('insertions work when setTimeout throws [5]', () => {
  const look = vi.fn()
  const insert = insertWith(look, () => {
    throw new TypeError('broken')
  })
  expect(insert().parentNode).toBe(document.body)
  expect(look).not.toHaveBeenCalled()
})

test('a replaced setTimeout that calls back at once is used at each insertion', () => {
  const look = vi.fn()
  const insert = insertWith(look, run => run())
  insert()
  look.mockClear()
  insert()
  expect(look).toHaveBeenCalled()
})

test('a replaced setTimeout that returns no number is used once for any number of insertions', () => {
  const clock = vi.fn()
  const insert = insertWith(() => {}, clock)
  insert()
  insert()
  expect(clock).toHaveBeenCalledOnce()
})
