// @vitest-environment happy-dom

import { expect, test, vi } from 'vitest'
import { type ConsentOptions, memoryStorage, type Service } from '../core/index.ts'
import { article9, createConsent } from '../index.ts'
import { createNotices } from '../ui/view/notice.ts'
import type { ConsentUiOptions } from '../ui.ts'
import { inventoryOf } from './inventory-of.ts'
import { mountConsentUi } from './mount-consent-ui.ts'
import { noticesOf } from './notices-of.ts'

const idle = (declared: object): Service => ({
  ...{ recipients: 'not-stated', retention: 'not-stated', attach: () => () => {} },
  ...declared,
})

let hasAddOn = false
const google = idle({ name: 'Google Analytics', refused: () => hasAddOn })
const preset = article9({ googleAnalytics: 'G-TEST123', url: '/privacy', earlier: '/earlier' })

const OF_ONES_OWN: ConsentOptions<string> = {
  policy: { version: '2' },
  categories: {
    analytics: { services: [google] },
    support: { services: [idle({ name: 'Chat', cookies: ['chat'] }), idle({ name: 'Video' })] },
    marketing: {},
  },
  services: [idle({ name: 'Pixel', category: 'marketing' }), { attach: () => () => {} }],
  cookie: { name: 'own', days: 200 },
}
const TEXTS: ConsentUiOptions['texts'] = {
  en: { banner: { heading: 'Cookies?', purposes: { support: 'help' } } },
  fr: { banner: { lead: ' Pour {purposes}.\r\n' }, preferences: { save: '', always: 'A\u0300' } },
}

test.each<[string, ConsentOptions<string>, ConsentUiOptions, string[]]>([
  [
    'of the preset',
    { ...preset, categories: { analytics: { services: [google] } } },
    {},
    ['en', 'ko', 'ja'],
  ],
  [
    'of services, texts and a language of its own',
    OF_ONES_OWN,
    { texts: TEXTS },
    ['en', 'ko', 'ja', 'fr'],
  ],
])(
  'has the notices that the view shows and hashes, and no others, for a site %s',
  async (_, options, view, languages) => {
    const shown: Record<string, object> = {}
    const notices = createNotices(options.policy.version)
    const { wordsHashes } = await inventoryOf(options, { languages })
    const read = async (host: string, selector: string, language: string) => {
      const element = await vi.waitUntil(
        () => document.querySelector(host)?.shadowRoot?.querySelector(selector),
        { interval: 1 },
      )
      await notices.remember(element, language)
      const { notice, noticeText: text } = notices.find(element, language) ?? {}
      shown[`${notice}`] = { text, inventory: wordsHashes?.[language] }
    }
    const openDetails = (host: string) =>
      vi.waitUntil(
        () => {
          const shadow = document.querySelector(host)?.shadowRoot
          shadow?.querySelector('form details')?.dispatchEvent(new Event('toggle'))
          return shadow?.querySelector('form table')
        },
        { interval: 1 },
      )
    for (const language of languages)
      for (const gpc of [false, true])
        for (hasAddOn of [false, true])
          for (const surface of ['preferences', 'inline']) {
            const place = document.createElement('div')
            place.toggleAttribute('data-consent-preferences', surface === 'inline')
            document.body.append(place)
            const ports = { storage: memoryStorage(), signals: { gpc } }
            const consent = createConsent({ ...options, language }, ports)
            const unmount = mountConsentUi(consent, view)
            const host = 'spaceone-consent'
            if (consent.$view.get() === 'banner') await read(host, '#banner', language)
            if (surface === 'preferences') consent.openPreferences()
            const form = surface === 'inline' ? `${host}-block` : host
            // A block has the tables of cookies from the start. The preferences have them once the
            // details are open.
            if (surface === 'preferences') await read(form, 'form', language)
            await openDetails(form)
            await read(form, 'form', language)
            unmount()
            place.remove()
            consent.destroy()
          }
    expect(await noticesOf(options, view)).toEqual(shown)
  },
)
