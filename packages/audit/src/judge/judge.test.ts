import { createHash } from 'node:crypto'
import type { Inventory } from '@spaceone/consent/inventory'
import { expect, test } from 'vitest'
import { collectorOf } from '../collectors/collector-of.ts'
import {
  type Act,
  type Answer,
  type NotPlayed,
  PHASES,
  type PhaseName,
  type Seen,
  type SeenBanner,
  type SeenCookie,
  type SeenPhase,
  type SeenRequest,
  type SeenStorage,
} from '../seen.ts'
import { judge } from './judge.ts'
import { exitCodeOf } from './outcome-of.ts'
import type { Verdict } from './verdict.ts'

const PAGE = 'https://www.shop.example/'
const HIT = 'https://www.google-analytics.com/g/collect?v=2&tid=G-ABC123'
const OWN_HIT = 'https://www.shop.example/m/g/collect?v=2&tid=G-ABC123'

const request = (answer: Answer, url = HIT, more: Partial<SeenRequest> = {}): SeenRequest => ({
  ...{ answer, url, at: 100, method: 'POST', resource: 'fetch', isHeld: true },
  ...{ initiator: { kind: 'script' }, collector: collectorOf(url) },
  ...more,
})
const cookie = (answer: Answer, name = '_ga', more: Partial<SeenCookie> = {}): SeenCookie => ({
  ...{ answer, name, at: 100, domain: '.shop.example', path: '/', origin: 'script' },
  ...more,
})
const key = (answer: Answer, key = '_gcl_ls', host = 'www.shop.example'): SeenStorage => ({
  ...{ answer, key, at: 100, area: 'local', origin: `https://${host}` },
})
const button = (steps: number, width = 100, height = 40) => ({ steps, width, height })
const banner = { found: 'spaceone', accept: button(1), refuse: button(1), asksAgain: false }
const control = (act: Act, words: string) => ({ act, words })

type Phases = Partial<Record<PhaseName, Partial<SeenPhase>>>

const phase = (name: PhaseName, more: Partial<SeenPhase> = {}): SeenPhase => ({
  ...{ name, banner, requests: [], cookies: [], cookiesLeft: [], storage: [], storageLeft: [] },
  ...{ heldHosts: [], clicks: [], scripts: [], screenshots: [], duration: 1000 },
  ...more,
})
const seen = (phases: Phases = {}, names: readonly PhaseName[] = PHASES): Seen => ({
  version: 1,
  tool: { name: '@spaceone/consent-audit', version: '0.1.0' },
  browser: { name: 'chromium', version: '156' },
  ...{ began: '2026-11-28T10:00:00.000Z', duration: 4000 },
  options: {
    isLive: false,
    phaseLimit: 1,
    requestLimit: 1,
    wait: 1500,
    locale: 'en-US',
    viewport: { width: 1280, height: 800 },
    hasGpc: false,
  },
  pages: [{ url: PAGE, phases: names.map(name => phase(name, phases[name])) }],
})

const service = (name: string, more: Partial<Inventory['services'][number]>) => ({
  ...{ name, recipients: [{ company: `${name} Inc.` }], retention: 'not-stated' as const },
  ...{ collects: [], addresses: [], cookies: [], storage: [], databases: [] },
  ...more,
})
const inventory: Inventory = {
  policy: { version: '2026-01-01' },
  hash: 'hash',
  services: [
    service('Login', {
      necessary: { en: 'To sign in' },
      addresses: ['https://login.example/', '/collect'],
      cookies: [{ name: 'session', seconds: 'session' }],
    }),
    service('Statistics', {
      category: 'analytics',
      addresses: ['*.google-analytics.com', 'googletagmanager.com/gtag', 'google.*/ads'],
      cookies: [{ name: '_ga', seconds: 86_400 }, { name: '_ga_*' }],
      storage: [{ name: 'stats' }],
    }),
    service('Chat', { category: 'support', addresses: ['chat.example'] }),
    service('Own', { addresses: ['own.example'] }),
  ],
}

/** Returns the findings with the given outcome, each in the form `rule phase: what`. */
const findingsOf = ({ findings }: Verdict, outcome = 'fails') =>
  findings
    .filter(one => one.outcome === outcome && !one.isNote)
    .map(({ rule, phase, what }) => `${rule} ${phase ?? 'page'}: ${what}`)

