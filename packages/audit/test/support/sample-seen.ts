import type { Inventory } from '@spaceone/consent/inventory'
import { collectorOf } from '../../src/collectors/collector-of.ts'
import type {
  Answer,
  PhaseName,
  Screenshot,
  Seen,
  SeenBanner,
  SeenClick,
  SeenCookie,
  SeenPhase,
  SeenRequest,
} from '../../src/seen.ts'

// The result of an audit of a made-up bookshop, for the tests of the report and for the picture in
// the README.

const SHOP = 'https://www.moonlight-books.example/'
const CHECKOUT = `${SHOP}checkout`
const GA = 'https://www.google-analytics.com/g/collect?v=2&tid=G-7XK2M9QWPL&cid=1746231.1790&en='
const FETCHED = 'https://www.googletagmanager.com/gtag/js?id=G-7XK2M9QWPL'
const TAG = `${FETCHED}&cx=c`
const META = 'https://www.facebook.com/tr/?id=582910447123&ev='
const GTM = 'https://www.googletagmanager.com/gtm.js?id=GTM-P4QZ7KT'
const HELD_HOSTS = ['www.google-analytics.com', 'www.facebook.com', 'wcs.naver.com']

const ask = (
  url: string,
  answer: Answer,
  at: number,
  more: Partial<SeenRequest> = {},
): SeenRequest => {
  const collector = collectorOf(url)
  return {
    ...{ url, answer, at, method: 'GET', resource: 'fetch', collector },
    initiator: { kind: 'script', url: TAG, line: 214 },
    isHeld: collector !== undefined && !collector.isScript,
    ...(collector?.isScript ? { fetched: FETCHED } : {}),
    ...more,
  }
}

const tag = (answer: Answer, at: number) =>
  ask(TAG, answer, at, {
    ...{ resource: 'script', initiator: { kind: 'script', url: GTM, line: 1 } },
    chain: [{ kind: 'script', url: `${SHOP}assets/start.js`, line: 40 }],
  })
const hit = (answer: Answer, at: number, gcs: string, gcd: string, event = 'page_view') =>
  ask(GA + event, answer, at, { method: 'POST', gcs, gcd })
const font = (answer: Answer, at: number) =>
  ask(
    'https://fonts.gstatic.com/s/notosanskr/v36/PbyxFmXiEBPT4ITbgNA5Cgms3VYcOA.woff2',
    answer,
    at,
    {
      ...{ resource: 'font', initiator: { kind: 'style', url: `${SHOP}styles/main.css`, line: 3 } },
    },
  )
const cookie = (
  name: string,
  answer: Answer,
  at: number,
  more: Partial<SeenCookie> = {},
): SeenCookie => ({
  ...{ name, answer, at, domain: '.moonlight-books.example', path: '/', origin: 'script' },
  ...more,
})
const session = cookie('session', 'none', 310, {
  ...{ origin: 'header', url: SHOP, domain: 'www.moonlight-books.example' },
})
const ga = (answer: Answer, at: number) => cookie('_ga', answer, at, { lifetime: 34_560_000 })
const box = { x: 962, y: 700, width: 212, height: 48 }
const click = (act: SeenClick['act'], words: string, answer: Answer, at: number): SeenClick => ({
  ...{ act, words, answer, at, box },
})
const ACCEPT = click('accept', 'Accept all cookies', 'none', 2100)
const SETTINGS = click('settings', 'More options', 'none', 2000)
const REFUSE = click('refuse', 'Decline all cookies', 'none', 3900)
const WITHDRAW = click('settings', 'Cookie settings', 'accepted', 5200)
const banner: SeenBanner = {
  found: 'klaro',
  controls: [
    { words: 'Accept all cookies', act: 'accept' },
    { words: 'More options', act: 'settings' },
    { words: 'Decline all cookies', act: 'refuse' },
  ],
  accept: { steps: 1, width: 212, height: 48 },
  refuse: { steps: 2, width: 118, height: 36 },
}
const fair: SeenBanner = {
  found: 'spaceone',
  accept: { steps: 1, width: 132, height: 40 },
  refuse: { steps: 1, width: 132, height: 40 },
}

