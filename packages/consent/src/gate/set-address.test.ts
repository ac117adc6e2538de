// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const ADDRESS = 'https://chat.test/widget.js'

/** A page that enforces Trusted Types: only what a policy gives is taken for an address. */
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

/** Each test has a page of its own, and with it a policy. */
const load = async () => (await import('./set-address.ts')).setAddress

beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllGlobals())

test('gives the address as it is where the page knows no Trusted Types', async () => {
  const script = document.createElement('script')
  ;(await load())(script, ADDRESS)
  expect(script.src).toBe(ADDRESS)
})

test('gives it by one policy, made once, where the page enforces them [45]', async () => {
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

test('leaves a script without one, and throws nothing, where the page allows no policy of ours [5, 45]', async () => {
  const script = enforce(() => {
    throw new TypeError('Policy disallowed')
  })
  ;(await load())(script, ADDRESS)
  expect(script.src).toBe('')
})

test('gives it as it is where the page allows no policy of ours and enforces none', async () => {
  vi.stubGlobal('trustedTypes', {
    createPolicy() {
      throw new TypeError('Policy disallowed')
    },
  })
  const script = document.createElement('script')
  ;(await load())(script, ADDRESS)
  expect(script.src).toBe(ADDRESS)
})