const GA = 'Google Analytics'
const AFTER_REFUSAL = ['no-contact-after-refusal refuse: ', 'nothing-stored-after-refusal refuse: ']
const big = { ...banner, accept: button(1, 200, 40) }
const far = { ...banner, refuse: button(2) }
const unfair = {
  ...{ found: 'words', accept: button(1) },
  controls: [
    { words: 'Accept all', act: 'accept' as const },
    { words: 'Options', act: 'settings' as const },
  ],
}
const stuck = (controls = unfair.controls as SeenBanner['controls']): Phases['refuse'] => ({
  notPlayed: 'no-refuse',
  banner: { ...unfair, controls },
})
/** A page whose banner offers no way to refuse, and that contacts a collector once accepted. */
const noWay = (refuse = stuck()): Phases => ({
  'no-choice': { banner: unfair },
  refuse: refuse ?? {},
  accept: { banner: unfair, requests: [request('accepted')] },
  withdraw: { banner: unfair },
})

test.each<[title: string, phases: Phases, broken: readonly string[]]>([
  ['a page that waits', { accept: { requests: [request('accepted')] } }, []],
  [
    'a tag before the choice, seen in two phases',
    { refuse: { requests: [request('none')] }, 'no-choice': { requests: [request('none')] } },
    [`no-contact-before-choice no-choice: ${GA}`],
  ],
  [
    'a hit after the refusal',
    { refuse: { requests: [request('refused')] } },
    [`no-contact-after-refusal refuse: ${GA}`],
  ],
  [
    "a hit after the withdrawal, by the site's own path",
    { withdraw: { requests: [request('accepted'), request('withdrawn', OWN_HIT)] } },
    [`no-contact-after-withdrawal withdraw: ${GA}`],
  ],
  [
    'a collector on its own pages',
    {
      'no-choice': {
        requests: [
          request('none', 'https://www.shop.example/', {
            collector: { ...{ name: 'Shop', company: 'Shop', by: 'host', isScript: false } },
          }),
        ],
      },
    },
    [],
  ],
  [
    'a font before the choice',
    { 'no-choice': { requests: [request('none', 'https://fonts.gstatic.com/a.woff2')] } },
    [],
  ],
  [
    "a cookie of Google's before the choice",
    { 'no-choice': { cookies: [cookie('none'), cookie('none', 'mine')] } },
    ['nothing-stored-before-choice no-choice: _ga'],
  ],
  [
    "a cookie that a collector's answer sets",
    { refuse: { cookies: [cookie('refused', 'uid', { origin: 'header', url: HIT })] } },
    ['nothing-stored-after-refusal refuse: uid'],
  ],
  [
    'a cookie and a key that stay',
    { withdraw: { cookiesLeft: [cookie('withdrawn')], storageLeft: [key('withdrawn')] } },
    [
      'nothing-stored-after-withdrawal withdraw: _ga',
      'nothing-stored-after-withdrawal withdraw: _gcl_ls',
    ],
  ],
  [
    'a cookie and a key that stay with another site, and a cookie that it sets again',
    {
      withdraw: {
        cookies: [cookie('withdrawn', '_gid', { domain: '.video.example' })],
        cookiesLeft: [cookie('withdrawn', '_ga', { domain: '.video.example' })],
        storageLeft: [key('withdrawn', '_ga', 'www.video.example')],
      },
    },
    ['nothing-stored-after-withdrawal withdraw: _gid'],
  ],
  [
    'a refusal two clicks away',
    { refuse: { banner: far }, 'no-choice': { banner: far } },
    ['refusal-as-easy no-choice: steps'],
  ],
  [
    'an accept twice as large',
    { 'no-choice': { banner: big } },
    ['refusal-as-easy no-choice: size'],
  ],
  [
    'an accept twice as large as a refusal, with words as long',
    {
      'no-choice': {
        banner: { ...big, controls: [control('accept', 'Accept'), control('refuse', 'Reject')] },
      },
    },
    ['refusal-as-easy no-choice: size'],
  ],
  [
    'an accept that is larger because its words are longer',
    {
      'no-choice': {
        banner: {
          ...big,
          controls: [control('accept', 'Accept all cookies'), control('refuse', 'Decline')],
        },
      },
    },
    [],
  ],
  [
    'an accept half as large again',
    { 'no-choice': { banner: { ...banner, accept: button(1, 150) } } },
    [],
  ],
  ['no way to refuse', noWay(), ['refusal-possible refuse: no-refuse']],
  [
    'a refusal that is forgotten',
    { refuse: { banner: { ...banner, asksAgain: true } } },
    ['refusal-kept refuse: again'],
  ],
  [
    'a cookie that comes back after the withdrawal and is deleted on the next page',
    { withdraw: { cookies: [cookie('accepted', '_gid'), cookie('withdrawn', '_gid')] } },
    ['nothing-stored-after-withdrawal withdraw: _gid'],
  ],
  [
    'a granted state before the choice',
    { 'no-choice': { requests: [request('none', 'https://x.example/', { gcs: 'G101' })] } },
    ['consent-state-consistent no-choice: G101'],
  ],
  [
    'a state that nobody set, after a refusal',
    { refuse: { requests: [request('refused', 'https://x.example/', { gcd: '13l3l3l3l1l1' })] } },
    ['consent-state-consistent refuse: 13l3l3l3l1l1'],
  ],
  [
    'a denied state at the end of an acceptance',
    { accept: { requests: [request('accepted', HIT, { gcs: 'G100' })] } },
    ['consent-state-consistent accept: G100'],
  ],
  [
    'a state that follows the answers',
    {
      'no-choice': {
        requests: [request('none', 'https://x.example/', { gcs: 'G100', gcd: '13p3p3p2p5l1' })],
      },
      accept: {
        requests: [
          request('accepted', HIT, { gcs: 'G100' }),
          request('accepted', HIT, { gcs: 'G101' }),
        ],
      },
    },
    [],
  ],
])('without an inventory, %s: %j breaks %j', (_, phases, broken) => {
  const verdict = judge(seen(phases))
  expect(findingsOf(verdict)).toEqual(broken)
  expect(verdict.outcome).toBe(broken.length ? 'fails' : 'holds')
  expect(exitCodeOf(verdict)).toBe(broken.length ? 1 : 0)
})

