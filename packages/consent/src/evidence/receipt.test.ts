// @vitest-environment happy-dom

import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { AnyConsent, ConsentRecord } from '../core/index.ts'
import { type ReceiptOptions, receipt } from './receipt.ts'
import ofEarlier from './receipt-sample.json' with { type: 'json' }

const record = ofEarlier.record as ConsentRecord

const inventory = {
  hash: 'inventory_____________',
  services: [
    { name: 'SpaceONE Consent', recipients: [], collects: [], cookies: [] },
    {
      ...{ name: 'Google Analytics', category: 'analytics', cookies: [{ name: '_ga' }] },
      recipients: [{ company: 'Google LLC', country: 'US', relation: 'processor' }],
      collects: [
        { id: 'pages', words: { en: 'pages', ko: '방문한 페이지' } },
        { id: 'cookie-id', words: { ko: '쿠키({cookies})의 식별자' } },
      ],
    },
    {
      ...{ name: 'Chat', category: 'support', recipients: 'not-stated', cookies: [] },
      collects: [{ id: 'messages', words: { en: 'Messages' } }],
    },
    {
      ...{ name: 'Video', category: 'support', cookies: [] },
      ...{ recipients: [{ company: 'Video Inc.' }], collects: [] },
    },
  ],
}
const notices = { hash__________________: { text: '{}', inventory: inventory.hash } }
const inventories = [
  { services: [] },
  { hash: 'other', services: [] },
  inventory,
] as unknown as NonNullable<ReceiptOptions['inventories']>

const consentWith = (options: object = {}, stored: ConsentRecord | undefined = record) =>
  ({
    options: {
      policy: {
        version: '2024-01-18',
        url: { en: '/en/privacy', ko: '/ko/privacy' },
        controller: { name: 'MEGAZONE', contact: 'mailto:privacy@host.example' },
      },
      categories: {
        analytics: { services: [{ name: 'Google Analytics' }] },
        support: { services: [{ name: 'Later', recipients: { company: 'Later Inc.' } }] },
        marketing: {},
      },
      services: [{ attach: () => {} }, { name: 'Pixel', category: 'marketing' }],
      ...options,
    },
    $state: { get: () => ({ record: stored }) },
  }) as unknown as AnyConsent

/** Returns the receipt as parsed JSON, so that fields with `undefined` are left out. */
const read = (...args: Parameters<typeof receipt>) => JSON.parse(JSON.stringify(receipt(...args)))

// Visitors and sites keep receipts, so the sample, which version 0.1 has made, is never changed.
test('contains all that a receipt of 0.1 contains, also for a given record, and the inventory with recipients and items', () => {
  const words = { purposes: { analytics: '이용 통계' }, settings: '쿠키 설정' }
  const consent = consentWith({}, { ...record, c: {}, n: 4 })
  const made = read(consent, { ...words, record, notices, inventories })
  const schema_version = 'spaceone-consent-receipt/3'
  const same = JSON.parse(
    JSON.stringify(ofEarlier).replaceAll('recipient_third_parties', 'recipients'),
  )
  expect(made).toMatchObject({ ...same, schema_version, inventory: inventory.hash })
  expect(made.purposes.flatMap(({ services }: { services: object[] }) => services)).toMatchObject([
    {
      pii_information: [
        { pii_type: 'pages', pii_name: '방문한 페이지' },
        { pii_type: 'cookie-id', pii_name: '쿠키(_ga)의 식별자' },
      ],
    },
    { pii_information: [{ pii_type: 'messages', pii_name: 'messages' }] },
    { service: 'Video' },
  ])
  expect(made.purposes[0].services[0].recipients).toEqual([
    { party_name: 'Google LLC', party_country: 'US', relation: 'processor' },
  ])
  expect(JSON.stringify(made)).not.toContain('third_part')
  expect(made.purposes[1].services[0]).not.toHaveProperty('recipients')
  expect(made.purposes[1].services[1]).not.toHaveProperty('pii_information')
})

