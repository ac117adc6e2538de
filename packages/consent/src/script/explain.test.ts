import { afterEach, expect, test, vi } from 'vitest'
import type { explain } from './explain.ts'

const warn = vi.spyOn(console, 'warn').mockReturnValue()

afterEach(() => {
  warn.mockClear()
  // A new copy of the module has written no warning yet.
  vi.resetModules()
})

/** Explains the warnings in order and returns the calls of console.warn. */
const explained = async (...warnings: readonly Parameters<typeof explain>[]) => {
  const module = await import('./explain.ts')
  for (const [code, values] of warnings) module.explain(code, values)
  return warn.mock.calls
}

const LINK = 'See dist/script/docs/README.md#the-script-tag-in-full'

test.each([
  [
    'data-policy-version',
    null,
    `data-policy-version is missing. Expected the version of your privacy policy, such as "2024-01-18". No banner is shown and nothing optional runs. ${LINK}`,
  ],
  [
    'data-ga',
    'UA-12345-1',
    `data-ga is "UA-12345-1". This is an id of Universal Analytics, which Google has shut down. Expected the measurement id of Google Analytics 4, such as "G-1A2B3C4". No banner is shown and nothing optional runs. ${LINK}`,
  ],
  [
    'data-policy-url-ko',
    '//evil.example',
    `data-policy-url-ko is "//evil.example". Expected https://… or an address on this site, such as "/privacy". No banner is shown and nothing optional runs. ${LINK}`,
  ],
  [
    'data-theme',
    'pink',
    `data-theme is "pink". Expected "light", "dark" or "auto". Its default is used. ${LINK}`,
  ],
])('explains %s with the value, the expected form and the consequence', async (...row) => {
  const [attribute, value, sentence] = row
  expect(await explained([attribute, [value]])).toEqual([[`[SpaceONE Consent] ${sentence}`]])
})

test('shortens a long value', async () => {
  const [[text] = []] = await explained(['data-ga', ['x'.repeat(10_000)]])
  expect(`${text}`.length).toBeLessThan(300)
})

test('writes the same mistake once, and another value of the same attribute again', async () => {
  const calls = await explained(
    ['data-theme', ['pink']],
    ['data-theme', ['pink']],
    ['data-theme', ['blue']],
  )
  expect(calls).toHaveLength(2)
})

test.each([
  ['data-polcy-version', 'data-policy-version'],
  ['data-cookie-domian', 'data-cookie-domain'],
  ['data-theem', 'data-theme'],
  ['data-delivery-refusal', 'data-delivery-refusals'],
  ['data-gtn', 'data-gtm'],
  ['data-posiiton', 'data-position'],
])('suggests the known attribute when %s is misspelt', async (attribute, near) => {
  expect(await explained([attribute, []])).toEqual([
    [
      `[SpaceONE Consent] ${attribute} is unknown. Did you mean ${near}? The attribute is ignored. ${LINK}`,
    ],
  ])
})

test.each(['data-cookieconsent', 'data-turbo-track', 'data-id', 'data-policy', 'data-'])(
  'writes nothing about %s, which is an attribute of the site',
  async attribute => {
    expect(await explained([attribute, []])).toEqual([])
  },
)

test('explains the expected form when a call is invalid or the data layer cannot have its name', async () => {
  const calls = await explained(['policy-versions', ['18.1.2024']], ['layer', ['location']])
  expect(calls).toEqual([
    [
      expect.stringMatching(
        /policy-versions of a call of spaceoneConsent\(\) is "18\.1\.2024"\. Expected a list of versions/,
      ),
    ],
    [expect.stringContaining('data-layer is "location". Expected the name of a variable')],
  ])
})

test('writes any other error of the start after the sentence', async () => {
  const error = new TypeError('broken')
  expect(await explained(['not-started', [error]])).toEqual([
    [
      expect.stringContaining(
        'consent.js stopped with the error beside this sentence. Expected calls such as',
      ),
      error,
    ],
  ])
})

test('writes a text unchanged when the text is not a code', async () => {
  const calls = await explained(['Chat stays off.', [1]], ['constructor', []])
  expect(calls).toEqual([
    ['[SpaceONE Consent] Chat stays off.', 1],
    ['[SpaceONE Consent] constructor'],
  ])
})

test('throws nothing when the console of the page is broken [5]', async () => {
  warn.mockImplementationOnce(() => {
    throw new TypeError('broken')
  })
  await expect(explained(['data-theme', ['pink']])).resolves.toHaveLength(1)
})

test.each([
  [
    'data-ga',
    'GTM-ABC1234',
    'This is a Tag Manager id: use data-gtm, or googleTagManager() in npm.',
  ],
  [
    'data-gtm',
    'G-ABC1234',
    'This is a Google Analytics id: use data-ga, or googleAnalytics() in npm.',
  ],
  ['data-ga', 'AW-123456789', 'This is an id of Google Ads or AdSense: use googleAds() in npm.'],
  ['data-gtm', 'DC-1234567', 'This is a Floodlight id, which is not supported.'],
])('names the kind of the id when %s is %s', async (attribute, value, sentence) => {
  const [[text] = []] = await explained([attribute, [value]])
  expect(text).toContain(`${attribute} is "${value}". ${sentence} Expected the `)
  expect(text).toContain(`No banner is shown and nothing optional runs. ${LINK}`)
})

