// Code of a site, and mistakes that must not compile. Each TypeScript project in this folder
// compiles this file with the installed tarball, and where there is a page the example of all options.

import {
  type AnyConsent,
  blockedMarkup,
  type Consent,
  type ConsentKey,
  type ConsentOptions,
  type ConsentState,
  createConsent,
  googleAnalytics,
  type Service,
  script,
} from '@spaceone/consent'
import { deliverTo, type Receipt, receipt } from '@spaceone/consent/evidence'
import { type ParsedConsent, parseConsent } from '@spaceone/consent/server'
import {
  acceptAll,
  choose,
  createTestConsent,
  grantedCookie,
  type TestCookie,
  type TestPage,
} from '@spaceone/consent/testing'
import { type AddedTexts, type HostTexts, mountConsentUi } from '@spaceone/consent/ui'

/** Compiles only if both types are equal and neither is `any`. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never
const same = <A, B>(_: Same<A, B>): void => {}

const chat = script({ name: 'Chat', src: 'https://chat.example/widget.js' })
same<typeof chat, Service<'Chat'>>(true)

const consent = createConsent({
  policy: { version: '2024-01-18', url: { ko: '/ko/privacy', en: '/en/privacy' } },
  categories: {
    analytics: { services: [googleAnalytics({ id: 'G-TEST123', loadScript: false })] },
    support: { services: [chat] },
  },
  services: [blockedMarkup()],
})

// The category names are inferred from the object literal.
type Category = 'analytics' | 'support'
type ServiceName = 'Google Analytics' | 'Chat'
same<typeof consent, Consent<Category, ServiceName>>(true)
same<ReturnType<typeof consent.$state.get>, ConsentState<Category>>(true)
const undo: () => void = consent.whenGranted('analytics', () => () => {})
const key: ConsentKey<Category, ServiceName> = 'support/Chat'
const isGranted: boolean = consent.isGranted(key)
consent.decide({ analytics: true, support: undefined }, { surface: 'api' })
consent.$state.subscribe(({ granted, pending, record }) => {
  same<typeof granted.support, boolean>(true)
  same<typeof pending, readonly Category[]>(true)
  return record?.c['analytics'] === 1
})
const anywhere: AnyConsent = consent

// Options whose type names the categories, and a consent that is created from these options.
const options: ConsentOptions<'analytics'> = {
  policy: { version: '2024-01-18' },
  categories: { analytics: {} },
}
const other = createConsent<'analytics'>(options)

// @ts-expect-error no service
createConsent({ policy: { version: '1' }, categories: { analytics: { services: ['Chat'] } } })
// @ts-expect-error misspelt option
googleAnalytics({ id: 'G-TEST123', page_view: true })
// @ts-expect-error no address
deliverTo({})
const shown: Receipt | undefined = receipt(consent, { purposes: { analytics: 'usage statistics' } })

const texts: HostTexts<'ko' | 'fr'> = { fr: {} as AddedTexts }
const unmount: () => void = mountConsentUi(anywhere, { texts, guide: { edge: { help: '' } } })
mountConsentUi(other, { texts: { ja: { preferences: { save: '保存' } } } })
// @ts-expect-error no browser of that name
mountConsentUi(consent, { guide: { netscape: {} } })

const parsed = parseConsent('spaceone_consent=…', {
  policy: { version: '2024-01-18' },
  categories: { analytics: { services: [chat] }, marketing: {} },
})
same<typeof parsed, ParsedConsent<'analytics' | 'marketing', 'Chat'>>(true)
const isLet: boolean = parsed.isGranted('analytics/Chat') && parsed.state.granted.marketing
parseConsent(null, options, { now: () => 0, signals: { gpc: true } })
// @ts-expect-error misspelt
parsed.isGranted('analyics')
// @ts-expect-error one text, not a list
parseConsent(['spaceone_consent=…'], options)

const double = createTestConsent({ ...consent.options, granted: ['analytics'] })
same<typeof double, Consent<Category, ServiceName>>(true)
const cookie: TestCookie = grantedCookie(options, { analytics: true }, 'https://site.example')
const answer = (page: TestPage): Promise<unknown> =>
  Promise.all([acceptAll(page), choose(page, { analytics: true })])
// @ts-expect-error misspelt purpose
createTestConsent({ ...options, granted: ['analyics'] })

export { answer, cookie, isGranted, isLet, same, shown, undo, unmount }
