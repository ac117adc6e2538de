// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import { broken } from '../../../../test/support/broken.ts'

const ADDRESS = 'https://chat.test/widget.js'

/** Returns a script of a page that enforces Trusted Types: its `src` accepts no plain string. */
const enforcing = () => {
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

const allowing = () => document.createElement('script')

const createPolicy = vi.fn((_name: string, rules: { createScriptURL(text: string): string }) => ({
  createScriptURL: (text: string) => ({ toString: () => rules.createScriptURL(text) }),
}))

// Each test loads the module anew, so that each has its own Trusted Types policy.
beforeEach(() => vi.resetModules())

test.each([
  ['as a string when the browser has no Trusted Types', undefined, allowing, ADDRESS],
  ['when the page enforces Trusted Types [45]', { createPolicy }, enforcing, ADDRESS],
  [
    'nowhere, without an error, when the page enforces Trusted Types and forbids the policy [5, 45]',
    ...([{ createPolicy: broken }, enforcing, ''] as const),
  ],
  [
    'as a string when the page forbids the policy and does not enforce Trusted Types',
    ...([{ createPolicy: broken }, allowing, ADDRESS] as const),
  ],
])('sets the address %s', async (_, trustedTypes, make, expected) => {
  vi.stubGlobal('trustedTypes', trustedTypes)
  const { setAddress } = await import('./set-address.ts')
  const scripts = [make(), make()]
  for (const script of scripts) setAddress(script, ADDRESS)
  expect(scripts.map(({ src }) => src)).toEqual([expected, expected])
  // One Trusted Types policy serves all scripts.
  const names = createPolicy.mock.calls.splice(0).map(([name]) => name)
  expect(names).toEqual(trustedTypes?.createPolicy === createPolicy ? ['spaceone-consent'] : [])
})
