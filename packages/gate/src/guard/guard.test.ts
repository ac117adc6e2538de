// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { startGuard } from './guard.ts'

const REFUSED = 'https://www.google-analytics.com/g/collect?v=2'
const ALLOWED = 'https://api.shop.test/cart'

/** Starts a guard that refuses one host until it is told to allow it. */
const start = () => {
  let isAllowed = false
  const stop = startGuard(url => !isAllowed && url.hostname === 'www.google-analytics.com')
  onTestFinished(stop)
  return {
    stop,
    allow: () => {
      isAllowed = true
    },
  }
}

/** Puts a `fetch` into the page that only records. */
const fetched = () => {
  const original = vi.fn((..._args: unknown[]) => Promise.resolve(new Response('real')))
  vi.stubGlobal('fetch', original)
  onTestFinished(() => void vi.unstubAllGlobals())
  return original
}

/** Puts a `sendBeacon` into the page that only records, and takes nothing on. */
const beamed = () => {
  const original = vi.spyOn(Navigator.prototype, 'sendBeacon').mockReturnValue(false)
  onTestFinished(() => original.mockRestore())
  return original
}

/** Keeps every `XMLHttpRequest` of the page from leaving, and records those that would have. */
const sent = () => {
  const open = vi.spyOn(XMLHttpRequest.prototype, 'open')
  const send = vi.spyOn(XMLHttpRequest.prototype, 'send').mockImplementation(() => {})
  onTestFinished(() => {
    open.mockRestore()
    send.mockRestore()
  })
  return { open, send }
}

/** A request that logs its events. */
const listened = () => {
  const request = new XMLHttpRequest()
  const events: string[] = []
  for (const type of ['readystatechange', 'load', 'loadend', 'error', 'abort', 'timeout'])
    request.addEventListener(type, () => events.push(type))
  return { request, events }
}

const loaded = (target: EventTarget): Promise<unknown> =>
  new Promise(resolve => target.addEventListener('load', resolve, { once: true }))

const pause = (): Promise<unknown> => new Promise(resolve => setTimeout(resolve, 5))

const PATCHED = [
  [window, 'fetch'],
  [Navigator.prototype, 'sendBeacon'],
  [XMLHttpRequest.prototype, 'open'],
  [XMLHttpRequest.prototype, 'send'],
  [HTMLImageElement.prototype, 'src'],
] as const

const descriptors = () =>
  PATCHED.map(([target, name]) => Object.getOwnPropertyDescriptor(target, name))

test.each([
  ['a text', REFUSED],
  ['a URL', new URL(REFUSED)],
  ['a Request', new Request(REFUSED, { method: 'POST', body: 'x' })],
])('a refused fetch of %s is answered with nothing and does not leave', async (_, input) => {
  const original = fetched()
  start()
  const response = await window.fetch(input, { keepalive: true })
  expect(response.status).toBe(204)
  expect(await response.text()).toBe('')
  expect(original).not.toHaveBeenCalled()
})

test('a refused address may be written without its protocol', async () => {
  const original = fetched()
  start()
  await fetch('//www.google-analytics.com/g/collect')
  expect(original).not.toHaveBeenCalled()
})

test('any other fetch takes the way it took, with its arguments, its object and its result', async () => {
  const original = fetched()
  start()
  const self = {}
  const args = [new Request(ALLOWED), { method: 'PUT' }]
  const response = await Reflect.apply(window.fetch, self, args)
  expect(await response.text()).toBe('real')
  expect(original.mock.contexts).toEqual([self])
  expect(original.mock.contexts[0]).toBe(self)
  expect(original.mock.calls[0]).toEqual(args)
  expect(original.mock.calls[0]?.[0]).toBe(args[0])
})

test.each([
  `https://evil.test/?u=${REFUSED}`,
  'https://www.google-analytics.com.evil.test/',
  '/www.google-analytics.com',
])('an address that only mentions a refused one leaves: %s', async address => {
  const original = fetched()
  start()
  await fetch(address)
  expect(original).toHaveBeenCalledOnce()
})

test('what is no address goes to the built-in, which knows what to say', async () => {
  const original = fetched()
  original.mockRejectedValue(new TypeError('Invalid URL'))
  start()
  await expect(fetch('http://[')).rejects.toThrow('Invalid URL')
  expect(original).toHaveBeenCalledExactlyOnceWith('http://[')
})

test('a refused beacon says that it is under way and does not leave', () => {
  const original = beamed()
  start()
  expect(navigator.sendBeacon(REFUSED, 'x')).toBe(true)
  expect(original).not.toHaveBeenCalled()
})

test('any other beacon takes the way it took, with its arguments, its object and its result', () => {
  const original = beamed()
  start()
  expect(navigator.sendBeacon(ALLOWED, 'x')).toBe(false)
  expect(original).toHaveBeenCalledExactlyOnceWith(ALLOWED, 'x')
  expect(original.mock.contexts[0]).toBe(navigator)
})