test.each([
  [
    ['nothing-asked'],
    'There is nothing to ask: the page has no category. Expected data-ga, data-gtm or data-categories on the script tag, or a name under `categories` in npm. No banner is shown and nothing optional runs.',
  ],
  [
    ['category', 'analitics', ['analytics', 'marketing']],
    '"analitics" names no category of this page. Did you mean analytics? Expected analytics, marketing. This name is never granted.',
  ],
  [
    ['texts', 'headign', { heading: '', lead: '' }],
    '"headign" is no key of the texts. Did you mean heading? Expected heading, lead. This text is not shown.',
  ],
  [
    ['data-lang', 'fr'],
    'There are no texts in the language "fr". Expected en, ko, ja, or a language that you have added texts for. English is used.',
  ],
  [
    ['module-script', {}],
    'consent.js was loaded with type="module", or in another way that hides its script element. Expected a classic script, without type: a module is deferred, and scripts of the page run before it. consent.js works from now on; scripts that ran before it were not blocked.',
  ],
  [
    ['missing-file', 'ui.en.js', '0.1.0'],
    'ui.en.js is of another version than consent.js, which is 0.1.0. Expected all files of one version, unchanged, in one folder. No banner is shown and nothing optional runs. A visitor who opens the settings is asked by the browser.',
  ],
  [
    ['missing-file', 'evidence.js', new TypeError('404')],
    'evidence.js could not be loaded or shown. Expected all files of one version, unchanged, in one folder. The decisions wait in this browser for a page that has the file.',
  ],
  [
    ['delivery-later', '/events', true],
    '/events is blocked by the Content-Security-Policy of this page. Expected its host in connect-src. The decisions wait in this browser and are sent again later.',
  ],
  [
    ['delivery-later', '/events', 0],
    '/events was not reached. Expected 200 or 204. The decisions wait in this browser and are sent again later.',
  ],
  [['dropped', '/events', 400], '/events answered 400 to a decision. Expected 200 or 204.'],
  [['loaded-twice'], 'consent.js is loaded twice. Expected one script tag. This copy is ignored.'],
  [['npm-first'], 'Expected either the package or consent.js. consent.js uses that consent'],
  [
    ['late-versions'],
    'spaceoneConsent() got versions after consent.js had started. Expected the call before the script tag. These versions do not count.',
  ],
  [
    ['tag-forbidden', 'https://www.googletagmanager.com/gtag/js?id=G-X'],
    'https://www.googletagmanager.com/gtag/js?id=G-X is blocked by the Content-Security-Policy of this page. Expected its host in script-src, or the nonce of the page on consent.js. The tag stays blocked.',
  ],
  [
    ['other-set-up'],
    'createConsent was called again with other options. Expected the same options',
  ],
  [['outbox-full'], 'Expected an endpoint that answers. The oldest decision is dropped.'],
  [
    ['requested-early', '/a.png', 'img', 'chat', false, { hasAttribute: () => true }],
    '/a.png was requested before it was allowed. data-consent has no effect with src: write data-src. Expected <img data-consent="chat" data-src="/a.png">. Each visit requests the address.',
  ],
  [
    ['requested-early', '/a', 'iframe', '', false, {}],
    'The element has src and no data-consent: write data-src and data-consent. Expected <iframe data-consent="category" data-src="/a"></iframe>',
  ],
  [['category', 'chat', []], 'Expected no name, because the page has no category.'],
  [
    ['no-way-back', ['data-consent-opn']],
    'No way back to the choice was found on this page. Expected an element with data-consent-open, data-button on the script tag, or a call of openPreferences(). Found data-consent-opn. Without a way back a visitor cannot withdraw.',
  ],
  [['nonce-missing'], 'Expected the nonce of the page on both. The script stays blocked.'],
] as const)('explains %j in full, with a link', async ([code, ...values], sentence) => {
  const [[text] = []] = await explained([code, values])
  expect(text).toContain(sentence)
  expect(text).toMatch(/ See dist\/script\/docs\/[\w./-]*README\.md#[\w-]+$/)
})

test('explains that the page is not in the domain of the cookie', async () => {
  vi.stubGlobal('location', { hostname: 'www.shop.example' })
  const calls = await explained(['data-cookie-domain', ['.other.example']])
  vi.unstubAllGlobals()
  expect(calls).toEqual([
    [
      '[SpaceONE Consent] The cookie domain is ".other.example", and this page is on www.shop.example. Expected a domain that the host of the page is under. The record is stored for www.shop.example alone. See dist/script/docs/README.md#data-cookie-domain',
    ],
  ])
})
