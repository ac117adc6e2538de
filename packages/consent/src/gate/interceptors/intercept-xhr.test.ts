// @vitest-environment happy-dom
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { BLOCKED, startBlocking } from '../../../../../test/support/start-blocking.ts'

const ALLOWED = 'https://api.shop.test/cart'

/** The browser's `send`, which records. */
let send = vi.fn()

beforeEach(() => {
  send = vi.spyOn(XMLHttpRequest.prototype, 'send').mockImplementation(() => {})
  const stubs = [send, vi.spyOn(XMLHttpRequest.prototype, 'open')]
  stubs.push(vi.spyOn(XMLHttpRequest.prototype, 'abort').mockImplementation(() => {}))
  return () => {
    for (const stub of stubs) stub.mockRestore()
  }
})

/** Starts the interceptors, and creates a request that logs its events. */
const start = () => {
  const blocking = startBlocking()
  const request = new XMLHttpRequest()
  const events: string[] = []
  for (const type of ['readystatechange', 'load', 'loadend', 'error', 'abort', 'timeout'])
    request.addEventListener(type, () => events.push(type))
  return { ...blocking, request, events }
}

const pause = (): Promise<unknown> => new Promise(resolve => setTimeout(resolve, 5))

const ANSWER = { readyState: 4, status: 204, statusText: 'No Content', responseText: '' }
const ANSWERED = ['readystatechange', 'load', 'loadend']

type Use = (request: XMLHttpRequest) => void

test.each<[string, Use]>([
  ['to a text', request => request.open('POST', BLOCKED)],
  ['to a URL', request => request.open('POST', new URL(BLOCKED))],
  [
    'that is opened again for a blocked address',
    request => {
      request.open('GET', ALLOWED)
      request.open('GET', BLOCKED)
    },
  ],
])('a blocked XMLHttpRequest %s is answered with 204 soon, and not sent', async (_, open) => {
  const { request, events } = start()
  open(request)
  events.length = 0
  request.send('x')
  expect(events).toEqual([])
  await pause()
  expect(send).not.toHaveBeenCalled()
  expect(request).toMatchObject(ANSWER)
  expect(events).toEqual(ANSWERED)
})

test('a blocked synchronous XMLHttpRequest is answered at once', () => {
  const { request, events } = start()
  request.open('GET', BLOCKED, false)
  request.send()
  expect(send).not.toHaveBeenCalled()
  expect(request).toMatchObject(ANSWER)
  expect(events).toContain('load')
})

test('a blocked request can be opened again for an address that is not blocked', async () => {
  const { request, events } = start()
  request.open('GET', BLOCKED)
  request.send()
  await pause()
  events.length = 0
  request.open('GET', ALLOWED)
  expect(request).toMatchObject({ readyState: 1, status: 0, statusText: '' })
  request.send()
  await pause()
  expect(send).toHaveBeenCalledOnce()
  expect(events).not.toContain('load')
})

test('a request is not sent when the grant is withdrawn between open and send', async () => {
  const { allow, deny, request, events } = start()
  allow()
  request.open('GET', BLOCKED)
  deny()
  request.send()
  await pause()
  expect(send).not.toHaveBeenCalled()
  expect(events).toContain('load')
})

test('a blocked request that the page aborts dispatches no event', async () => {
  const { request, events } = start()
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
  vi.useFakeTimers()
  vi.stubGlobal('ProgressEvent', function broken() {
    throw new TypeError('broken')
  })
  onTestFinished(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })
  const { request } = start()
  request.open('GET', BLOCKED, isAsync)
  expect(() => {
    request.send()
    vi.runAllTimers()
  }).not.toThrow()
  expect(send).not.toHaveBeenCalled()
  expect(request).toMatchObject({ readyState: 4, status: 204 })
})
