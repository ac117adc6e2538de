import { expectTypeOf, test } from 'vitest'
import {
  article9,
  blockedMarkup,
  type Consent,
  createConsent,
  defineConsent,
  googleAnalytics,
  script,
} from './index.ts'
import { type AddedTexts, type HostTexts, mountConsentUi } from './ui.ts'

const consent = createConsent({
  policy: { version: '2024-01-18' },
  categories: {
    analytics: { services: [googleAnalytics({ id: 'G-XXXXXXX' })] },
    support: {
      services: [script({ name: 'Chat', src: 'https://chat.example/widget.js' })],
    },
    media: {},
  },
  services: [blockedMarkup()],
})

test('isGranted and whenGranted accept the configured services and no others', () => {
  expectTypeOf(consent).toEqualTypeOf<
    Consent<'analytics' | 'support' | 'media', 'Google Analytics' | 'Chat'>
  >()
  consent.isGranted('support/Chat')
  // @ts-expect-error misspelt
  consent.isGranted('support/Chatt')
  consent.whenGranted('support/Chat', () => {})
  // @ts-expect-error misspelt service
  consent.whenGranted('analytics/Google Analytic', () => {})
  // @ts-expect-error misspelt category
  consent.whenGranted('suport/Chat', () => {})
})

test('decide and withdraw accept the configured categories and answers that are yes or no', () => {
  // @ts-expect-error misspelt
  consent.withdraw('medias')
  // @ts-expect-error misspelt
  consent.decide({ analyics: true })
  // @ts-expect-error no boolean
  consent.decide({ analytics: 'yes' })
})

test('the state has an answer for every category, which nobody can write', () => {
  const state = consent.$state.get()
  expectTypeOf(state.granted.analytics).toEqualTypeOf<boolean>()
  // @ts-expect-error not configured
  state.granted.marketing
  // @ts-expect-error read-only
  state.granted.analytics = true
  // @ts-expect-error read-only
  consent.$state.set(state)
})

test('isGranted accepts any service name when a service has no literal name', () => {
  const { isGranted } = createConsent({
    policy: { version: '2024-01-18' },
    categories: { support: { services: [script({ src: 'https://chat.example/widget.js' })] } },
  })
  isGranted('support/chat.example')
})

test('article9() has the types of its category and its service', () => {
  const ready = createConsent(
    article9({ googleAnalytics: 'G-XXXXXXX', url: '/privacy', services: [blockedMarkup()] }),
  )
  expectTypeOf(ready).toEqualTypeOf<Consent<'analytics', 'Google Analytics'>>()
  // @ts-expect-error no id
  article9({})
  // @ts-expect-error article9() sets the categories itself
  article9({ googleAnalytics: 'G-XXXXXXX', categories: {} })
})

test('createConsent rejects an unknown option of a category, and a policy without a version', () => {
  // @ts-expect-error no version
  createConsent({ policy: {}, categories: { analytics: {} } })
  // @ts-expect-error misspelt
  createConsent({ policy: { version: '1' }, categories: { analytics: { service: [] } } })
})

test('mountConsentUi accepts some texts of our languages, and needs all texts of an added language', () => {
  mountConsentUi(consent, { texts: { ko: { banner: { heading: '쿠키' } } } })
  mountConsentUi(consent, { texts: { ko: { banner: { heading: '쿠키' } }, fr: {} as AddedTexts } })
  // @ts-expect-error no such key
  mountConsentUi(consent, { texts: { ko: { banner: { headings: '쿠키' } } } })
  // @ts-expect-error French texts are missing
  mountConsentUi(consent, { texts: { fr: { banner: { heading: 'Des cookies ?' } } } })
  // @ts-expect-error French texts are missing
  const named: HostTexts<'ko' | 'fr'> = { fr: { banner: { heading: 'Des cookies ?' } } }
  const any: HostTexts = { fr: { banner: { heading: 'Des cookies ?' } } }
  mountConsentUi(consent, { texts: named })
  mountConsentUi(consent, { texts: any })
})

test('defineConsent has the types of its categories, which createConsent takes', () => {
  const config = defineConsent({
    policy: { version: '2024-01-18' },
    categories: { analytics: { services: [googleAnalytics({ id: 'G-XXXXXXX' })] }, media: {} },
    texts: { ko: { banner: { heading: '쿠키' } } },
    look: { position: 'left' },
  })
  const made = createConsent(config)
  expectTypeOf(made).toEqualTypeOf<Consent<'analytics' | 'media', 'Google Analytics'>>()
  mountConsentUi(made)
  // @ts-expect-error misspelt
  made.isGranted('analyics')
  // @ts-expect-error misspelt
  defineConsent({ policy: { version: '1' }, categories: {}, looks: {} })
  // @ts-expect-error no such position
  defineConsent({ policy: { version: '1' }, categories: {}, look: { position: 'top' } })
})
