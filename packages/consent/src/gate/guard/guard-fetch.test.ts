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

/** Puts a `fetch` into the page that only records. */
const fetched = () => {
  const original = vi.fn((..._args: unknown[]) => Promise.resolve(new Response('real')))
  vi.stubGlobal('fetch', original)
  onTestFinished(() => void vi.unstubAllGlobals())
  return original
}

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
