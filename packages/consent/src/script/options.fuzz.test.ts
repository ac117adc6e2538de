// @vitest-environment happy-dom

import fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import { VALID_ATTRIBUTES } from '../../../../test/support/attributes.ts'
import { FUZZ, mutated, oddText } from '../../../../test/support/fuzz.ts'
import type { ConsentOptions } from '../core/index.ts'
import { googleAnalytics, script } from '../index.ts'
import { deliverTo } from '../npm/deliver-to.ts'
import { type ConsentError, checkOptions } from '../options/check-options.ts'
import { readAttributes, tagOptions } from './tag-options.ts'

beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue())

const PAGE = 'https://www.host.example/ko/shop/'

const oddAddress = fc
  .array(
    fc.constantFrom(
      ...['https://', 'http://', 'HTTP:', 'javascript:', 'data:text/html,', '//', '\\', '/', '/\\'],
      ...['\t', '\n', ' ', '\u0001', '@', ':', ':80', '.', '..', '?', '#', '%2f', '\u3002', '／'],
      ...['localhost', '127.0.0.1', 'evil.example', 'localhost.evil.example', 'a', 'ｈttp'],
    ),
    { maxLength: 6 },
  )
  .map(parts => parts.join(''))
const address = fc.oneof(oddAddress, mutated(oddAddress), oddText)

/**
 * Returns whether a browser resolves the text to an address that is none of these: an `https:`
 * address that the text spells out, http on this machine, the page's own site.
 */
const leadsAstray = (text: string): boolean => {
  try {
    const { protocol, hostname, host } = new URL(text, PAGE)
    if (protocol === 'https:') return host !== new URL(PAGE).host && !/^\s*https:/i.test(text)
    return protocol !== 'http:' || !/^(localhost|127\.0\.0\.1)$/.test(hostname)
  } catch {
    // The text is not an address.
    return false
  }
}

const tagWith = (dataset: Record<string, string>): HTMLScriptElement => {
  const script = document.createElement('script')
  for (const [name, value] of Object.entries(dataset))
    script.setAttribute(
      `data-${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`,
      value,
    )
  return script
}

const check = (options: object) =>
  checkOptions({ categories: {}, ...options } as unknown as ConsentOptions<string>)

test('every option for an address rejects an address that is neither https nor on the page’s own site [51]', () => {
  fc.assert(
    fc.property(address, text => {
      if (!leadsAstray(text)) return
      for (const call of [
        () => check({ policy: { version: '1', url: text } }),
        () => check({ policy: { version: '1', earlier: { ko: text } } }),
        () => script({ src: text }),
        () => deliverTo({ url: text }),
        () => googleAnalytics({ id: 'G-1', server: text }),
      ])
        expect(call).toThrow(expect.objectContaining({ name: 'ConsentError' }))
      for (const name of ['gaServer', 'policyUrl', 'policyUrlKo', 'policyEarlier', 'delivery'])
        expect(readAttributes(tagWith({ policyVersion: '1', [name]: text })).isInvalid).toBe(true)
    }),
    FUZZ,
  )
})

const attributes = fc
  .array(
    fc
      .constantFrom(...Object.entries(VALID_ATTRIBUTES))
      .chain(([name, value]) =>
        fc.tuple(
          fc.constantFrom(name, name, 'policyUrl__proto__', '__proto__'),
          fc.oneof(mutated(fc.constant(value)), address, oddText),
        ),
      ),
    { maxLength: 3 },
  )
  .map(odd => ({ ...VALID_ATTRIBUTES, ...Object.fromEntries(odd) }))

test('readAttributes and tagOptions reject any invalid attribute by its name [49, 51]', () => {
  fc.assert(
    fc.property(attributes, dataset => {
      try {
        const read = readAttributes(tagWith(dataset))
        if (read.isInvalid) return
        const options = tagOptions(read, [], [], async () => ({}) as never, [])
        const { policy, categories, cookie, language, restricted } = options
        const zIndex = read['z-index'] && Number(read['z-index'])
        check({ policy, cookie })
        expect(policy.version).toMatch(/^[ -~]{1,40}$/)
        for (const text of [policy.url, policy.earlier].flatMap(urls => Object.values(urls ?? {})))
          expect(leadsAstray(text)).toBe(false)
        for (const name of Object.keys(categories)) expect(name).toMatch(/^[a-z][\w-]*$/i)
        expect(Number.isInteger(cookie?.days) && Number(cookie?.days) <= 400).toBe(true)
        expect(language).toMatch(/^(en|ko|ja)$/)
        expect(restricted).toBe(dataset['restricted'] !== 'false')
        expect(zIndex === undefined || Number.isFinite(zIndex)).toBe(true)
      } catch (error) {
        expect((error as ConsentError).name).toBe('ConsentError')
        // Only this error can occur: a variable of the page already has the name of the data layer,
        // which `readAttributes` does not check.
        expect((error as ConsentError).code).toBe('layer')
      }
      expect(Object.getPrototypeOf({})).toBe(Object.prototype)
    }),
    FUZZ,
  )
})
