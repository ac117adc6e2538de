// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { BLOCKED, startBlocking } from '../../../../../test/support/start-blocking.ts'
import { startInterceptors } from './start-interceptors.ts'

const ALLOWED = 'https://api.shop.test/cart'

/** Replaces `send` by a stub that records the requests. */
const sent = () => {
  const open = vi.spyOn(XMLHttpRequest.prototype, 'open')
  const send = vi.spyOn(XMLHttpRequest.prototype, 'send').mockImplementation(() => {})
  onTestFinished(() => {
    open.mockRestore()
    send.mockRestore()
  })
  return { open, send }
}

/** Creates a request that logs its events. */
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
  ['a text', BLOCKED],
  ['a URL', new URL(BLOCKED)],
])('a blocked XMLHttpRequest to %s is answered with 204 and not sent', async (_, address) => {
  const { send } = sent()
  startBlocking()
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

test('a blocked synchronous XMLHttpRequest is answered at once', () => {
  const { send } = sent()
  startBlocking()
  const { request, events } = listened()
  request.open('GET', BLOCKED, false)
  request.send()
  expect(send).not.toHaveBeenCalled()
  expect(request).toMatchObject({ readyState: 4, status: 204, statusText: 'No Content' })
  expect(events).toContain('load')
})

test('an XMLHttpRequest that is not blocked calls the original with its arguments and its object', () => {
  const { open, send } = sent()
  startBlocking()
  const request = new XMLHttpRequest()
  request.open('PUT', ALLOWED, true, 'user', 'word')
  request.send('body')
  expect(open).toHaveBeenCalledExactlyOnceWith('PUT', ALLOWED, true, 'user', 'word')
  expect(send).toHaveBeenCalledExactlyOnceWith('body')
  expect(send.mock.contexts[0]).toBe(request)
})

test('a blocked request can be opened again for an address that is not blocked', async () => {
  const { send } = sent()
  startBlocking()
  const { request, events } = listened()
  request.open('GET', BLOCKED)
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

test('a request that was not blocked can be opened again for a blocked address', async () => {
  const { send } = sent()
  startBlocking()
  const { request } = listened()
  request.open('GET', ALLOWED)
  request.open('GET', BLOCKED)
  request.send()
  await loaded(request)
  expect(send).not.toHaveBeenCalled()
})

test('a request is not sent when the grant is withdrawn between open and send', async () => {
  const { send } = sent()
  const { request } = listened()
  const denied: { category?: string } = {}
  onTestFinished(
    startInterceptors({
      blockingAddress: () => denied.category,
      blocksCookie: () => false,
      watch() {},
      look() {},
    }),
  )
  request.open('GET', BLOCKED)
  denied.category = 'analytics'
  request.send()
  await loaded(request)
  expect(send).not.toHaveBeenCalled()
})

test('a blocked request that the page aborts dispatches no event', async () => {
  sent()
  const abort = vi.spyOn(XMLHttpRequest.prototype, 'abort').mockImplementation(() => {})
  onTestFinished(() => abort.mockRestore())
  startBlocking()
  const { request, events } = listened()
  request.open('GET', BLOCKED)
  request.send()
  request.abort()
  await pause()
  expect(events).toEqual([])
})

test.each([
  ['synchronous', false],
  ['asynchronous', true],
])('a blocked %s XMLHttpRequest does not throw when no event can be created [5]', (_, isAsync) => {
  const { send } = sent()
  vi.useFakeTimers()
  vi.stubGlobal('ProgressEvent', function broken() {
    throw new TypeError('broken')
  })
  onTestFinished(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })
  startBlocking()
  const request = new XMLHttpRequest()
  request.open('GET', BLOCKED, isAsync)
  expect(() => {
    request.send()
    vi.runAllTimers()
  }).not.toThrow()
  expect(send).not.toHaveBeenCalled()
  expect(request).toMatchObject({ readyState: 4, status: 204 })
})
