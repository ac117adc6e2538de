// @vitest-environment happy-dom

import { expect, test, vi } from 'vitest'
import { createConsent } from '../index.ts'
import { inventoryOf } from '../npm/inventory-of.ts'
import { PRESETS } from '../options/expected.ts'
import * as services from '../services.ts'
import {
  channelTalk,
  clarity,
  hotjar,
  kakaoPixel,
  lineTag,
  metaPixel,
  naverAnalytics,
  sentryReplay,
  session,
  vimeo,
  yahooTag,
  youtube,
} from '../services.ts'

const ALL = {
  channelTalk: () => channelTalk({ id: '1e59756c-0ad9-4175-ab13-8dd1d5bfdad0' }),
  clarity: () => clarity({ id: 't7oy6y6059' }),
  hotjar: () => hotjar({ id: '1234567' }),
  kakaoPixel: () => kakaoPixel({ id: '4536685350611693576' }),
  lineTag: () => lineTag({ id: '1e11feb8-0b70-4f0b-b0b2-826a83b5721d' }),
  metaPixel: () => metaPixel({ id: '1595596972063765' }),
  naverAnalytics: () => naverAnalytics({ id: '2e819ec0169a' }),
  sentryReplay: () => sentryReplay({ getReplay: () => undefined }),
  session: () => session({ cookies: [{ name: 'sid', seconds: 'session' }] }),
  vimeo: () => vimeo(),
  yahooTag: () => yahooTag({ searchId: '1000135862', displayId: '0ZAMPTELQT' }),
  youtube: () => youtube(),
}
const policy = { version: '1', url: { en: '/en', ko: '/ko', ja: '/ja' } }
const GOOGLE = ['firebaseAnalytics', 'googleAds', 'googleAnalytics', 'googleTagManager']

test('the entry has each preset that a message names, and Google’s four services', () => {
  expect(Object.keys(services).sort()).toEqual([...PRESETS, ...GOOGLE].sort())
  expect(Object.keys(ALL)).toEqual([...PRESETS].sort())
})

test.each(Object.entries(ALL))(
  '%s is declared without a mistake, and has each word in three languages',
  async (_, make) => {
    const languages = ['en', 'ko', 'ja']
    const isSession = make === ALL.session
    const one = make()
    const inventory = await inventoryOf(
      isSession
        ? { policy, categories: {}, services: [one] }
        : { policy, categories: { some: { services: [one] } } },
    )
    const service = inventory.services.find(({ name }) => name === one.name)
    const {
      purposes,
      necessary,
      recipients,
      collects = [],
      cookies = [],
      storage = [],
    } = service ?? {}
    for (const texts of [
      ...[purposes?.site, isSession ? necessary : purposes?.recipient],
      ...collects.map(({ words }) => words),
      ...[...cookies, ...storage].map(({ purpose }) => purpose),
    ])
      expect(Object.keys(texts ?? {})).toEqual(expect.arrayContaining(languages))
    if (isSession) expect(recipients).toEqual([])
    else expect(recipients).toMatchObject([{ company: /./, policyUrl: /^https:/ }])
  },
)

test('facts of the site stand in place of ours, and change no rule', async () => {
  const retention = { seconds: 60 }
  const cookies = [{ name: '_clck', seconds: 60 }]
  const own = clarity({ id: 't7oy6y6059', facts: { retention, cookies, recipients: 'not-stated' } })
  expect(own.cookies).toEqual(['_clck', '_clsk'])
  const { services } = await inventoryOf({ policy, categories: { some: { services: [own] } } })
  const service = services.find(({ name }) => name === 'Microsoft Clarity')
  expect(service).toMatchObject({ recipients: 'not-stated', retention })
  expect(service?.cookies[0]).toMatchObject({ name: '_clck', seconds: 60 })
})

test('facts and words that cannot be loaded are not stated', async () => {
  const broken = { ...clarity({ id: 't7oy6y6059' }), entry: { facts: () => Promise.reject() } }
  const { services } = await inventoryOf({
    policy,
    categories: { some: { services: [broken as never] } },
  })
  expect(services[1]).toMatchObject({ recipients: 'not-stated', retention: 'not-stated' })
})

test.each([['G-1A2B3C4'], [''], [undefined]])(
  'an id of another form, %j, is an error in development, and grants nothing in production',
  id => {
    expect(() => clarity({ id } as never)).toThrow(expect.objectContaining({ code: 'preset-id' }))
    vi.stubEnv('NODE_ENV', 'production')
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    const consent = createConsent({
      policy,
      categories: { some: { services: [clarity({ id } as never)] } },
    })
    consent.acceptAll()
    expect(consent.isGranted('some')).toBe(false)
    expect(warn).toHaveBeenCalled()
    consent.destroy()
  },
)

test.each([
  [{ searchId: '0ZAMPTELQT' }, '0ZAMPTELQT'],
  [{ displayId: '' }, ''],
  [{ searchId: '1000135862', displayId: 'YSS.1' }, 'YSS.1'],
])('the tag of Yahoo! JAPAN Ads may lack ids, and names one of another form: %j', (options, id) => {
  expect(yahooTag({ searchId: '1000135862' }).isInvalid).toBeFalsy()
  expect(() => yahooTag(options)).toThrow(`"${id}"`)
})

/** The names of the vendor's list and function, and a preset whose calls wait in the list. */
const LISTS = [
  ['_ltq', '_lt', ALL.lineTag],
  ['yjDataLayer', 'ytag', ALL.yahooTag],
] as const

test.each(LISTS)(
  'what a page adds to %s before a grant, or after a withdrawal, is dropped and not sent late',
  (list, add, make) => {
    const page = window as unknown as Record<string, unknown[] | ((call: string) => void)>
    const waiting = () => [...(page[list] as unknown[])].map(call => [...(call as unknown[])])
    const call = (text: string) => (page[add] as (text: string) => void)(text)
    const options = {}
    const grant = () => {
      const { signal } = new AbortController()
      one.start?.({ consent: { options }, category: 'some', isFirst: true, signal } as never)
      return waiting()
    }
    page[list] = [['early']]
    const one = make()
    const first = grant()
    expect(first).not.toContainEqual(['early'])
    call('in time')
    expect(waiting()).toEqual([...first, ['in time']])
    one.stop?.({} as never)
    call('late')
    expect(waiting()).not.toContainEqual(['late'])
    expect(grant()).toEqual(first)
  },
)

test('a preset has the options that it was created with, which the command writes for the script tag', () => {
  const options = { id: 't7oy6y6059', advertising: true }
  expect(clarity(options)).toMatchObject({ options })
})
