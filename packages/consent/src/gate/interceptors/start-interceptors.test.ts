// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { type InterceptorRules, startInterceptors } from './start-interceptors.ts'

const BLOCKED = 'https://www.google-analytics.com/g/collect?v=2'

/** Rules that block one host until `denied.category` is deleted. */
const rules = (changes: Partial<InterceptorRules> = {}, host = 'www.google-analytics.com') => {
  const denied: { category?: string | undefined } = { category: 'analytics' }
  return {
    denied,
    blockingAddress: ({ hostname }: URL) => (hostname === host ? denied.category : undefined),
    blocksCookie: () => false,
    watch() {},
    look() {},
    ...changes,
  }
}

const start = (of: InterceptorRules = rules(), by = startInterceptors) => {
  const stop = by(of)
  onTestFinished(stop)
  return stop
}

/** Replaces built-ins by stubs that record. */
const builtIns = () => {
  const send = vi.spyOn(XMLHttpRequest.prototype, 'send').mockImplementation(() => {})
  for (const name of ['open', 'abort'] as const) vi.spyOn(XMLHttpRequest.prototype, name)
  const beacon = vi.spyOn(Navigator.prototype, 'sendBeacon').mockReturnValue(false)
  const original = vi.fn((..._args: unknown[]) => Promise.resolve(new Response('real')))
  vi.stubGlobal('fetch', original)
  onTestFinished(() => {
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })
  return { fetch: original, beacon, send }
}

const reaches = async (address: string): Promise<boolean> =>
  (await (await fetch(address)).text()) === 'real'

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

/** Returns the current functions of the page. */
const functions = (): readonly unknown[] =>
  PATCHED.map(([target, name]) => {
    const descriptor = Object.getOwnPropertyDescriptor(target, name)
    return descriptor?.value ?? descriptor?.set
  })

test('every request is sent once its category is granted', async () => {
  const page = builtIns()
  const own = rules()
  start(own)
  own.denied.category = undefined
  const image = new Image()
  image.src = BLOCKED
  expect(await reaches(BLOCKED)).toBe(true)
  expect(navigator.sendBeacon(BLOCKED)).toBe(false)
  const request = new XMLHttpRequest()
  request.open('GET', BLOCKED)
  request.send()
  expect(page.fetch).toHaveBeenCalledExactlyOnceWith(BLOCKED)
  expect(page.beacon).toHaveBeenCalledExactlyOnceWith(BLOCKED)
  expect(page.send).toHaveBeenCalledOnce()
  expect(image.getAttribute('src')).toBe(BLOCKED)
})

test('an element with the name of a document property does not affect the interceptors', async () => {
  builtIns()
  start()
  document.body.innerHTML = '<img name="baseURI"><form name="location"></form>'
  expect(await reaches('//www.google-analytics.com/g')).toBe(false)
  expect(await reaches('/own')).toBe(true)
})

test('the dispose restores the same built-ins', () => {
  builtIns()
  const before = functions()
  const stop = start()
  for (const [at, patched] of functions().entries()) expect(patched).not.toBe(before[at])
  stop()
  for (const [at, patched] of functions().entries()) expect(patched).toBe(before[at])
})

test('several consents of a page share one set of interceptors, and each blocks by its own rules', async () => {
  builtIns()
  const before = functions()
  const stopFirst = start()
  const patched = functions()
  const stopSecond = start(rules({}, 'ads.test'))
  for (const [at, again] of functions().entries()) expect(again).toBe(patched[at])
  expect(await reaches(BLOCKED)).toBe(false)
  expect(await reaches('https://ads.test/')).toBe(false)
  stopFirst()
  expect(await reaches(BLOCKED)).toBe(true)
  expect(await reaches('https://ads.test/')).toBe(false)
  stopSecond()
  for (const [at, original] of functions().entries()) expect(original).toBe(before[at])
})

test('an address that one consent blocks stays blocked whatever another consent grants', async () => {
  builtIns()
  const first = rules()
  const second = rules()
  start(first)
  start(second)
  first.denied.category = undefined
  expect(await reaches(BLOCKED)).toBe(false)
  second.denied.category = undefined
  expect(await reaches(BLOCKED)).toBe(true)
})

test('a cookie that one consent blocks is not written whatever another consent grants', () => {
  // In happy-dom a superclass has the property, not `Document`.
  const write = vi.spyOn(Document.prototype, 'cookie', 'set').mockImplementation(() => {})
  onTestFinished(() => write.mockRestore())
  start(rules({ blocksCookie: name => name === '_ga' }))
  start()
  for (const cookie of ['_ga=1', 'cart=1'])
    Reflect.set(Document.prototype, 'cookie', cookie, document)
  // A write of a blocked cookie is a deletion.
  expect(write.mock.calls).toEqual([['_ga=1;Max-Age=0'], ['cart=1']])
})