const phase = (name: PhaseName, more: Partial<SeenPhase>): SeenPhase => ({
  ...{ name, requests: [], cookies: [], cookiesLeft: [], storage: [], storageLeft: [] },
  ...{ heldHosts: [], clicks: [], scripts: [], screenshots: [], duration: 9000 },
  ...more,
})

/**
 * Returns the result of an audit of two pages: one breaks rules; the other breaks none, but has no
 * control for a withdrawal.
 *
 * @param jpeg A screenshot in base64.
 */
export const sampleSeen = (jpeg: string): Seen => {
  const shot = (answer: Answer, at: number, pressed?: SeenClick): Screenshot => ({
    ...{ jpeg, answer, at, click: pressed },
  })
  const scripts = [
    { url: `${SHOP}assets/start.js`, sha256: 'c0ffee'.repeat(10).padEnd(64, '0') },
    { url: `${SHOP}assets/klaro.js`, sha256: 'facade'.repeat(10).padEnd(64, '1') },
  ]
  const facebook = (answer: Answer, at: number, event: string) =>
    ask(META + event, answer, at, {
      ...{ resource: 'image', initiator: { kind: 'script', line: 1 } },
      ...{
        initiator: {
          kind: 'script',
          url: 'https://connect.facebook.net/en_US/fbevents.js',
          line: 88,
        },
      },
    })
  const misbehaving: readonly SeenPhase[] = [
    phase('no-choice', {
      ...{ banner, scripts },
      requests: [
        ...[tag('none', 220), font('none', 260), hit('none', 940, 'G101', '13l3l3l3l1l1')],
        hit('none', 8200, 'G101', '13l3l3l3l1l1', 'scroll'),
      ],
      cookies: [session, ga('none', 960)],
      cookiesLeft: [session, ga('none', 960)],
      screenshots: [shot('none', 1500)],
      heldHosts: HELD_HOSTS.slice(0, 1),
    }),
    phase('refuse', {
      ...{ banner: { ...banner, asksAgain: true }, clicks: [SETTINGS, REFUSE] },
      requests: [
        ...[font('none', 250), tag('none', 230)],
        ask('https://wcs.naver.com/b', 'refused', 4210, {
          ...{ method: 'POST', resource: 'ping' },
          initiator: { kind: 'script', url: 'https://wcs.naver.net/wcslog.js', line: 1 },
        }),
      ],
      cookies: [session],
      cookiesLeft: [session],
      screenshots: [
        shot('none', 1950, SETTINGS),
        shot('none', 3850, REFUSE),
        shot('refused', 5200),
      ],
      heldHosts: HELD_HOSTS.slice(2),
    }),
    phase('accept', {
      ...{ banner, clicks: [ACCEPT] },
      requests: [
        font('none', 250),
        tag('accepted', 2300),
        hit('accepted', 2900, 'G111', '13r3r3r3r5l1'),
        facebook('accepted', 3100, 'PageView'),
      ],
      cookies: [
        session,
        ga('accepted', 2920),
        cookie('_fbp', 'accepted', 3050, { lifetime: 7_776_000 }),
      ],
      cookiesLeft: [],
      screenshots: [shot('none', 2050, ACCEPT), shot('accepted', 4000)],
      heldHosts: HELD_HOSTS.slice(0, 2),
    }),
    phase('withdraw', {
      ...{ banner, clicks: [ACCEPT, WITHDRAW, { ...REFUSE, answer: 'accepted', at: 6800 }] },
      requests: [
        tag('accepted', 2300),
        hit('accepted', 2900, 'G111', '13r3r3r3r5l1'),
        facebook('accepted', 3100, 'PageView'),
        facebook('withdrawn', 7400, 'SubscribedButtonClick'),
        facebook('withdrawn', 11_820, 'PageView'),
      ],
      cookies: [
        session,
        ga('accepted', 2920),
        cookie('_fbp', 'accepted', 3050, { lifetime: 7_776_000 }),
        // The site's server sets the cookie again, and the site deletes it on the next page.
        cookie('_ga', 'withdrawn', 9100, { origin: 'header', url: `${SHOP}basket` }),
      ],
      cookiesLeft: [session, cookie('_fbp', 'withdrawn', 3050, { lifetime: 7_776_000 })],
      storage: [
        {
          area: 'local',
          origin: SHOP.slice(0, -1),
          key: 'recently-viewed',
          answer: 'none',
          at: 400,
        },
      ],
      storageLeft: [
        {
          area: 'local',
          origin: SHOP.slice(0, -1),
          key: 'recently-viewed',
          answer: 'none',
          at: 400,
        },
      ],
      screenshots: [
        shot('accepted', 5150, WITHDRAW),
        ...[shot('withdrawn', 8000), shot('withdrawn', 12_300)],
      ],
      heldHosts: HELD_HOSTS.slice(0, 2),
    }),
  ]
  const behaving: readonly SeenPhase[] = [
    phase('no-choice', { banner: fair, cookies: [session], screenshots: [shot('none', 1500)] }),
    phase('refuse', {
      ...{ banner: { ...fair, asksAgain: false }, cookies: [session], cookiesLeft: [session] },
    }),
    phase('accept', {
      ...{ banner: fair, cookies: [session] },
      requests: [tag('accepted', 2300), hit('accepted', 2900, 'G101', '13p3r3p3p5l1')],
    }),
    phase('withdraw', {
      ...{ banner: fair, notPlayed: 'no-withdrawal', cookies: [session] },
      screenshots: [shot('accepted', 6000)],
    }),
  ]
  return {
    version: 1,
    tool: { name: '@spaceone/consent-audit', version: '0.1.0' },
    browser: { name: 'Chromium', version: '156.0.7712.44' },
    ...{ began: '2026-11-28T01:30:00.000Z', duration: 74_200 },
    options: {
      isLive: false,
      phaseLimit: 60_000,
      requestLimit: 2000,
      wait: 1500,
      locale: 'en-US',
      viewport: { width: 1280, height: 800 },
      hasGpc: false,
    },
    pages: [
      { url: SHOP, phases: misbehaving },
      { url: 'https://moonlight-books.example/checkout', loaded: CHECKOUT, phases: behaving },
    ],
  }
}