test.each<[title: string, phases: Phases, broken: readonly string[]]>([
  [
    'necessary services at any time, the others under their purpose',
    {
      'no-choice': {
        requests: [
          request('none', 'https://login.example/'),
          request('none', `${PAGE}collect?v=1&tid=UA-1-1`),
        ],
        cookies: [cookie('none', 'session')],
      },
      accept: {
        requests: [request('accepted'), request('accepted', 'https://www.google.co.jp/ads/ga')],
        cookies: [
          cookie('accepted', '_ga', { lifetime: 86_400 + 3600 }),
          cookie('accepted', '_ga_1'),
        ],
      },
    },
    [],
  ],
  [
    'a declared service that is no known collector, too early',
    { 'no-choice': { requests: [request('none', 'https://www.chat.example/w.js')] } },
    ['no-contact-before-choice no-choice: Chat'],
  ],
  [
    'an undeclared collector after the acceptance, and one under no purpose',
    {
      accept: {
        requests: [
          request('accepted', 'https://static.hotjar.com/a.js'),
          request('accepted', 'https://own.example/'),
        ],
      },
    },
    [
      'only-declared-after-acceptance accept: Hotjar',
      'only-declared-after-acceptance accept: Own',
      'recipients-declared accept: hotjar.com',
    ],
  ],
  [
    "a collector by its shape on the site's own path",
    { accept: { requests: [request('accepted', OWN_HIT)] } },
    [`only-declared-after-acceptance accept: ${GA}`],
  ],
  [
    'an undeclared recipient, named by its registrable domain',
    {
      accept: {
        requests: [
          ...['https://a.cdn.co.kr/x', 'https://static.shop.example/x', 'data:,'],
          ...['https://api.login.example/x', 'https://b.cdn.co.kr/x'],
        ].map(url => request('accepted', url)),
      },
    },
    ['recipients-declared accept: cdn.co.kr'],
  ],
  [
    'an undeclared cookie, and one that outlives its declaration',
    {
      accept: {
        cookies: [
          cookie('accepted', 'mystery'),
          cookie('accepted', '_ga', { lifetime: 90_001 }),
          cookie('accepted', 'session', { lifetime: 3601 }),
        ],
      },
    },
    [
      'cookies-declared accept: mystery',
      'lifetimes-as-declared accept: _ga',
      'lifetimes-as-declared accept: session',
    ],
  ],
  [
    'a declared key after the withdrawal',
    { withdraw: { storage: [key('withdrawn', 'stats')] } },
    ['nothing-stored-after-withdrawal withdraw: stats'],
  ],
])('with an inventory, %s: %j breaks %j', (_, phases, broken) => {
  expect(findingsOf(judge(seen(phases), inventory))).toEqual(broken)
})

