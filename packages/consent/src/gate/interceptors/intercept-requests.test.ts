// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import { broken } from '../../../../../test/support/broken.ts'
import { BLOCKED, startBlocking } from '../../../../../test/support/start-blocking.ts'

const ALLOWED = 'https://api.shop.test/cart'

let send = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  send = vi.spyOn(XMLHttpRequest.prototype, 'send').mockImplementation(() => {})
  vi.spyOn(XMLHttpRequest.prototype, 'open')
  vi.spyOn(XMLHttpRequest.prototype, 'abort').mockImplementation(() => {})
})

const start = () => {
  const blocking = startBlocking()
  const request = new XMLHttpRequest()
  const events: string[] = []
  for (const type of ['readystatechange', 'load', 'loadend', 'error', 'abort', 'timeout'])
    request.addEventListener(type, () => events.push(type))
  return { ...blocking, request, events }
}

type Started = ReturnType<typeof start>

const ANSWER = { readyState: 4, status: 204, statusText: 'No Content', responseText: '' }
const ANSWERED = ['readystatechange', 'load', 'loadend']

test.each<[string, (started: Started) => unknown]>([
  [
    'that is opened again for a blocked address',
    ({ request }) => {
      request.open('GET', ALLOWED)
      request.open('GET', BLOCKED)
    },
  ],
  [
    'whose grant is withdrawn between open and send',
    ({ allow, deny, request }) => {
      allow()
      request.open('GET', BLOCKED)
      deny()
    },
  ],
])('a blocked XMLHttpRequest %s is answered with 204 soon, and not sent', (_, open) => {
  const started = start()
  const { events, request } = started
  open(started)
  events.length = 0
  request.send('x')
  expect(events).toEqual([])
  vi.runAllTimers()
  expect(send).not.toHaveBeenCalled()
  expect(request).toMatchObject(ANSWER)
  expect(events).toEqual(ANSWERED)
})

test('a blocked request can be opened again for an address that is not blocked', () => {
  const { request, events } = start()
  request.open('GET', BLOCKED)
  request.send()
  vi.runAllTimers()
  events.length = 0
  request.open('GET', ALLOWED)
  expect(request).toMatchObject({ readyState: 1, status: 0, statusText: '' })
  request.send()
  vi.runAllTimers()
  expect(send).toHaveBeenCalledOnce()
  expect(events).not.toContain('load')
})

test('a blocked request that the page aborts dispatches no event, and a synchronous one is answered at once', () => {
  const { request, events } = start()
  request.open('GET', BLOCKED)
  request.send()
  request.abort()
  vi.runAllTimers()
  expect(events).toEqual([])
  request.open('GET', BLOCKED, false)
  request.send()
  expect(send).not.toHaveBeenCalled()
  expect(request).toMatchObject(ANSWER)
  expect(events).toEqual(ANSWERED)
})

test('a blocked XMLHttpRequest does not throw when no event can be created [5]', () => {
  vi.useFakeTimers()
  vi.stubGlobal('ProgressEvent', broken)
  const { request } = start()
  request.open('GET', BLOCKED)
  request.send()
  expect(() => vi.runAllTimers()).not.toThrow()
  expect(send).not.toHaveBeenCalled()
  expect(request).toMatchObject(ANSWER)
})
