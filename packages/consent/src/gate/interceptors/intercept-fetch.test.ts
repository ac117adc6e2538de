// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest'
import { BLOCKED, startBlocking } from '../../../../../test/support/start-blocking.ts'

const ALLOWED = 'https://api.shop.test/cart'

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
  startBlocking()
  const response = await window.fetch(input, { keepalive: true })
  expect(response.status).toBe(204)
  expect(await response.text()).toBe('')
  expect(original).not.toHaveBeenCalled()
})

test('a blocked address without its protocol is blocked', async () => {
  const original = fetched()
  startBlocking()
  await fetch('//www.google-analytics.com/g/collect')
  expect(original).not.toHaveBeenCalled()
})

test('a fetch that is not blocked calls the original with its arguments and its object', async () => {
  const original = fetched()
  startBlocking()
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
  startBlocking()
  await fetch(address)
  expect(original).toHaveBeenCalledOnce()
})

test('an argument that is not an address is passed to the original', async () => {
  const original = fetched()
  original.mockRejectedValue(new TypeError('Invalid URL'))
  startBlocking()
  await expect(fetch('http://[')).rejects.toThrow('Invalid URL')
  expect(original).toHaveBeenCalledExactlyOnceWith('http://[')
})