test.each<[title: string, given: Seen, rules: readonly string[]]>([
  [
    'a phase that was not played',
    seen({ withdraw: { notPlayed: 'no-withdrawal', cookiesLeft: [cookie('accepted')] } }),
    ['no-contact-after-withdrawal withdraw: ', 'nothing-stored-after-withdrawal withdraw: '],
  ],
  [
    'a frame that did not tell its storage keys',
    seen({
      'no-choice': { unreadOrigins: ['https://a.example'], storage: [key('none', 'mine')] },
      accept: { unreadOrigins: ['https://a.example'] },
    }),
    ['nothing-stored-before-choice no-choice: '],
  ],
  [
    'an acceptance that was not played',
    seen({ accept: { notPlayed: 'no-accept' } }),
    ['only-declared-after-acceptance accept: '],
  ],
  [
    'an audit that ended early',
    seen({}, ['no-choice', 'refuse']),
    [
      'only-declared-after-acceptance accept: ',
      'no-contact-after-withdrawal withdraw: ',
      'nothing-stored-after-withdrawal withdraw: ',
    ],
  ],
  [
    'no banner at all',
    seen(Object.fromEntries(PHASES.map(name => [name, { banner: undefined }]))),
    ['refusal-as-easy page: ', 'refusal-kept page: '],
  ],
  [
    'a banner with a control that the audit does not understand',
    seen(noWay(stuck([...unfair.controls, { words: 'Hmm' }]))),
    [...AFTER_REFUSAL, 'refusal-possible page: ', 'refusal-as-easy page: ', 'refusal-kept page: '],
  ],
  [
    'a notice with one button on a page that needs no consent',
    seen({ ...noWay(), accept: { banner: unfair } }),
    [...AFTER_REFUSAL, 'refusal-possible page: ', 'refusal-as-easy page: ', 'refusal-kept page: '],
  ],
  ...(['stays', 'unclear', 'no-effect', 'no-control', 'interrupted'] as const).map(
    (notPlayed): [string, Seen, readonly string[]] => [
      `a refusal that ended with ${notPlayed}`,
      seen({ refuse: { notPlayed, banner: { ...banner, asksAgain: undefined } } }),
      [...AFTER_REFUSAL, 'refusal-possible page: ', 'refusal-kept page: '],
    ],
  ),
])('%s makes its rules not evaluable, so the whole is no pass', (_, given, rules) => {
  const verdict = judge(given)
  expect(findingsOf(verdict, 'not-evaluable')).toEqual(rules)
  expect(verdict.outcome).toBe('not-evaluable')
  expect(exitCodeOf(verdict)).toBe(3)
})

test.each<[title: string, phases: Phases, reasons: readonly string[]]>([
  [
    'no banner',
    Object.fromEntries(PHASES.map(name => [name, { banner: undefined }])),
    ['refuse no-banner', 'accept no-banner'],
  ],
  [
    'no control to refuse',
    Object.fromEntries(
      PHASES.map(name => [name, { banner: { found: 'words', accept: button(1) } }]),
    ),
    ['refuse no-refuse'],
  ],
  [
    'a phase that ended with an error',
    Object.fromEntries(
      PHASES.map(name => [name, { banner: undefined, notPlayed: 'error' as const }]),
    ),
    ['refuse error', 'accept error'],
  ],
])('answers cannot be compared with %s', (_, phases, reasons) => {
  const found = judge(seen(phases)).findings.find(({ rule }) => rule === 'refusal-as-easy')
  expect(found?.outcome).toBe('not-evaluable')
  expect(
    found?.evidence.map(one => one.kind === 'not-played' && `${one.phase} ${one.reason}`),
  ).toEqual(reasons)
})

test('a forbidden key still fails the audit when a frame did not tell its keys', () => {
  const refuse = { unreadOrigins: ['https://a.example'], storage: [key('refused')] }
  expect(findingsOf(judge(seen({ refuse })))).toEqual([
    'nothing-stored-after-refusal refuse: _gcl_ls',
  ])
})

