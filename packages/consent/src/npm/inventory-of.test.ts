import { expect, test, vi } from 'vitest'
import {
  article9,
  firebaseAnalytics,
  googleAds,
  googleAnalytics,
  googleTagManager,
} from '../index.ts'
import { changesIn } from '../inventory/index.ts'
import { inventoryOf } from './inventory-of.ts'

const policy = { version: '2' }
const optionsWith = (service: object) => ({
  policy,
  categories: { support: { services: [{ name: 'Chat', attach: () => () => {}, ...service }] } },
})
const stated = { recipients: 'not-stated', retention: 'not-stated' } as const

test('has the SDK itself, each named service with its category, and the day of the version', async () => {
  const inventory = await inventoryOf({
    ...article9({
      ...{ googleAnalytics: { id: 'G-TEST12345', dataLayer: 'layer' }, url: '/privacy' },
      ...{ cookie: { name: 'own', days: 90 }, history: { days: 10 } },
    }),
    services: [
      { attach: () => () => {} },
      {
        ...optionsWith({}).categories.support.services[0],
        ...stated,
        category: 'analytics',
      } as never,
    ],
  })
  expect(inventory).toMatchObject({
    policy: { version: '2024-01-18', effective: '2024-01-18' },
    services: [
      {
        name: 'SpaceONE Consent',
        necessary: { en: /./, ko: /./, ja: /./ },
        cookies: [{ name: 'own', seconds: 90 * 86_400, purpose: { ko: '쿠키 선택 내용 기억' } }],
        storage: [{ name: 'own.history', seconds: 100 * 86_400 }],
      },
      { name: 'Google Analytics', category: 'analytics', identifies: false },
      { name: 'Chat', category: 'analytics', recipients: 'not-stated', collects: [] },
    ],
    hash: /^[\w-]{22}$/,
  })
  expect(JSON.parse(JSON.stringify(inventory))).toEqual(inventory)
})

test.each([
  ['Google Analytics', googleAnalytics({ id: 'G-TEST12345' })],
  ['Google Tag Manager', googleTagManager({ id: 'GTM-TEST123' })],
  ['Google Ads', googleAds({ id: 'AW-123456789' })],
  ['Google Ads', googleAds({ id: 'ca-pub-123456789' })],
  ['Firebase Analytics', firebaseAnalytics({ installations: true })],
])('%s: the ids of a site change nothing, its server is a host', async (name, service) => {
  const of = async (one: object) =>
    (await inventoryOf({ policy, categories: { analytics: { services: [one as never] } } }))
      .services[1]
  const { cookies, storage, databases } = service
  const plain = await of({ name, cookies, storage, databases, attach() {} })
  expect(await of(service)).toEqual(plain)
  expect(
    await of({ ...service, addresses: [...(service.addresses ?? []), 'tags.site.example'] }),
  ).toEqual({
    ...plain,
    addresses: [...(plain?.addresses ?? []), 'tags.site.example'],
  })
})

test('loads words that are functions; words whose file fails to load count as not stated', async () => {
  const { services } = await inventoryOf(
    optionsWith({
      ...stated,
      purposes: {
        site: async () => ({ default: { en: 'Answers' } }),
        recipient: () => Promise.reject(new Error('offline')),
      },
      start: () => expect.unreachable(),
    }),
  )
  expect(services[1]?.purposes).toEqual({ site: { en: 'Answers' }, recipient: {} })
})

test('rejects a declaration with a mistake in development, and takes it in production', async () => {
  const options = optionsWith({ recipients: 'not-stated' })
  await expect(inventoryOf(options)).rejects.toThrow(
    'Chat.retention is missing. Expected { seconds }, { until } or "not-stated".',
  )
  vi.stubEnv('NODE_ENV', 'production')
  expect((await inventoryOf(options)).services[1]).toMatchObject({ retention: 'not-stated' })
})

test('rejects the row of a preset, which only the script tag can complete', async () => {
  const services = [{ preset: 'clarity', id: 't7oy6y6059', category: 'analytics' }] as never
  await expect(inventoryOf({ policy, categories: {}, services })).rejects.toThrow(
    'services[].preset is "clarity". Expected the function of the preset',
  )
})

test('in one language, as a page makes it, nothing has changed against the inventory in all languages', async () => {
  const options = article9({ googleAnalytics: 'G-TEST12345', url: '/privacy' })
  const all = await inventoryOf(options)
  for (const language of ['en', 'ko', 'ja', 'fr']) {
    const one = await inventoryOf(options, { languages: [language] })
    expect(changesIn(all, one)).toEqual([])
    expect(one.hash).toBe(all.hash)
    if (language !== 'fr') expect(one.wordsHashes?.[language]).toBe(all.wordsHashes?.[language])
  }
})

// resolve.test.ts shows the lifetimes of other parameters, and that facts replace those of our entry.
test('the lifetimes of cookies come from the option config', async () => {
  const config = { cookie_expires: 3600, cookie_update: true, cookie_prefix: 'shop' }
  const services = [googleAnalytics({ id: 'G-1', config: { ...config, page_title: 'A' } })]
  const { services: listed } = await inventoryOf({
    policy,
    categories: { analytics: { services } },
  })
  expect(listed[1]?.cookies).toMatchObject([
    { name: 'shop_ga', seconds: 3600, isRenewed: true },
    { name: 'shop_ga_*', seconds: 3600, isRenewed: true },
  ])
})
