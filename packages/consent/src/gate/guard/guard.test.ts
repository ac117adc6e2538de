// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { type GuardRules, startGuard } from './guard.ts'

const REFUSED = 'https://www.google-analytics.com/g/collect?v=2'

/** What keeps the page from one host, until `denied.category` is taken away. */
const rules = (changes: Partial<GuardRules> = {}, host = 'www.google-analytics.com') => {
  const denied: { category?: string | undefined } = { category: 'analytics' }
  return {
    denied,
    deniedAt: ({ hostname }: URL) => (hostname === host ? denied.category : undefined),
    isCookieRefused: () => false,
    watch() {},
    look() {},
    ...changes,
  }
}

const start = (of: GuardRules = rules(), by = startGuard) => {
  const stop = by(of)
  onTestFinished(stop)
  return stop
}

/** Puts built-ins into the page that only record. */
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

/** The functions that stand in the page now. */
const functions = (): readonly unknown[] =>
  PATCHED.map(([target, name]) => {
    const descriptor = Object.getOwnPropertyDescriptor(target, name)
    return descriptor?.value ?? descriptor?.set
  })

test('everything goes through once it is allowed', async () => {
  const page = builtIns()
  const own = rules()
  start(own)
  own.denied.category = undefined
  const image = new Image()
  image.src = REFUSED
  expect(await reaches(REFUSED)).toBe(true)
  expect(navigator.sendBeacon(REFUSED)).toBe(false)
  const request = new XMLHttpRequest()
  request.open('GET', REFUSED)
  request.send()
  expect(page.fetch).toHaveBeenCalledExactlyOnceWith(REFUSED)
  expect(page.beacon).toHaveBeenCalledExactlyOnceWith(REFUSED)
  expect(page.send).toHaveBeenCalledOnce()
  expect(image.getAttribute('src')).toBe(REFUSED)
})

test('an element of the page that has the name of a property changes nothing', async () => {
  builtIns()
  start()
  document.body.innerHTML = '<img name="baseURI"><form name="location"></form>'
  expect(await reaches('//www.google-analytics.com/g')).toBe(false)
  expect(await reaches('/own')).toBe(true)
})

test('stopping gives the very same built-ins back', () => {
  builtIns()
  const before = functions()
  const stop = start()
  for (const [at, patched] of functions().entries()) expect(patched).not.toBe(before[at])
  stop()
  for (const [at, patched] of functions().entries()) expect(patched).toBe(before[at])
})

test('several consents of a page share one guard, and each keeps the page from its own', async () => {
  builtIns()
  const before = functions()
  const stopFirst = start()
  const patched = functions()
  const stopSecond = start(rules({}, 'ads.test'))
  for (const [at, again] of functions().entries()) expect(again).toBe(patched[at])
  expect(await reaches(REFUSED)).toBe(false)
  expect(await reaches('https://ads.test/')).toBe(false)
  stopFirst()
  expect(await reaches(REFUSED)).toBe(true)
  expect(await reaches('https://ads.test/')).toBe(false)
  stopSecond()
  for (const [at, original] of functions().entries()) expect(original).toBe(before[at])
})

test('what one consent denies stays denied, whatever the other one grants', async () => {
  builtIns()
  const first = rules()
  const second = rules()
  start(first)
  start(second)
  first.denied.category = undefined
  expect(await reaches(REFUSED)).toBe(false)
  second.denied.category = undefined
  expect(await reaches(REFUSED)).toBe(true)
})

test('a cookie that one consent refuses is not kept, whatever the other one says', () => {
  // happy-dom has the property one class further up than browsers do.
  const write = vi.spyOn(Document.prototype, 'cookie', 'set').mockImplementation(() => {})
  onTestFinished(() => write.mockRestore())
  start(rules({ isCookieRefused: name => name === '_ga' }))
  start()
  for (const cookie of ['_ga=1', 'cart=1'])
    Reflect.set(Document.prototype, 'cookie', cookie, document)
  // What is refused lives no second.
  expect(write.mock.calls).toEqual([['_ga=1;Max-Age=0'], ['cart=1']])
})

test('copies of this SDK find each other’s guard, and the last one to leave takes it down', async () => {
  builtIns()
  const before = functions()
  const stopFirst = start()
  const patched = functions()
  vi.resetModules()
  const copy = await import('./guard.ts')
  expect(copy.startGuard).not.toBe(startGuard)
  const stopCopy = start(rules({}, 'ads.test'), copy.startGuard)
  for (const [at, again] of functions().entries()) expect(again).toBe(patched[at])
  stopFirst()
  expect(await reaches('https://ads.test/')).toBe(false)
  stopCopy()
  for (const [at, original] of functions().entries()) expect(original).toBe(before[at])
  expect(Symbol.for('@spaceone/consent/guard') in window).toBe(false)
})

test('stopping twice stops nobody else', async () => {
  builtIns()
  const stop = start()
  start(rules({}, 'ads.test'))
  stop()
  stop()
  expect(await reaches('https://ads.test/')).toBe(false)
})

test('a guard can be started again after the last one has left', async () => {
  builtIns()
  start()()
  start()
  expect(await reaches(REFUSED)).toBe(false)
})

test('stopping leaves what somebody has put over ours, and lets everything through', async () => {
  const page = builtIns()
  const stop = start()
  const ours = window.fetch
  const theirs: typeof fetch = (...args) => ours(...args)
  window.fetch = theirs
  await fetch(REFUSED)
  expect(page.fetch).not.toHaveBeenCalled()
  stop()
  expect(window.fetch).toBe(theirs)
  expect(await reaches(REFUSED)).toBe(true)
  expect(page.fetch).toHaveBeenCalledExactlyOnceWith(REFUSED)
})

test('a page without one of the built-ins is guarded in the others', () => {
  const page = builtIns()
  Reflect.deleteProperty(window, 'fetch')
  const stop = start()
  navigator.sendBeacon(REFUSED)
  expect('fetch' in window).toBe(false)
  stop()
  expect('fetch' in window).toBe(false)
  expect(page.beacon).not.toHaveBeenCalled()
})

test('each consent is told of each shadow root of the page, open and closed', () => {
  const first = vi.fn()
  const second = vi.fn()
  start(rules({ watch: first }))
  start(rules({ watch: second }))
  const roots = (['open', 'closed'] as const).map(mode =>
    document.createElement('div').attachShadow({ mode }),
  )
  for (const watch of [first, second]) expect(watch.mock.calls).toEqual(roots.map(root => [root]))
})

test('what holds its data itself is nobody’s, and nobody is asked', () => {
  const deniedAt = vi.fn(() => undefined)
  start(rules({ deniedAt }))
  new Image().src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
  expect(deniedAt).not.toHaveBeenCalled()
})

test('the page puts in what it likes where nobody can be told of it later [5]', () => {
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

test('a clock of the page that calls at once is asked at each insertion', () => {
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

test('a clock that gives no number is asked once for any number of insertions', () => {
  start(rules())
  const clock = vi.fn()
  vi.stubGlobal('setTimeout', clock)
  onTestFinished(() => void vi.unstubAllGlobals())
  document.body.append(document.createElement('p'))
  document.body.append(document.createElement('p'))
  expect(clock).toHaveBeenCalledOnce()
})
