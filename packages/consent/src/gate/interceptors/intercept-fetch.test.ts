// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { startInterceptors } from './start-interceptors.ts'

const BLOCKED = 'https://www.google-analytics.com/g/collect?v=2'
const ALLOWED = 'https://api.shop.test/cart'

/** Starts interceptors that block one host. */
const start = (): void => {
  const blockingAddress = ({ hostname }: URL) =>
    hostname === 'www.google-analytics.com' ? 'analytics' : undefined
  onTestFinished(
    startInterceptors({ blockingAddress, blocksCookie: () => false, watch() {}, look() {} }),
  )
}

/** Replaces `fetch` by a stub that records. */
const fetched = () => {
  const original = vi.fn((..._args: unknown[]) => Promise.resolve(new Response('real')))
  vi.stubGlobal('fetch', original)
  onTestFinished(() => void vi.unstubAllGlobals())
  return original
}

test.each([
  ['a text', BLOCKED],
  ['a URL', new URL(BLOCKED)],
  ['a Request', new Request(BLOCKED, { method: 'POST', body: 'x' })],
])('a blocked fetch of %s is answered with an empty 204 and not sent', async (_, input) => {
  const original = fetched()
  start()
  const response = await window.fetch(input, { keepalive: true })
  expect(response.status).toBe(204)
  expect(await response.text()).toBe('')
  expect(original).not.toHaveBeenCalled()
})

test('a blocked address without its protocol is blocked', async () => {
  const original = fetched()
  start()
  await fetch('//www.google-analytics.com/g/collect')
  expect(original).not.toHaveBeenCalled()
})

test('a fetch that is not blocked calls the original with its arguments and its object', async () => {
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
  `https://evil.test/?u=${BLOCKED}`,
  'https://www.google-analytics.com.evil.test/',
  '/www.google-analytics.com',
])('an address that only contains a blocked one is not blocked: %s', async address => {
  const original = fetched()
  start()
  await fetch(address)
  expect(original).toHaveBeenCalledOnce()
})

test('an argument that is not an address is passed to the original', async () => {
  const original = fetched()
  original.mockRejectedValue(new TypeError('Invalid URL'))
  start()
  await expect(fetch('http://[')).rejects.toThrow('Invalid URL')
  expect(original).toHaveBeenCalledExactlyOnceWith('http://[')
})
