// @vitest-environment happy-dom
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PRESETS } from '../../../../scripts/build/file-names.mjs'
import { readAttributes, tagOptions } from '../script/tag-options.ts'
import * as services from '../services.ts'
import { PRESET_FILES } from './build/preset-files.ts'
import { tagServicesOf } from './build/tag-services.ts'
import { runBuild } from './run-build.ts'

const CHAT = {
  ...{ name: 'Chat', category: 'support', addresses: ['chat.example'], cookies: ['chat'] },
  ...{ recipients: [{ company: 'Chat </script> Inc.' }], retention: { seconds: 86_400 } },
}
const VERSIONS = [{ version: '2', effective: '2026-01-01', material: true }]
const CONFIG = {
  policy: { version: '2', versions: VERSIONS, url: { en: '/en', ko: '/ko' } },
  categories: {
    analytics: { services: [{ preset: 'googleAnalytics', id: 'G-ABC123' }] },
    media: { services: [{ preset: 'youtube' }] },
    replay: { services: [{ preset: 'clarity', id: 't7oy6y6059', advertising: true }] },
    support: {},
    marketing: {},
  },
  services: [CHAT, { preset: 'session', cookies: ['sid'] }],
  cookie: { domain: 'localhost', days: 200 },
  texts: { ko: { banner: { heading: '쿠키 "설정"' } } },
  look: { position: 'left', zIndex: 5, guide: { chrome: { help: 'https://shop.example/help' } } },
}

let folder: string
let out: string
let config: string
let printed: string[]
const write = (value: object) => writeFileSync(config, JSON.stringify(value))
const build = (...more: readonly string[]) => runBuild(['--config', config, '--out', out, ...more])

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'consent-build-'))
  out = join(folder, 'consent.config.js')
  config = join(folder, 'consent.config.json')
  printed = []
  const print = (text: string) => printed.push(text)
  vi.spyOn(console, 'log').mockImplementation(print)
  vi.spyOn(console, 'error').mockImplementation(print)
  write(CONFIG)
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the script and the line for the page give consent.js what the configuration says', async () => {
  expect(await build()).toBe(0)
  const page: { window?: object; spaceoneConsent?: { q: IArguments[] } } = {}
  page.window = page
  const script = readFileSync(out, 'utf8')
  runInNewContext(script, page)
  const [call] = Array.from(page.spaceoneConsent?.q[0] ?? [])
  expect(call).toMatchObject({ texts: CONFIG.texts, guide: CONFIG.look.guide, versions: VERSIONS })
  expect(call.services).toEqual([
    { preset: 'youtube', category: 'media' },
    { preset: 'clarity', id: 't7oy6y6059', advertising: true, category: 'replay' },
    CHAT,
    { preset: 'session', cookies: ['sid'], facts: { recipients: [] } },
  ])
  expect(script).not.toContain('</script')
  expect(printed.join('\n')).toContain('The address /consent.config.js is a guess.')
  expect(printed.join('\n')).toMatch(
    /connect-src [^;]*https:\/\/\*\.clarity\.ms wss:\/\/\*\.clarity\.ms/,
  )

  const lines = printed.join('\n').match(/^<script.*$/gm) ?? []
  expect(lines.slice(0, 4).map(line => /src="[^"]*\/([^"/]*)"/.exec(line)?.[1])).toEqual([
    ...['preset-yt.js', 'preset-cl.js', 'preset-si.js', 'consent.config.js'],
  ])
  const warn = vi.spyOn(console, 'warn')
  const tag = new DOMParser().parseFromString(lines[4] ?? '', 'text/html').querySelector('script')
  const attributes = readAttributes(tag as HTMLScriptElement)
  const { youtube, clarity, session } = services
  const presets = { youtube, clarity, session } as never
  const load = async () => ({}) as never
  const options = tagOptions(attributes, call.versions, [], load, call.services, presets)
  expect(Object.keys(options.categories).sort()).toEqual(Object.keys(CONFIG.categories).sort())
  expect(options.categories['analytics']?.services).toMatchObject([{ name: 'Google Analytics' }])
  expect(options.services.map(({ name }) => name)).toEqual([
    'YouTube',
    'Microsoft Clarity',
    'Chat',
    'Sign-in',
  ])
  expect(options).toMatchObject({ policy: { version: '2', url: CONFIG.policy.url } })
  expect(options.cookie).toMatchObject(CONFIG.cookie)
  expect(attributes).toMatchObject({ position: 'left', 'z-index': '5' })
  expect(warn).not.toHaveBeenCalled()
})