test('a forbidden request still fails the audit when its phase ended early', () => {
  const early = { notPlayed: 'time-limit' as const, requests: [request('refused')] }
  expect(judge(seen({ refuse: early })).outcome).toBe('fails')
})

test.each(['stays', 'unclear', 'no-effect'] as const)(
  'nothing is held against a page after an answer that ended with %s',
  notPlayed => {
    const hit = request('refused', HIT, { gcs: 'G111' })
    const left = { cookies: [cookie('refused')], cookiesLeft: [cookie('refused')] }
    expect(findingsOf(judge(seen({ refuse: { notPlayed, requests: [hit], ...left } })))).toEqual([])
  },
)

test('a refusal was possible in a phase that ended after the refusal', () => {
  const refuse = {
    banner: { ...banner, asksAgain: undefined },
    requests: [request('refused', PAGE)],
  }
  const verdictOf = (notPlayed: NotPlayed) => judge(seen({ refuse: { ...refuse, notPlayed } }))
  for (const reason of ['time-limit', 'no-answer', 'certificate'] as const)
    expect(findingsOf(verdictOf(reason), 'holds')).toContain('refusal-possible page: ')
  for (const reason of ['stays', 'other-site'] as const)
    expect(findingsOf(verdictOf(reason), 'not-evaluable')).toContain('refusal-possible page: ')
})

test('an audit without pages is not evaluable', () => {
  expect(judge({ ...seen(), pages: [] }).outcome).toBe('not-evaluable')
})

test('notes what is declared and was not seen, which changes no outcome', () => {
  const accept = { requests: [request('accepted')], cookies: [cookie('accepted')] }
  const verdict = judge(seen({ accept }), inventory)
  const notes = verdict.findings.filter(({ isNote }) => isNote)
  expect(notes.map(({ what }) => what)).toEqual(['Statistics: _ga_*', 'Chat', 'Own'])
  expect(verdict.outcome).toBe('holds')
})

test('lists who was contacted and what was stored', () => {
  const { contacts, stored } = judge(
    seen({
      accept: {
        requests: [
          request('accepted'),
          request('accepted', 'https://fonts.gstatic.com/', { isHeld: false }),
          request('accepted', 'https://login.example/', { isHeld: false }),
          request('accepted', PAGE),
        ],
      },
      withdraw: {
        cookies: [cookie('accepted', '_ga', { lifetime: 60 }), cookie('withdrawn', '_ga')],
        cookiesLeft: [cookie('withdrawn')],
        storage: [key('accepted', 'x')],
      },
    }),
    inventory,
  )
  expect(
    contacts.map(({ name, company, hosts, requests, held, standing }) =>
      [name, company, hosts, requests, held, standing].join(),
    ),
  ).toEqual([
    'Statistics,Statistics Inc.,www.google-analytics.com,1,1,declared',
    'gstatic.com,Google,fonts.gstatic.com,1,0,undeclared',
    'Login,Login Inc.,login.example,1,0,necessary',
  ])
  expect(stored).toMatchObject([
    { name: '_ga', lifetime: 60, declared: 86_400, isLeft: true, standing: 'declared' },
    { name: 'x', kind: 'local', isLeft: false, standing: 'undeclared' },
  ])
  expect(stored.map(({ isSetAfter }) => isSetAfter)).toEqual([true, false])
})

test('lists what was left at the end, and was not seen before', () => {
  const { stored } = judge(seen({ refuse: { cookiesLeft: [cookie('refused', 'x')] } }))
  expect(stored).toMatchObject([{ name: 'x', phases: ['refuse'], isSetAfter: false }])
})

test('names the tag that breaks a rule, and none for the banner', () => {
  const { findings } = judge(
    seen({
      'no-choice': {
        banner: big,
        requests: [request('none')],
        cookies: [cookie('none'), cookie('none', 'mine')],
      },
    }),
  )
  const tags = findings.filter(({ outcome }) => outcome === 'fails').map(one => [one.what, one.tag])
  expect(tags).toEqual([
    [GA, GA],
    ['_ga', expect.stringContaining('Google')],
    ['size', undefined],
  ])
})

test('has the hash of the inventory and the SHA-256 of what was seen', () => {
  const given = seen()
  const verdict = judge(given, inventory)
  expect(verdict.inventoryHash).toBe('hash')
  expect(verdict.sha256).toBe(createHash('sha256').update(JSON.stringify(given)).digest('hex'))
})
