// Code of a site, and mistakes that must not compile. Each TypeScript project in this folder
// compiles this file with the installed tarball.

import {
  type AnyConsent,
  blockedMarkup,
  type Consent,
  type ConsentKey,
  type ConsentOptions,
  type ConsentState,
  createConsent,
  googleAnalytics,
  googleTagManager,
  type Service,
  script,
  service,
} from '@spaceone/consent'
import { deliverTo, type Receipt, receipt } from '@spaceone/consent/evidence'
import {
  type BrowserId,
  browserNames,
  detectBrowser,
  detectPlatform,
  type Guide,
  type GuideText,
  guideFor,
  loadGuideText,
} from '@spaceone/consent/guide'
import { type ParsedConsent, parseConsent } from '@spaceone/consent/server'
import {
  acceptAll,
  choose,
  createTestConsent,
  grantedCookie,
  type TestCookie,
  type TestPage,
} from '@spaceone/consent/testing'
import {
  type AddedTexts,
  type ConsentUiOptions,
  type HostTexts,
  mountConsentUi,
} from '@spaceone/consent/ui'

/** Compiles only if both types are equal and neither is `any`. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never
const same = <A, B>(_: Same<A, B>): void => {}

const chat = service({
  name: 'Chat',
  recipients: [{ company: 'Chat Inc.', country: 'US', relation: 'processor' }],
  retention: { seconds: 86_400 },
  addresses: ['chat.example'],
  cookies: ['chat_*'],
  start: () => {},
  stop: () => {},
})
same<typeof chat, Service<'Chat'>>(true)

const consent = createConsent({
  policy: { version: '2024-01-18', url: { ko: '/ko/privacy', en: '/en/privacy' } },
  categories: {
    analytics: { services: [googleAnalytics({ id: 'G-TEST123', loadScript: false })] },
    marketing: { services: [googleTagManager({ id: 'GTM-TEST123' })] },
    support: {
      services: [
        chat,
        script({
          name: 'Video',
          src: 'https://video.example/player.js',
          recipients: { company: 'Video Inc.', country: 'US' },
        }),
      ],
    },
    personalization: {},
  },
  services: [blockedMarkup()],
  cookie: { domain: '.example.com', days: 184 },
  delivery: deliverTo({ url: '/consent-events', refusals: true }),
})

// The category names are inferred from the object literal.
type Category = 'analytics' | 'marketing' | 'support' | 'personalization'
type ServiceName = 'Google Analytics' | 'Google Tag Manager' | 'Chat' | 'Video'
same<typeof consent, Consent<Category, ServiceName>>(true)
same<ReturnType<typeof consent.$state.get>, ConsentState<Category>>(true)
const isGranted: boolean = consent.isGranted('support/Chat')
const undo: () => void = consent.whenGranted('analytics', () => () => {})
const key: ConsentKey<Category, ServiceName> = 'support/Chat'
consent.whenGranted(key, () => {})
consent.decide({ analytics: true, marketing: undefined }, { surface: 'api' })
consent.withdraw('marketing')
consent.$state.subscribe(({ granted, pending, record }) => {
  same<typeof granted.personalization, boolean>(true)
  same<typeof pending, readonly Category[]>(true)
  return record?.c['analytics'] === 1
})
const anywhere: AnyConsent = consent

// @ts-expect-error no service
createConsent({ policy: { version: '1' }, categories: { analytics: { services: ['Chat'] } } })
// @ts-expect-error no id
googleAnalytics({})
// @ts-expect-error misspelt option
googleAnalytics({ id: 'G-TEST123', page_view: true })
const named = { name: 'Chat', addresses: [], cookies: [], start: () => {} } as const
service({ ...named, recipients: [], retention: 'not-stated', stop: () => {} })
// @ts-expect-error no stop
service({ ...named, recipients: [], retention: 'not-stated' })

// Options whose type names the categories, and a consent that is created from these options.
const options: ConsentOptions<'analytics'> = {
  policy: { version: '2024-01-18' },
  categories: { analytics: {} },
}
const other = createConsent<'analytics'>(options)

// The entry `ui`: the view.
const texts: HostTexts<'ko' | 'fr'> = {
  ko: { banner: { heading: '쿠키를 사용해도 될까요?' } },
  fr: {} as AddedTexts,
}
const view: ConsentUiOptions = { position: 'left', theme: 'dark', button: 'right', zIndex: 1000 }
const unmount: () => void = mountConsentUi(consent, { texts, guide: { edge: { address: '' } } })
mountConsentUi(anywhere, view)
mountConsentUi(other, { texts: { ja: { preferences: { save: '保存' } } } })
// @ts-expect-error misspelt position
mountConsentUi(consent, { position: 'top' })
// @ts-expect-error no browser of that name
mountConsentUi(consent, { guide: { netscape: {} } })

// The entry `server`.
const parsed = parseConsent('spaceone_consent=…', {
  policy: { version: '2024-01-18' },
  categories: { analytics: { services: [chat] }, marketing: {} },
})
same<typeof parsed, ParsedConsent<'analytics' | 'marketing', 'Chat'>>(true)
const isLet: boolean = parsed.isGranted('analytics/Chat') && parsed.state.granted.marketing
parseConsent(null, options, { now: () => 0, signals: { gpc: true } })
// @ts-expect-error misspelt
parsed.isGranted('analyics')
// @ts-expect-error no policy
parseConsent('', { categories: { analytics: {} } })
// @ts-expect-error one text, not a list
parseConsent(['spaceone_consent=…'], options)

// The entry `evidence`: receipts and delivery.
const shown: Receipt | undefined = receipt(consent, { purposes: { analytics: 'usage statistics' } })
// @ts-expect-error no address
deliverTo({})
// @ts-expect-error not a consent
receipt({ analytics: true })

// The entry `testing`.
const double = createTestConsent({ ...consent.options, granted: ['analytics'] })
same<typeof double, Consent<Category, ServiceName>>(true)
const small: Consent<'analytics', 'Chat'> = createTestConsent({ granted: ['analytics'] })
const cookie: TestCookie = grantedCookie(options, { analytics: true }, 'https://site.example')
const answer = (page: TestPage): Promise<unknown> =>
  Promise.all([acceptAll(page), choose(page, { analytics: true })])
// @ts-expect-error misspelt purpose
createTestConsent({ ...options, granted: ['analyics'] })

// The entry `guide`.
const navigator = { userAgent: 'Mozilla/5.0' }
const browser: BrowserId = detectBrowser(navigator)
const guide = async (): Promise<Guide> => {
  const text: GuideText = await loadGuideText('ko-KR')
  browserNames(text)
  return guideFor(browser, text, { address: '', platform: detectPlatform(navigator) })
}
// @ts-expect-error no address
loadGuideText('en').then(text => guideFor('chrome', text, {}))

export { answer, consent, cookie, guide, isGranted, isLet, shown, small, undo, unmount }