test.each<[string, ReceiptOptions]>([
  ['no notices', { inventories }],
  ['no inventories', { notices }],
  ['other inventories', { notices, inventories: inventories.slice(0, 2) }],
  [
    'a notice without an inventory',
    { notices: { hash__________________: { text: '' } }, inventories },
  ],
  ['the notices of 0.1', { notices: { hash__________________: '{}' }, inventories }],
  ['a record without a notice', { notices, inventories, record: { ...record, h: undefined } }],
])('with %s says that the inventory is unknown, and names no recipient of today', (_, given) => {
  const made = read(consentWith(), given)
  expect(made.inventory).toBe('unknown')
  expect(made.purposes[1].services).toEqual([{ service: 'Later', event_state: 'given' }])
  expect(made.purposes[2].services).toEqual([{ service: 'Pixel', event_state: 'refused' }])
})

test('takes the inventory whose words were shown, not one with the same facts and wider words', () => {
  const withWords = (ko: string, hash: string) => ({
    ...{ hash: 'facts', wordsHashes: { en: 'english', ko: hash } },
    services: inventory.services.map(one => ({
      ...one,
      collects: one.collects.map(({ id }) => ({ id, words: { ko } })),
    })),
  })
  const given = {
    notices: { hash__________________: { text: '{}', inventory: 'narrow' } },
    inventories: [
      withWords('wide', 'wide'),
      withWords('narrow', 'narrow'),
    ] as unknown as typeof inventories,
  }
  const made = read(consentWith(), given)
  expect(made.inventory).toBe('narrow')
  expect(made.purposes[0].services[0].pii_information[0].pii_name).toBe('narrow')
  const others = { ...given, inventories: given.inventories.slice(0, 1) }
  expect(read(consentWith(), others).inventory).toBe('unknown')
})

test('says that the inventory is unknown if two inventories of 0.1 with other words have the hash', () => {
  const other = { ...inventory, services: inventory.services.slice(1) }
  const two = (one: object) => [inventory, one] as unknown as typeof inventories
  expect(read(consentWith(), { notices, inventories: two(other) }).inventory).toBe('unknown')
  const twice = { notices, inventories: two(structuredClone(inventory)) }
  expect(read(consentWith(), twice).inventory).toBe(inventory.hash)
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

test("names the controller, else the page's host, which Node has not, and takes any address of the policy", () => {
  const policy = { version: '1', url: { ja: 'https://host.example/ja' } }
  const bare = { policy: { version: '1' } }
  expect(read(consentWith({ policy }))).toMatchObject({
    pii_controllers: [{ party_name: location.host }],
    privacy_notice: { url: 'https://host.example/ja' },
  })
  expect(read(consentWith(bare)).privacy_notice).not.toHaveProperty('url')
  vi.stubGlobal('location', undefined)
  expect(read(consentWith())).toMatchObject({
    privacy_notice: { url: '/ko/privacy' },
    pii_controllers: [{ party_name: 'MEGAZONE' }],
    withdrawal_method: 'Cookie settings',
  })
  expect(read(consentWith(bare)).pii_controllers).toEqual([])
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

test('joins the names of cookies as the language of the notice does, and writes no empty brackets for a service without cookies', () => {
  const collects = [
    { id: 'cookie-id', words: { ja: 'Cookie({cookies})のID', ko: '쿠키 ({cookies})' } },
  ]
  const namesIn = (language: string, cookies: readonly string[]) => {
    const rows = cookies.map(name => ({ name }))
    const one = { ...inventory.services[1], collects, cookies: rows }
    const consent = consentWith({}, { ...record, l: language })
    const kept = { ...inventory, services: [one] } as unknown as (typeof inventories)[number]
    return read(consent, { notices, inventories: [kept] }).purposes[0].services[0]
      .pii_information[0].pii_name
  }
  expect(namesIn('ja', ['_ga', '_ga_*'])).toBe('Cookie(_ga、_ga_*)のID')
  expect(namesIn('ko', ['_ga', '_ga_*'])).toBe('쿠키 (_ga, _ga_*)')
  expect(namesIn('ja', [])).toBe('CookieのID')
  expect(namesIn('ko', [])).toBe('쿠키')
})
