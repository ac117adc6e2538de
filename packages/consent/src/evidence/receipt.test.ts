// @vitest-environment happy-dom

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnyConsent, ConsentRecord } from '../core/index.ts'
import { receipt } from './receipt.ts'

const record: ConsentRecord = {
  v: 1,
  p: '2024-01-18',
  h: 'hash__________________',
  l: 'ko',
  t: 1_760_000_000,
  e: 1_775_552_000,
  c: { analytics: 1, support: 1, marketing: 0 },
  x: ['support/Video'],
  m: 'custom',
  s: 'preferences',
  n: 3,
  r: 'receipt_______________',
}

const google = { name: 'Google LLC', country: 'US' }

const consentWith = (options: object = {}, stored: ConsentRecord | undefined = record) =>
  ({
    options: {
      policy: {
        version: '2024-01-18',
        url: { en: '/en/privacy', ko: '/ko/privacy' },
        controller: { name: 'MEGAZONE', contact: 'mailto:privacy@host.example' },
      },
      categories: {
        analytics: { services: [{ name: 'Google Analytics', recipient: google }] },
        support: {
          services: [{ name: 'Chat' }, { name: 'Video', recipient: { name: 'Video Inc.' } }],
        },
        marketing: {},
      },
      services: [{ attach: () => {} }, { name: 'Pixel', category: 'marketing' }],
      ...options,
    },
    $state: { get: () => ({ record: stored }) },
  }) as unknown as AnyConsent

/** Returns the receipt as parsed JSON, so that fields with `undefined` are left out. */
const read = (...args: Parameters<typeof receipt>) => JSON.parse(JSON.stringify(receipt(...args)))

test('contains the responsible company, purposes, recipients, page, time, method, and how to withdraw', () => {
  expect(
    read(consentWith(), { purposes: { analytics: '이용 통계' }, settings: '쿠키 설정' }),
  ).toEqual({
    schema_version: 'spaceone-consent-receipt/1',
    receipt_id: 'receipt_______________',
    language: 'ko',
    privacy_notice: {
      version: '2024-01-18',
      url: new URL('/ko/privacy', location.href).href,
      hash: 'hash__________________',
    },
    pii_controllers: [{ party_name: 'MEGAZONE', party_contact: 'mailto:privacy@host.example' }],
    purposes: [
      {
        purpose: 'analytics',
        purpose_name: '이용 통계',
        lawful_basis: 'consent',
        event_state: 'given',
        services: [
          {
            service: 'Google Analytics',
            event_state: 'given',
            recipient_third_parties: [{ party_name: 'Google LLC', party_country: 'US' }],
          },
        ],
      },
      {
        purpose: 'support',
        lawful_basis: 'consent',
        event_state: 'given',
        services: [
          { service: 'Chat', event_state: 'given' },
          {
            service: 'Video',
            event_state: 'refused',
            recipient_third_parties: [{ party_name: 'Video Inc.' }],
          },
        ],
      },
      {
        purpose: 'marketing',
        lawful_basis: 'consent',
        event_state: 'refused',
        services: [{ service: 'Pixel', event_state: 'refused' }],
      },
    ],
    collection_method: { method: 'custom', surface: 'preferences', global_privacy_control: false },
    event_time: '2025-10-09T08:53:20.000Z',
    valid_until: '2026-04-07T08:53:20.000Z',
    sequence: 3,
    withdrawal_method: `쿠키 설정, ${location.origin}`,
    record,
  })
})

test('returns undefined when the visitor has not decided', () => {
  expect(receipt(consentWith({}, null as never))).toBeUndefined()
})

test('describes an earlier decision of the history with the answers of that decision', () => {
  const earlier = { ...record, n: 1, c: { analytics: 0 as const }, r: undefined }
  const made = read(consentWith(), { record: earlier })
  expect(made).toMatchObject({ sequence: 1, purposes: [{ event_state: 'refused' }] })
  expect(made).not.toHaveProperty('receipt_id')
})

test("names the page's host when no controller is configured, and takes any address of the policy", () => {
  const policy = { version: '1', url: { ja: 'https://host.example/ja' } }
  expect(read(consentWith({ policy }))).toMatchObject({
    pii_controllers: [{ party_name: location.host }],
    privacy_notice: { url: 'https://host.example/ja' },
  })
  expect(read(consentWith({ policy: { version: '1' } })).privacy_notice).not.toHaveProperty('url')
})

test('lists each purpose with its answer, whatever name the purpose has', () => {
  const name = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('constructor', 'toString'))
  fc.assert(
    fc.property(fc.dictionary(name, fc.constantFrom<0 | 1>(0, 1)), c => {
      const made = receipt(consentWith({}, { ...record, c }))
      expect(made?.purposes.map(({ purpose }) => purpose)).toEqual(Object.keys(c))
      for (const { purpose, event_state, purpose_name } of made?.purposes ?? []) {
        expect(event_state).toBe(c[purpose] === 1 ? 'given' : 'refused')
        expect(purpose_name).toBeUndefined()
      }
    }),
  )
})
