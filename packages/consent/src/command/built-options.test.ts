import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { DeliveryOptions } from '../evidence.ts'
import type {
  CookieOptions,
  GoogleAnalyticsOptions,
  HistoryOptions,
  PolicyOptions,
  ServiceOptions,
} from '../index.ts'
import type { SiteConfig } from './read-config.ts'
import { runBuild } from './run-build.ts'

/** A value of an option, and how `build` writes the option. Without it, `build` has to name it. */
type Case = readonly [value: unknown, written?: RegExp]

/** The cases of all options. An option that is missing here does not compile. */
type Cases<Options> = { readonly [Option in keyof Required<Options>]: Case }

const run = () => {}

const VERSIONS = [{ version: '2', effective: '2026-01-01', material: true }]
const CHAT = {
  ...{ name: 'Chat', category: 'support', addresses: ['chat.example'], cookies: ['chat'] },
  ...{ recipients: [], retention: { seconds: 86_400 } },
}

const OPTIONS: { readonly [Option in keyof Required<SiteConfig>]: Case | object } = {
  policy: {
    version: ['3', / data-policy-version="3"/],
    versions: [VERSIONS, /"versions":\[\{"version":"2","effective"/],
    url: [{ ko: '/ko' }, / data-policy-url-ko="\/ko"/],
    earlier: ['/earlier', / data-policy-earlier="\/earlier"/],
    controller: [{ name: 'Shop Inc.' }],
  } satisfies Cases<PolicyOptions>,
  categories: [{ media: {} }, / data-categories="media"/],
  services: [[CHAT], /"name":"Chat","category":"support"/],
  cookie: {
    name: ['choice', / data-cookie-name="choice"/],
    domain: ['localhost', / data-cookie-domain="localhost"/],
    days: [200, / data-cookie-days="200"/],
  } satisfies Cases<CookieOptions>,
  history: { days: [30] } satisfies Cases<HistoryOptions>,
  delivery: {
    url: ['/events', / data-delivery="\/events"/],
    refusals: [true, / data-delivery-refusals[ >]/],
    notices: [false],
  } satisfies Cases<DeliveryOptions>,
  language: ['ko', / data-lang="ko"/],
  restricted: [true, / data-restricted[ >]/],
  nonce: ['n'],
  debug: [true, / data-debug[ >]/],
  debugHosts: [['staging.example', 'b.example'], / data-debug-hosts="staging.example, b.example"/],
  texts: [{ en: { banner: { heading: 'Biscuits?' } } }, /"heading":"Biscuits\?"/],
  look: {
    position: ['left', / data-position="left"/],
    theme: ['dark', / data-theme="dark"/],
    zIndex: [5, / data-z-index="5"/],
    button: ['right', / data-button="right"/],
    guide: [{ chrome: { help: 'https://shop.example/help' } }, /"guide":\{"chrome"/],
    nonce: ['n'],
  } satisfies Cases<NonNullable<SiteConfig['look']>>,
}

const GOOGLE: Cases<GoogleAnalyticsOptions> = {
  id: ['G-DEF456', / data-ga="G-DEF456"/],
  server: ['https://shop.example/g', / data-ga-server="https:\/\/shop.example\/g"/],
  dataLayer: ['shopLayer', / data-layer="shopLayer"/],
  facts: [{ retention: { seconds: 60 } }, /"Google Analytics","retention":\{"seconds":60\}/],
  loadScript: [false],
  consentMode: [{ signals: { ad_storage: 'analytics' } }],
  config: [{ cookie_prefix: 'shop' }],
  pageView: [true],
}

const words = { en: 'Words' }
const OF_SERVICE: Cases<ServiceOptions> = {
  name: ['Talk', /"name":"Talk"/],
  category: ['support', /"category":"support"/],
  recipients: [[{ company: 'Talk Inc.' }], /"recipients":\[\{"company":"Talk Inc."\}\]/],
  retention: [{ seconds: 60 }, /"retention":\{"seconds":60\}/],
  collects: [[{ id: 'messages', words }], /"collects":\[\{"id":"messages","words":\{"en"/],
  toolKind: ['iframe', /"toolKind":"iframe"/],
  identifies: [true, /"identifies":true/],
  purposes: [{ site: words }, /"purposes":\{"site":\{"en"/],
  refusal: [{ link: 'https://chat.example/' }, /"refusal":\{"link"/],
  addresses: [['talk.example'], /"addresses":\["talk.example"\]/],
  cookies: [['talk'], /"cookies":\["talk"\]/],
  storage: [['talk'], /"storage":\["talk"\]/],
  databases: [['talk'], /"databases":\["talk"\].*"Chat" has databases, which the tag does not de/s],
  necessary: [words, /"necessary":\{"en"/],
  isBehavioural: [false, /"isBehavioural":false/],
  start: [run, /"Chat" has code in start and stop, which stays in the configuration/],
  stop: [run, /"Chat" has code in start and stop, which stays in the configuration/],
  refused: [run, /"Chat" has code in refused, which stays in the configuration/],
}

/** Returns a configuration with the value of one option, by the path of the option. */
const configWith = (path: string, value: unknown) => {
  const [option = '', of = ''] = path.split('.').reverse()
  const changed = { [option]: value }
  const google = { preset: 'googleAnalytics', id: 'G-ABC123' }
  // A service that is necessary has no category.
  const chat = option === 'necessary' ? { ...CHAT, category: undefined } : CHAT
  const isGoogle = of === 'Google Analytics'
  const base: Record<string, object> = {
    policy: { version: '2', url: '/privacy' },
    categories: {
      analytics: { services: [{ ...google, ...(isGoogle && changed) }] },
      support: {},
    },
    services: [{ ...chat, ...(of === 'Chat' && changed) }],
    delivery: { attach: run, decided: run, erased: run },
  }
  if (isGoogle || of === 'Chat') return base
  return { ...base, ...(of ? { [of]: { ...base[of], ...changed } } : changed) }
}

/** Returns a value as source text. Functions do nothing. */
const sourceOf = (value: unknown): string => {
  if (typeof value === 'function') return '() => {}'
  if (Array.isArray(value)) return `[${value.map(sourceOf)}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined'
  const rows = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${sourceOf(one)}`)
  return `{ ${rows} }`
}

type PathCase = readonly [path: string, value: unknown, written: RegExp | undefined]

const isCase = (one: Case | object): one is Case => Array.isArray(one)

const casesIn = (cases: object, path = ''): readonly PathCase[] =>
  Object.entries(cases).flatMap(([option, one]: [string, Case | object]) => {
    if (!isCase(one)) return casesIn(one, `${option}.`)
    const [value, written] = one
    return [[path + option, value, written] as const]
  })

const CASES = [...casesIn(OPTIONS), ...casesIn({ 'Google Analytics': GOOGLE, Chat: OF_SERVICE })]

test.each(CASES)('build writes the option %s, or names it', async (path, value, written) => {
  const folder = mkdtempSync(join(tmpdir(), 'consent-build-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const printed: unknown[] = []
  vi.spyOn(console, 'log').mockImplementation(text => printed.push(text))
  vi.spyOn(console, 'error').mockImplementation(text => printed.push(text))
  const [config, out] = [join(folder, 'consent.config.mjs'), join(folder, 'consent.config.js')]
  writeFileSync(config, `export default ${sourceOf(configWith(path, value))}`)

  const code = await runBuild(['--config', config, '--out', out])
  const text = printed.join('\n')
  if (written) {
    expect([code, text]).toEqual([0, expect.not.stringContaining('not-for-the-tag')])
    expect(readFileSync(out, 'utf8') + text).toMatch(written)
  } else {
    expect([code, text]).toEqual([1, expect.stringContaining(`not-for-the-tag ${path} has no `)])
    expect(existsSync(out)).toBe(false)
  }
})
