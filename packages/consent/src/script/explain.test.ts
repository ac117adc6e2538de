import { beforeEach, expect, test, vi } from 'vitest'
import type { explain } from './explain.ts'

// A new copy of the module has written no warning yet.
beforeEach(() => {
  vi.resetModules()
  vi.stubEnv('WAY_IN', 'tag')
  vi.stubGlobal('location', { hostname: 'www.shop.example' })
})

/** Explains the warnings in order and returns the calls of console.warn. */
const explained = async (...warnings: readonly Parameters<typeof explain>[]) => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const module = await import('./explain.ts')
  for (const [code, values] of warnings) module.explain(code, values)
  return warn.mock.calls
}

// delivery.test.ts, block-raw.test.ts, test/e2e/missing-files.e2e.ts, script-tag.e2e.ts,
// copies.e2e.ts and test/everywhere/other-tool.ts show further sentences.

const LINK = 'See dist/script/docs/README.md#the-script-tag-in-full'

const NO_BANNER = 'No banner is shown and nothing optional runs.'
const BY_POLICY = 'is blocked by the Content-Security-Policy of this page.'

test.each<[code: string, values: readonly unknown[], ...sentences: readonly string[]]>([
  [
    'data-policy-version',
    [null],
    'data-policy-version is missing. Expected the version of your privacy policy, such as "2024-01-18".',
    NO_BANNER,
  ],
  ['data-policy-url-ko', ['//evil.example'], 'data-policy-url-ko is "//evil.example". Expected'],
  ['data-theme', ['pink'], 'data-theme is "pink". Expected "light", "dark" or "auto". Its default'],
  ['data-ga', ['UA-12345-1'], 'an id of Universal Analytics, which Google has shut down. Expected'],
  ['data-ga', ['G-XXXXXXX'], 'data-ga is "G-XXXXXXX". This is a placeholder: write your own id.'],
  ['data-ga', ['GTM-ABC1234'], 'a Tag Manager id: use data-gtm, or googleTagManager()', NO_BANNER],
  ['data-gtm', ['G-ABC1234'], 'This is a Google Analytics id: use data-ga, or googleAnalytics()'],
  ['data-ga', ['AW-123456789'], 'This is an id of Google Ads or AdSense: use googleAds() in npm.'],
  ['data-gtm', ['DC-1234567'], 'This is a Floodlight id, which is not supported. Expected the'],
  ['policy-versions', ['18.1.2024'], 'policy-versions of a call of spaceoneConsent() is "18'],
  ['layer', ['location'], 'data-layer is "location". Expected the name of a variable'],
  ['nothing-asked', [], 'the page has no category. Expected data-ga, data-gtm', NO_BANNER],
  [
    'category',
    ['analitics', ['analytics', 'marketing']],
    '"analitics" names no category and no declared service of this page. Did you mean analytics? Expected analytics, marketing. What waits for this name stays blocked.',
  ],
  [
    'category',
    ['media/VIDOE', ['media', 'media/Video', 'media/Radio']],
    '"media/VIDOE" names no category and no declared service of this page. Did you mean media/Video? Expected media, media/Video, media/Radio. What',
  ],
  ['category', ['chat', []], 'Expected no name, because the page has no category.'],
  [
    'texts',
    ['headign', { heading: '', lead: '' }],
    '"headign" is no key of the texts. Did you mean heading? Expected heading, lead. This text is not shown.',
  ],
  [
    'unknown-language',
    ['fr'],
    'no texts in the language "fr". Expected en, ko, ja',
    'English is used.',
  ],
  ['module-script', [{}], 'consent.js was loaded with type="module"', 'scripts that ran before it'],
  ['late-versions', [], 'got versions or services after consent.js had started. Expected the call'],
  ['not-declared', ['media'], 'No service is declared for the purpose "media". Expected a service'],
  [
    'declaration',
    ['Chat.retention', undefined, '{ seconds }'],
    'Chat.retention is missing. Expected { seconds }. Visitors read “Not stated”.',
  ],
  ['compare-with', ['/a.json', new TypeError('404')], '/a.json could not be read as an earlier'],
  [
    'tag-forbidden',
    ['https://tag.example/a.js'],
    `https://tag.example/a.js ${BY_POLICY} Expected its host in script-src, or the nonce of the page`,
  ],
  [
    'tag-first',
    [{ 'G-ABC123': {}, dataLayer: {}, 'GTM-X1': {} }],
    'A tag of Google ran before consent.js: G-ABC123, GTM-X1. Expected the tag below consent.js',
  ],
  [
    'tag-config',
    ['G-1', { cookie_expires: 3600, cookie_path: '/' }, undefined],
    "The page's config of G-1 sets cookie_expires to 3600, but visitors read 13 months. Expected",
  ],
  [
    'tag-config',
    [
      'G-1',
      { cookie_expires: 60, cookie_update: true, cookie_prefix: 'a' },
      { cookie_expires: 60 },
    ],
    'sets cookie_update to true, but visitors read false, and cookie_prefix to a, but visitors read no prefix. Expected the same in',
  ],
  [
    'not-declared',
    [],
    'Google Tag Manager is the only service of this page. Expected a service for',
  ],
  ['facts-unused', ['Google Ads'], 'Google Ads is not started by this tag. Expected data-ga for'],
  ['tag-first', [{}], 'ran before consent.js: its id is unknown.'],
  [
    'tag-gateway',
    [['GTM-X1']],
    'serves a tag on a path of this site: GTM-X1. Expected this path in data-ga-server',
  ],
  ['other-set-up', [], 'createConsent was called again with other options. Expected the same'],
  [
    'other-host',
    ['.other.example', 'www.shop.example'],
    'The cookie domain is ".other.example", and this page is on www.shop.example. Expected a domain that the host of the page is under. The record is stored for www.shop.example alone. See dist/script/docs/README.md#data-cookie-domain',
  ],
  ['nonce-missing', [], 'Expected the nonce of the page on both. The script stays blocked.'],
])('explains %s %j, with a link', async (code, values, ...sentences) => {
  const [[text] = []] = await explained([code, values])
  expect(text).toMatch(/^\[SpaceONE Consent\] /)
  for (const sentence of sentences) expect(text).toContain(sentence)
  expect(text).toMatch(/ See dist\/script\/docs\/[\w./-]*README\.md#[\w-]+$/)
})

test.each([
  ['data-polcy-version', 'data-policy-version'],
  ['data-cookie-domian', 'data-cookie-domain'],
  ['data-theem', 'data-theme'],
  ['data-delivery-refusal', 'data-delivery-refusals'],
  ['data-gtn', 'data-gtm'],
  ['data-posiiton', 'data-position'],
  ...['data-cookieconsent', 'data-turbo-track', 'data-id', 'data-policy', 'data-'].map(own => [
    own,
  ]),
])(
  'of the unknown attribute %s suggests the known one, if that is near',
  async (attribute, near) => {
    const sentence = `${attribute} is unknown. Did you mean ${near}? The attribute is ignored. ${LINK}`
    expect(await explained([`${attribute}`, []])).toEqual(
      near ? [[`[SpaceONE Consent] ${sentence}`]] : [],
    )
  },
)

const BARE = 'No data-policy-version: do not join consent.js with other scripts. Google is blocked.'

test.each([
  ['the tag of consent.js that has no attributes', {}, 'The script tag of consent.js has no attr'],
  ['a file that joins the scripts of a site', null, 'No tag has data-policy-version. Expected con'],
])('names %s', async (_, found, sentence) => {
  vi.stubGlobal('document', { querySelector: () => found })
  const [[text] = []] = await explained([BARE, []])
  expect(text).toContain(sentence)
  expect(`${text}`.includes('joined')).toBe(!found)
})

const script = (type: string, blockedType: string | null, textContent: string) => ({
  ...{ type, textContent, getAttribute: () => blockedType },
})

test.each([
  [script('', null, ' one() '), true, '', 'The script ran before it was allowed, at each visit.'],
  [script('text/plain', 'module', 'one()'), false, ' data-type="module"', 'The script waits for'],
])(
  'says how to write an inline script with data-consent: %j',
  async (element, isAbove, type, now) => {
    const [[text] = []] = await explained([
      'requested-early',
      ['', 'script', 'media', isAbove, element],
    ])
    expect(text).toContain(
      `The inline script "one()" has data-consent and no type="text/plain". Expected <script type="text/plain"${type} data-consent="media">. ${now}`,
    )
  },
)

test('writes the same mistake once, another value of the same attribute again, and a long value shortened', async () => {
  const values = ['pink', 'pink', 'blue', 'x'.repeat(10_000)]
  const calls = await explained(
    ...values.map((value): [string, unknown[]] => ['data-theme', [value]]),
  )
  expect(calls).toHaveLength(3)
  expect(`${calls[2]?.[0]}`.length).toBeLessThan(300)
})

test('writes any other error of the start after the sentence', async () => {
  const error = new TypeError('broken')
  const sentence = 'consent.js stopped with the error beside this sentence. Expected calls such as'
  expect(await explained(['not-started', [error]])).toEqual([
    [expect.stringContaining(sentence), error],
  ])
})

test('writes a text unchanged when the text is not a code', async () => {
  expect(await explained(['Chat stays off.', [1]], ['constructor', []])).toEqual([
    ['[SpaceONE Consent] Chat stays off.', 1],
    ['[SpaceONE Consent] constructor'],
  ])
})

test('names an entry of facts for a service that the tag does not start, and no mistake in the facts for one that it starts', async () => {
  const entries = [{ name: 'Google Analytics', retention: { seconds: 60 } }, { name: 'Google Ads' }]
  const texts = (await explained(['not-started', [new Error('Google Ads'), entries]])).map(
    ([text]) => `${text}`,
  )
  expect(texts).toEqual([
    expect.stringContaining('consent.js stopped with the error'),
    expect.stringContaining('Google Ads is not started by this tag.'),
  ])
})

test('names no config of the page whose cookies the page has described in facts', async () => {
  const service = { name: 'Google Analytics', facts: { cookies: [{ name: '_ga', seconds: 60 }] } }
  vi.stubGlobal('spaceoneConsent', {
    options: { categories: { analytics: { services: [service] } } },
  })
  expect(await explained(['tag-config', ['G-1', { cookie_expires: 60 }, undefined]])).toEqual([])
})
