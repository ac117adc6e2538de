// Nearly every option of the npm package, most with a value that is not its default. A site needs
// few of them: see the README of the repository.

import {
  article9,
  createConsent,
  firebaseAnalytics,
  googleAds,
  googleAnalytics,
  googleTagManager,
  service,
} from '@spaceone/consent'
import { deliverTo, receipt } from '@spaceone/consent/evidence'
import { detectBrowser, detectVersion, guideFor, loadGuideText } from '@spaceone/consent/guide'
import { inventoryOf, noticesOf, renderSection } from '@spaceone/consent/inventory'
import { mountConsentUi } from '@spaceone/consent/ui'

const google = { server: '/metrics', dataLayer: 'siteLayer', loadScript: false }

const chat = service({
  name: 'Chat',
  category: 'support',
  recipients: [
    {
      company: 'Chat Inc.',
      country: 'US',
      contact: 'mailto:privacy@chat.example',
      policyUrl: 'https://chat.example/privacy',
      relation: 'processor',
      transfer: {
        basis: 'consent',
        when: { en: 'When you open the chat' },
        how: { en: 'Encrypted, over the internet' },
      },
      purpose: { en: 'Answers your questions on our behalf' },
      retention: { seconds: 30 * 86_400 },
      subprocessors: ['Host Inc.'],
    },
  ],
  retention: { seconds: 90 * 86_400, afterwards: { en: 'Deleted' } },
  collects: [{ id: 'messages', words: { en: 'messages' } }],
  toolKind: 'script',
  identifies: true,
  isBehavioural: false,
  purposes: { site: { en: 'Answers to your questions' } },
  refusal: {
    link: 'https://chat.example/opt-out',
    words: { en: 'Opt-out page of Chat Inc.' },
    effect: { en: 'The chat does not open' },
  },
  addresses: ['*.chat.example'],
  cookies: [{ name: 'chat_id', purpose: { en: 'Finds your chat' }, seconds: 'session' }],
  storage: ['chat_*'],
  databases: ['chat'],
  start: () => document.body.classList.add('chat'),
  stop: () => document.body.classList.remove('chat'),
})

const login = service({
  name: 'Login',
  necessary: { en: 'Keeps you signed in' },
  recipients: [],
  retention: { until: { en: 'You sign out' } },
  addresses: [],
  cookies: ['session'],
  start: () => {},
  stop: () => {},
})

const analytics = googleAnalytics({
  id: 'G-1A2B3C4',
  ...google,
  config: { send_page_view: false },
  pageView: true,
  consentMode: { signals: { functionality_storage: 'analytics' } },
  facts: { retention: { seconds: 60 * 86_400 } },
})

export const options = {
  policy: {
    version: '2024-01-18',
    versions: [
      { version: '1.4', effective: '2022-12-30', material: true },
      {
        version: '2024-01-18',
        effective: '2024-01-18',
        material: true,
        changes: { en: 'Chat is new' },
      },
    ],
    url: '/privacy',
    earlier: '/privacy/earlier',
    controller: { name: 'Example Inc.', contact: 'mailto:privacy@example.com' },
  },
  categories: {
    analytics: {
      services: [
        analytics,
        googleTagManager({ id: 'GTM-1A2B3C4', ...google }),
        firebaseAnalytics({ installations: true }),
      ],
    },
    marketing: { services: [googleAds({ id: 'AW-123456789', ...google })] },
    support: {},
  },
  services: [chat, login],
  cookie: { name: 'site_consent', domain: location.hostname, days: 365 },
  history: { days: 30 },
  delivery: deliverTo({ url: '/consent-events', refusals: true, notices: false }),
  language: 'en',
  restricted: false,
  nonce: document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce,
  debug: false,
  debugHosts: ['staging.example.com'],
}

export const consent = createConsent(options)

mountConsentUi(consent, {
  position: 'left',
  theme: 'auto',
  zIndex: 1000,
  button: 'right',
  texts: { en: { banner: { heading: 'Cookies?' } } },
  guide: { chrome: { help: 'https://help.example.com/chrome' } },
})

/** The options of a site whose policy is SpaceONE's. */
export const spaceone = article9({ googleAnalytics: 'G-1A2B3C4' })

/** Writes what the site needs for its policy page, and what is shown to a visitor. */
export const documents = async () => {
  const inventory = await inventoryOf(options, { languages: ['en'] })
  const notices = await noticesOf(options, {
    languages: ['en'],
    texts: { en: { banner: { heading: 'Cookies?' } } },
  })
  return {
    section: await renderSection('behavioural', inventory, {
      language: 'en',
      format: 'markdown',
      level: 3,
      compareWith: inventory,
      browsers: ['chrome', 'safari-ios'],
      purposes: { support: 'Support' },
      address: location.href,
    }),
    receipt: receipt(consent, {
      notices,
      inventories: [inventory],
      record: consent.history()[0],
      purposes: { support: 'Support' },
      settings: 'Cookie choices',
    }),
    guide: guideFor(detectBrowser(navigator), await loadGuideText('en'), {
      address: location.href,
      platform: 'desktop',
      version: detectVersion(navigator),
      overrides: { chrome: { help: 'https://help.example.com/chrome' } },
    }),
  }
}
