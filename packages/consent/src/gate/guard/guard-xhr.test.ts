// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { startGuard } from './guard.ts'

const REFUSED = 'https://www.google-analytics.com/g/collect?v=2'
const ALLOWED = 'https://api.shop.test/cart'

/** Starts a guard that refuses one host. */
const start = (): void => {
  const deniedAt = ({ hostname }: URL) =>
    hostname === 'www.google-analytics.com' ? 'analytics' : undefined
  onTestFinished(startGuard({ deniedAt, isCookieRefused: () => false, watch() {}, look() {} }))
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

test('what is withdrawn between opening and sending does not leave', async () => {
  const { send } = sent()
  const { request } = listened()
  const denied: { category?: string } = {}
  onTestFinished(
    startGuard({
      deniedAt: () => denied.category,
      isCookieRefused: () => false,
      watch() {},
      look() {},
    }),
  )
  request.open('GET', REFUSED)
  denied.category = 'analytics'
  request.send()
  await loaded(request)
  expect(send).not.toHaveBeenCalled()
})

test('a refused request that the page aborts says nothing', async () => {
  sent()
  const abort = vi.spyOn(XMLHttpRequest.prototype, 'abort').mockImplementation(() => {})
  onTestFinished(() => abort.mockRestore())
  start()
  const { request, events } = listened()
  request.open('GET', REFUSED)
  request.send()
  request.abort()
  await pause()
  expect(events).toEqual([])
})

test.each([
  ['synchronous', false],
  ['asynchronous', true],
])('a refused %s XMLHttpRequest throws nothing where no event can be made [5]', (_, isAsync) => {
  const { send } = sent()
  vi.useFakeTimers()
  vi.stubGlobal('ProgressEvent', function broken() {
    throw new TypeError('broken')
  })
  onTestFinished(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })
  start()
  const request = new XMLHttpRequest()
  request.open('GET', REFUSED, isAsync)
  expect(() => {
    request.send()
    vi.runAllTimers()
  }).not.toThrow()
  expect(send).not.toHaveBeenCalled()
  expect(request).toMatchObject({ readyState: 4, status: 204 })
})
