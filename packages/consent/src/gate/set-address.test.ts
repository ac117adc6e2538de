// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const ADDRESS = 'https://chat.test/widget.js'

/**
 * Simulates a page that enforces Trusted Types: only an object of a policy is accepted as an
 * address.
 */
const enforce = (createPolicy: (name: string, rules: object) => unknown) => {
  vi.stubGlobal('trustedTypes', { createPolicy })
  const script = document.createElement('script')
  let src = ''
  Object.defineProperty(script, 'src', {
    get: () => src,
    set: value => {
      if (typeof value === 'string') throw new TypeError('This needs a TrustedScriptURL')
      src = `${value}`
    },
  })
  return script
}

/** Loads the module anew, so that each test has its own policy. */
const load = async () => (await import('./set-address.ts')).setAddress

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllGlobals())

test('sets the address as a string when the browser has no Trusted Types', async () => {
  const script = document.createElement('script')
  ;(await load())(script, ADDRESS)
  expect(script.src).toBe(ADDRESS)
})

test('sets the address by one policy, created once, when the page enforces Trusted Types [45]', async () => {
  const createPolicy = vi.fn((_name, rules) => ({
    createScriptURL: (text: string) => ({ toString: () => rules.createScriptURL(text) }),
  }))
  const [one, other] = [enforce(createPolicy), enforce(createPolicy)]
  const setAddress = await load()
  setAddress(one, ADDRESS)
  setAddress(other, ADDRESS)
  expect([one.src, other.src]).toEqual([ADDRESS, ADDRESS])
  expect(createPolicy.mock.calls.map(([name]) => name)).toEqual(['spaceone-consent'])
})

test('sets no address and does not throw when the page enforces Trusted Types and forbids the policy [5, 45]', async () => {
  const script = enforce(() => {
    throw new TypeError('Policy disallowed')
  })
  ;(await load())(script, ADDRESS)
  expect(script.src).toBe('')
})

test('sets the address as a string when the page forbids the policy and does not enforce Trusted Types', async () => {
  vi.stubGlobal('trustedTypes', {
    createPolicy() {
      throw new TypeError('Policy disallowed')
    },
  })
  const script = document.createElement('script')
  ;(await load())(script, ADDRESS)
  expect(script.src).toBe(ADDRESS)
})