test('copies of the SDK share one set of interceptors, and the last one to stop restores the built-ins', async () => {
  builtIns()
  const before = functions()
  const stopFirst = start()
  const patched = functions()
  vi.resetModules()
  const copy = await import('./start-interceptors.ts')
  expect(copy.startInterceptors).not.toBe(startInterceptors)
  const stopCopy = start(rules({}, 'ads.test'), copy.startInterceptors)
  for (const [at, again] of functions().entries()) expect(again).toBe(patched[at])
  stopFirst()
  expect(await reaches('https://ads.test/')).toBe(false)
  stopCopy()
  for (const [at, original] of functions().entries()) expect(original).toBe(before[at])
  expect(Symbol.for('@spaceone/consent/interceptors/1') in window).toBe(false)
})

test('copies of different forms intercept on top of each other, and each blocks by its own rules', async () => {
  const page = builtIns()
  // What a copy of another version has left under the name of its own form.
  Reflect.set(window, Symbol.for('@spaceone/consent/guard'), { sets: [] })
  onTestFinished(() => void Reflect.deleteProperty(window, Symbol.for('@spaceone/consent/guard')))
  const stop = start()
  vi.resetModules()
  vi.doMock('./intercepted.ts', () => ({ INTERCEPTED: Symbol('another form') }))
  onTestFinished(() => void vi.doUnmock('./intercepted.ts'))
  const other = await import('./start-interceptors.ts')
  const stopOther = start(rules({}, 'ads.test'), other.startInterceptors)
  expect(await reaches(BLOCKED)).toBe(false)
  expect(await reaches('https://ads.test/')).toBe(false)
  expect(page.fetch).not.toHaveBeenCalled()
  stop()
  expect(await reaches(BLOCKED)).toBe(true)
  expect(await reaches('https://ads.test/')).toBe(false)
  stopOther()
  expect(await reaches('https://ads.test/')).toBe(true)
})

test('calling a dispose twice does not remove the rules of another consent', async () => {
  builtIns()
  const stop = start()
  start(rules({}, 'ads.test'))
  stop()
  stop()
  expect(await reaches('https://ads.test/')).toBe(false)
})

test('interceptors can be started again after the last ones have been stopped', async () => {
  builtIns()
  start()()
  start()
  expect(await reaches(BLOCKED)).toBe(false)
})

test('after the dispose an interceptor that other code has wrapped stays and blocks nothing', async () => {
  const page = builtIns()
  const stop = start()
  const ours = window.fetch
  const theirs: typeof fetch = (...args) => ours(...args)
  window.fetch = theirs
  await fetch(BLOCKED)
  expect(page.fetch).not.toHaveBeenCalled()
  stop()
  expect(window.fetch).toBe(theirs)
  expect(await reaches(BLOCKED)).toBe(true)
  expect(page.fetch).toHaveBeenCalledExactlyOnceWith(BLOCKED)
})

test('the other built-ins are intercepted when one is missing', () => {
  const page = builtIns()
  Reflect.deleteProperty(window, 'fetch')
  const stop = start()
  navigator.sendBeacon(BLOCKED)
  expect('fetch' in window).toBe(false)
  stop()
  expect('fetch' in window).toBe(false)
  expect(page.beacon).not.toHaveBeenCalled()
})

test('watch of each consent is called with each shadow root, open and closed', () => {
  const first = vi.fn()
  const second = vi.fn()
  start(rules({ watch: first }))
  start(rules({ watch: second }))
  const roots = (['open', 'closed'] as const).map(mode =>
    document.createElement('div').attachShadow({ mode }),
  )
  for (const watch of [first, second]) expect(watch.mock.calls).toEqual(roots.map(root => [root]))
})

test('a data: URL is never blocked, and no rule is asked', () => {
  const blockingAddress = vi.fn(() => undefined)
  start(rules({ blockingAddress }))
  new Image().src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
  expect(blockingAddress).not.toHaveBeenCalled()
})

test('insertions work when setTimeout throws [5]', () => {
  const look = vi.fn()
  start(rules({ look }))
  vi.stubGlobal('setTimeout', () => {
    throw new TypeError('broken')
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  const element = document.createElement('p')
  expect(() => document.body.append(element)).not.toThrow()
  expect(element.parentNode).toBe(document.body)
  expect(look).not.toHaveBeenCalled()
})

test('a replaced setTimeout that calls back at once is used at each insertion', () => {
  const look = vi.fn()
  start(rules({ look }))
  vi.stubGlobal('setTimeout', (run: () => void) => {
    run()
    return 1
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  document.body.append(document.createElement('p'))
  look.mockClear()
  document.body.append(document.createElement('p'))
  expect(look).toHaveBeenCalled()
})

test('a replaced setTimeout that returns no number is used once for any number of insertions', () => {
  start(rules())
  const clock = vi.fn()
  vi.stubGlobal('setTimeout', clock)
  onTestFinished(() => void vi.unstubAllGlobals())
  document.body.append(document.createElement('p'))
  document.body.append(document.createElement('p'))
  expect(clock).toHaveBeenCalledOnce()
})