test.each([
  ['a text', REFUSED],
  ['a URL', new URL(REFUSED)],
])('a refused XMLHttpRequest to %s loads nothing and does not leave', async (_, address) => {
  const { send } = sent()
  start()
  const { request, events } = listened()
  request.open('POST', address)
  request.send('x')
  expect(events).not.toContain('load')
  await loaded(request)
  await pause()
  expect(send).not.toHaveBeenCalled()
  expect(request).toMatchObject({ readyState: 4, status: 204, responseText: '' })
  expect(events).toEqual(['readystatechange', 'load', 'loadend'])
})

test('a refused synchronous XMLHttpRequest has its answer at once', () => {
  const { send } = sent()
  start()
  const { request, events } = listened()
  request.open('GET', REFUSED, false)
  request.send()
  expect(send).not.toHaveBeenCalled()
  expect(request).toMatchObject({ readyState: 4, status: 204, statusText: 'No Content' })
  expect(events).toContain('load')
})

test('any other XMLHttpRequest takes the way it took, with its arguments and its object', () => {
  const { open, send } = sent()
  start()
  const request = new XMLHttpRequest()
  request.open('PUT', ALLOWED, true, 'user', 'word')
  request.send('body')
  expect(open).toHaveBeenCalledExactlyOnceWith('PUT', ALLOWED, true, 'user', 'word')
  expect(send).toHaveBeenCalledExactlyOnceWith('body')
  expect(send.mock.contexts[0]).toBe(request)
})

test('a request that was refused can be opened again for an allowed address', async () => {
  const { send } = sent()
  start()
  const { request, events } = listened()
  request.open('GET', REFUSED)
  request.send()
  await loaded(request)
  events.length = 0
  request.open('GET', ALLOWED)
  expect(request).toMatchObject({ readyState: 1, status: 0, statusText: '' })
  request.send()
  await pause()
  expect(send).toHaveBeenCalledOnce()
  expect(events).not.toContain('load')
})

test('a request that was allowed can be opened again and be refused', async () => {
  const { send } = sent()
  start()
  const { request } = listened()
  request.open('GET', ALLOWED)
  request.open('GET', REFUSED)
  request.send()
  await loaded(request)
  expect(send).not.toHaveBeenCalled()
})

test('an image is not given a refused address and says that it has loaded', async () => {
  start()
  const image = new Image()
  image.src = REFUSED
  expect(image.hasAttribute('src')).toBe(false)
  const { type } = (await loaded(image)) as Event
  expect(type).toBe('load')
  expect(image.hasAttribute('src')).toBe(false)
})

test('a refused address leaves an image the one that it has', () => {
  start()
  const image = document.createElement('img')
  image.src = '/logo.png'
  image.src = REFUSED
  expect(image.getAttribute('src')).toBe('/logo.png')
})

test('any other address is given to an image as it is written', async () => {
  start()
  const image = document.createElement('img')
  const onLoad = vi.fn()
  image.addEventListener('load', onLoad)
  image.src = '/logo.png'
  await pause()
  expect(image.getAttribute('src')).toBe('/logo.png')
  expect(onLoad).not.toHaveBeenCalled()
})

test('everything goes through once it is allowed', async () => {
  const fetchOriginal = fetched()
  const beaconOriginal = beamed()
  const { send } = sent()
  const { allow } = start()
  allow()
  const image = new Image()
  image.src = REFUSED
  expect(await (await fetch(REFUSED)).text()).toBe('real')
  expect(navigator.sendBeacon(REFUSED)).toBe(false)
  const request = new XMLHttpRequest()
  request.open('GET', REFUSED)
  request.send()
  expect(fetchOriginal).toHaveBeenCalledExactlyOnceWith(REFUSED)
  expect(beaconOriginal).toHaveBeenCalledExactlyOnceWith(REFUSED)
  expect(send).toHaveBeenCalledOnce()
  expect(image.getAttribute('src')).toBe(REFUSED)
})

test('stopping gives the very same built-ins back', () => {
  fetched()
  beamed()
  sent()
  const before = descriptors()
  const { stop } = start()
  for (const [at, descriptor] of descriptors().entries()) expect(descriptor).not.toEqual(before[at])
  stop()
  expect(descriptors()).toEqual(before)
  for (const [at, descriptor] of descriptors().entries()) {
    expect(descriptor?.value).toBe(before[at]?.value)
    expect(descriptor?.set).toBe(before[at]?.set)
  }
})

test('stopping leaves what somebody has put over ours, and lets everything through', async () => {
  const original = fetched()
  const { stop } = start()
  const ours = window.fetch
  const theirs: typeof fetch = (...args) => ours(...args)
  window.fetch = theirs
  await fetch(REFUSED)
  expect(original).not.toHaveBeenCalled()
  stop()
  expect(window.fetch).toBe(theirs)
  expect(await (await fetch(REFUSED)).text()).toBe('real')
  expect(original).toHaveBeenCalledExactlyOnceWith(REFUSED)
})

test('a page without one of the built-ins is guarded in the others', async () => {
  const original = fetched()
  Reflect.deleteProperty(window, 'fetch')
  const beacon = beamed()
  const { stop } = start()
  navigator.sendBeacon(REFUSED)
  expect('fetch' in window).toBe(false)
  stop()
  expect('fetch' in window).toBe(false)
  expect(beacon).not.toHaveBeenCalled()
  expect(original).not.toHaveBeenCalled()
})
