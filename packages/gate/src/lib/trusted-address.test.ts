import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'

const ADDRESS = 'https://chat.test/widget.js'

// A page makes a policy once: each test has a page of its own.
beforeEach(() => void vi.resetModules())

/** Gives addresses in a page that has this for `trustedTypes`. */
const trusting = async (trustedTypes: unknown) => {
  vi.stubGlobal('trustedTypes', trustedTypes)
  onTestFinished(() => void vi.unstubAllGlobals())
  return (await import('./trusted-address.ts')).trustedAddress
}

/** What a policy of the browser gives: not the text, but an object that stands for it. */
const stand = (text: string) => ({ text })

interface Rules {
  createScriptURL(text: string): string
}

test('where a page knows Trusted Types, addresses pass by one policy of our name, unchanged [45]', async () => {
  const createPolicy = vi.fn((_name: string, { createScriptURL }: Rules) => ({
    createScriptURL: (text: string) => stand(createScriptURL(text)),
  }))
  const trustedAddress = await trusting({ createPolicy })
  expect(trustedAddress(ADDRESS)).toEqual(stand(ADDRESS))
  expect(trustedAddress('/own.js')).toEqual(stand('/own.js'))
  expect(createPolicy.mock.calls.map(([name]) => name)).toEqual(['spaceone-consent'])
})

test('where a page knows none, an address is its text', async () => {
  const trustedAddress = await trusting(undefined)
  expect(trustedAddress(ADDRESS)).toBe(ADDRESS)
})

test('where a page refuses the policy, an address is its text, and nothing is thrown', async () => {
  const trustedAddress = await trusting({
    createPolicy() {
      throw new TypeError('refused')
    },
  })
  expect(trustedAddress(ADDRESS)).toBe(ADDRESS)
})
