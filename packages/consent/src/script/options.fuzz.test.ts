// @vitest-environment happy-dom

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FUZZ, mutated, oddText } from '../../../../test/support/fuzz.ts'
import { type ConsentError, checkTexts } from '../core/index.ts'
import { deliverTo } from '../deliver-to.ts'
import { script } from '../index.ts'
import { tagOptions, tagUiOptions } from './tag-options.ts'

const PAGE = 'https://www.host.example/ko/shop/'

/** Addresses as a page may use them, and as it must not. */
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

/** What a browser makes of it is https, http on this machine, or on the page's own site. */
const leadsAstray = (text: string): boolean => {
  try {
    const { protocol, hostname, host } = new URL(text, PAGE)
    if (protocol === 'https:') return host !== new URL(PAGE).host && !/^\s*https:/i.test(text)
    return protocol !== 'http:' || !/^(localhost|127\.0\.0\.1)$/.test(hostname)
  } catch {
    // It leads nowhere.
    return false
  }
}

/** Returns what the SDK reads of a script element with these attributes. */
const tagWith = (dataset: Record<string, string>): HTMLScriptElement => {
  const attributes = Object.entries(dataset).map(([name, value]) => [
    `data-${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`,
    value,
  ])
  return {
    getAttributeNames: () => attributes.map(([name]) => name),
    getAttribute: (wanted: string) => attributes.find(([name]) => name === wanted)?.[1],
  } as unknown as HTMLScriptElement
}

const isRefused = (run: () => unknown): boolean => {
  try {
    run()
    return false
  } catch (error) {
    expect((error as Error).name).toBe('ConsentError')
    return true
  }
}

test('whatever stands for an address, one that leads astray is refused, wherever a page may write it [51]', () => {
  fc.assert(
    fc.property(address, text => {
      if (!leadsAstray(text)) return
      expect(isRefused(() => checkTexts({ policy: { version: '1', url: text } }))).toBe(true)
      expect(isRefused(() => checkTexts({ policy: { version: '1', earlier: { ko: text } } }))).toBe(
        true,
      )
      expect(isRefused(() => script({ src: text }))).toBe(true)
      expect(isRefused(() => deliverTo({ url: text }))).toBe(true)
      expect(
        isRefused(() => tagOptions(tagWith({ ga: 'G-1', gaServer: text }), undefined, [])),
      ).toBe(true)
    }),
    FUZZ,
  )
})

/** Every attribute that the tag knows, and what is right there. */
const ATTRIBUTES = {
  ga: 'G-XXXXXXX',
  gtm: 'GTM-XXXXXXX',
  gaServer: '/metrics',
  layer: 'dataLayer',
  policyVersion: '2024-01-18',
  policyUrl: '/privacy',
  policyUrlKo: '/ko/privacy',
  policyEarlier: '/earlier',
  lang: 'ko',
  categories: 'analytics marketing',
  cookieName: 'consent',
  cookieDomain: '.host.example',
  cookieDays: '180',
  restricted: 'true',
  report: '/events',
  reportRefusals: 'true',
  position: 'left',
  theme: 'dark',
  button: 'right',
  zIndex: '10',
} as const

const attribute = fc.constantFrom(...(Object.keys(ATTRIBUTES) as (keyof typeof ATTRIBUTES)[]))
const attributes = fc
  .array(
    attribute.chain(name =>
      fc.tuple(
        fc.oneof(fc.constant<string>(name), fc.constantFrom('policyUrl__proto__', '__proto__')),
        fc.oneof(mutated(fc.constant(ATTRIBUTES[name])), address, oddText),
      ),
    ),
    { maxLength: 3 },
  )
  .map(odd => Object.fromEntries([...Object.entries(ATTRIBUTES), ...odd]))

test('whatever stands in an attribute, it is refused by its name, or has the form that it says [49, 51]', () => {
  const codes =
    /^(categories|cookie-(days|domain|name)|ga(-server)?|gtm|layer|policy-(earlier|url|version)|report)$/
  fc.assert(
    fc.property(attributes, dataset => {
      try {
        const script = tagWith(dataset)
        const { policy, categories, cookie, language, restricted } = tagOptions(
          script,
          undefined,
          [],
        )
        const { zIndex } = tagUiOptions(script)
        checkTexts({ policy, cookie })
        expect(policy.version).toMatch(/^[ -~]{1,40}$/)
        for (const text of [
          ...Object.values(policy.url ?? {}),
          ...Object.values(policy.earlier ?? {}),
        ])
          expect(leadsAstray(text)).toBe(false)
        for (const name of Object.keys(categories)) expect(name).toMatch(/^[a-z][\w-]*$/i)
        expect(Number.isInteger(cookie?.days) && Number(cookie?.days) <= 400).toBe(true)
        expect(language).toMatch(/^(en|ko|ja)$/)
        expect(restricted).toBe(dataset['restricted'] !== 'false')
        expect(zIndex === undefined || Number.isFinite(zIndex)).toBe(true)
      } catch (error) {
        expect((error as ConsentError).name).toBe('ConsentError')
        expect((error as ConsentError).code).toMatch(codes)
      }
      expect(Object.getPrototypeOf({})).toBe(Object.prototype)
    }),
    FUZZ,
  )
})