test('prints the size, the policy that the services need, and what the page still needs', async () => {
  await build('--folder', 'https://files.example/consent')
  const text = printed.join('\n')
  expect(text).toMatch(/\d+ B, \d+ B with brotli/)
  expect(text).toContain(
    '<script src="https://files.example/consent/consent.js" data-ga="G-ABC123"',
  )
  const csp = Object.fromEntries(
    (/Content-Security-Policy: (.*)/.exec(text)?.[1] ?? '')
      .split('; ')
      .map(one => [one.replace(/ .*/, ''), one.split(' ').slice(1)]),
  )
  expect(csp['script-src']).toEqual(
    expect.arrayContaining([
      ...["'self'", 'https://files.example', 'https://www.googletagmanager.com'],
      ...['https://*.clarity.ms', 'https://chat.example', 'https://www.chat.example'],
    ]),
  )
  expect(csp['script-src']).not.toContain('https://*.youtube.com')
  expect(csp['frame-src']).toContain('https://*.youtube.com')
  expect(text).not.toMatch(/https:\/\/[^ ;]*[*?/][^ ;./]*[*?]/)
  expect(text).toContain('mark what it starts with data-consent="support/Chat"')
})

test('names the host of a folder whose address has no scheme', async () => {
  await build('--folder', '//files.example/consent')
  expect(printed.join('\n')).toContain("script-src 'self' files.example ")
})

test.each<[string, object, RegExp]>([
  [
    'a service of Google without an attribute',
    { categories: { ads: { services: [{ preset: 'googleAds', id: 'AW-123456789' }] } } },
    /^not-for-the-tag "Google Ads" has no attribute\. Expected the npm package/m,
  ],
  [
    'Google Analytics in another category',
    { categories: { usage: { services: [{ preset: 'googleAnalytics', id: 'G-ABC123' }] } } },
    /is in the category "usage", but its attribute in "analytics"/,
  ],
  [
    'words that are missing',
    { services: [{ ...CHAT, purposes: { site: { en: 'Answers' } } }] },
    /^missing-words Chat\.purposes\.site\.ko is missing\./m,
  ],
])('names %s, and writes nothing', async (_, changed, words) => {
  const merged = { ...CONFIG, ...changed }
  write({ ...merged, categories: { ...merged.categories, support: {} } })
  expect(await build()).toBe(1)
  expect(printed.join('\n')).toMatch(words)
  expect(existsSync(out)).toBe(false)
})

test('tags of Google that need two values of one attribute, and services without a name, are named', async () => {
  const { faults, notes } = await tagServicesOf({
    policy: { version: '1' },
    categories: {
      analytics: {
        services: [
          services.googleAnalytics({ id: 'G-ABC123', dataLayer: 'shopLayer' }),
          services.googleTagManager({ id: 'GTM-ABC123' }),
        ],
      },
    },
    services: [{ attach: () => () => {} }],
  })
  expect(faults).toEqual([
    'Google Tag Manager.dataLayer is not that of the other tag, and data-layer is for both',
  ])
  expect(notes).toEqual([expect.stringMatching(/^A service without a name stays in the conf/)])
})

test('code in the options of a preset cannot be written', async () => {
  const own = [services.sentryReplay({ getReplay: () => undefined, category: 'media' })]
  const { faults } = await tagServicesOf({
    policy: { version: '1' },
    categories: {},
    services: own,
  })
  expect(faults).toEqual(['the option getReplay of "Sentry Session Replay" is code'])
})

test('each preset with a file is known by the name of its service', () => {
  const camel = (name: string) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())
  const files = Object.entries(PRESETS).map(([name, file]) => [camel(name), `${file}.js`])
  const known = Object.values(PRESET_FILES).map(({ preset, file }) => [preset, file])
  expect(known.sort()).toEqual(files.sort())
  expect(known.filter(([preset = '']) => !(preset in services))).toEqual([])
})