const service = (name: string, more: Partial<Inventory['services'][number]>) => ({
  ...{ name, recipients: [], retention: 'not-stated' as const },
  ...{ collects: [], addresses: [], cookies: [], storage: [], databases: [] },
  ...more,
})

/** The inventory of the bookshop. It does not declare the fonts' host or the storage key. */
export const SAMPLE_INVENTORY: Inventory = {
  policy: { version: '2026-09-01' },
  hash: 'sdJlRy2IahwJlCukvvntW_',
  services: [
    service('Moonlight Books', {
      necessary: { en: 'Keeps the basket' },
      cookies: [{ name: 'session', seconds: 'session' }],
    }),
    service('Google Analytics', {
      category: 'analytics',
      recipients: [{ company: 'Google LLC', country: 'US' }],
      addresses: ['googletagmanager.com/gtag', '*.google-analytics.com'],
      cookies: [
        { name: '_ga', seconds: 34_128_000 },
        { name: '_ga_*', seconds: 34_128_000 },
      ],
    }),
    service('Meta Pixel', {
      category: 'marketing',
      recipients: [{ company: 'Meta Platforms, Inc.', country: 'US' }],
      addresses: ['facebook.com/tr', 'connect.facebook.net'],
      cookies: [{ name: '_fbp', seconds: 7_776_000 }],
    }),
    service('Naver Analytics', {
      category: 'analytics',
      recipients: [{ company: 'NAVER Corp.', country: 'KR' }],
      addresses: ['wcs.naver.net', 'wcs.naver.com'],
    }),
    service('Chat', { category: 'support', addresses: ['chat.example'] }),
  ],
}
