import { beforeEach, expect, test, vi } from 'vitest'
import type { explain } from './explain.ts'

// A new copy of the module has written no warning yet.
beforeEach(() => {
  vi.resetModules()
  vi.stubEnv('WAY_IN', 'tag')
  vi.stubGlobal('location', { hostname: 'www.shop.example' })
})

const explained = async (...warnings: readonly Parameters<typeof explain>[]) => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const module = await import('./explain.ts')
  for (const [code, values] of warnings) module.explain(code, values)
  return warn.mock.calls
}

const LINK = 'See dist/script/docs/README.md#the-script-tag-in-full'

const inline = (type: string, blockedType: string | null, textContent: string) => ({
  ...{ type, textContent, getAttribute: () => blockedType },
})

const WARNINGS: readonly Parameters<typeof explain>[] = [
  ['data-policy-version', [null]],
  ['data-policy-url-ko', ['//evil.example']],
  ['data-theme', ['pink']],
  ['data-ga', ['UA-12345-1']],
  ['data-ga', ['GTM-ABC1234']],
  ['data-gtm', ['G-ABC1234']],
  ['data-ga', ['AW-123456789']],
  ['data-gtm', ['DC-1234567']],
  ['policy-versions', ['18.1.2024']],
  ['layer', ['location']],
  ['nothing-asked', []],
  ['category', ['analitics', ['analytics', 'marketing']]],
  ['category', ['media/VIDOE', ['media', 'media/Video', 'media/Radio']]],
  ['category', ['chat', []]],
  ['texts', ['headign', { heading: '', lead: '' }]],
  ['unknown-language', ['fr']],
  ['module-script', [{}]],
  ['late-versions', []],
  ['not-declared', ['media']],
  ['declaration', ['Chat.retention', undefined, '{ seconds }']],
  ['compare-with', ['/a.json', new TypeError('404')]],
  ['tag-forbidden', ['https://tag.example/a.js']],
  ['tag-first', [{ 'G-ABC123': {}, dataLayer: {}, 'GTM-X1': {} }]],
  ['tag-config', ['G-1', { cookie_expires: 3600, cookie_path: '/' }, undefined]],
  [
    'tag-config',
    [
      'G-1',
      { cookie_expires: 60, cookie_update: true, cookie_prefix: 'a' },
      { cookie_expires: 60 },
    ],
  ],
  ['not-declared', []],
  ['facts-unused', ['Google Ads']],
  ['tag-first', [{}]],
  ['tag-gateway', [['GTM-X1']]],
  ['preset', ['clarty', 't7oy6y6059']],
  ['other-set-up', []],
  ['other-host', ['.other.example', 'www.shop.example']],
  ['nonce-missing', []],
  ['missing-file', ['ui.ko.js', new TypeError('404')]],
  ['missing-file', ['ui.ko.js', '0.1.0']],
  ['missing-file', ['start.js', new TypeError('404')]],
  ['view-failed', ['preferences', 'ko', new TypeError('404')]],
  ['requested-early', ['', 'script', 'media', true, inline('', null, ' one() ')]],
  ['requested-early', ['', 'script', 'media', false, inline('text/plain', 'module', 'two()')]],
]

// `npm run unit -- --update` writes the file.
test('explains each warning as printed-warnings.txt says, with a link', async () => {
  const calls = await explained(...WARNINGS)
  const written = WARNINGS.map(([code, values], at) => {
    const [text = ''] = calls[at] ?? []
    expect(text).toMatch(
      /^\[SpaceONE Consent\] .* See dist\/script\/docs\/[\w./-]*README\.md#[\w-]+$/,
    )
    return `${code} ${JSON.stringify(values)}\n  ${text.replace(/^.*?\] |dist\/script\/docs\//g, '')}\n`
  })
  await expect(written.join('')).toMatchFileSnapshot('printed-warnings.txt')
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
  [
    'the tag of consent.js without data-policy-version',
    {},
    'consent.js has no data-policy-version. Exp',
  ],
  ['a file that joins the scripts of a site', null, 'No tag has data-policy-version. Expected con'],
])('names %s', async (_, found, sentence) => {
  vi.stubGlobal('document', { querySelector: () => found })
  const [[text] = []] = await explained([BARE, []])
  expect(text).toContain(sentence)
  expect(`${text}`.includes('joined')).toBe(!found)
})

test('writes the same mistake once, another value of the same attribute again, and a long value shortened', async () => {
  const values = ['pink', 'pink', 'blue', 'x'.repeat(10_000)]
  const calls = await explained(
    ...values.map((value): [string, unknown[]] => ['data-theme', [value]]),
  )
  expect(calls).toHaveLength(3)
  expect(`${calls[2]?.[0]}`.length).toBeLessThan(300)
})

const STOPPED = expect.stringContaining(
  'consent.js stopped with the error beside this sentence. Expected calls such as',
)
const UNUSED = expect.stringContaining('Google Ads is not started by this tag.')
const BROKEN = new TypeError('broken')
const UNKNOWN = new Error('Google Ads')
const ENTRIES = [{ name: 'Google Analytics', retention: { seconds: 60 } }, { name: 'Google Ads' }]

test.each<[string, Parameters<typeof explain>, (readonly unknown[])[]]>([
  ['any other error of the start', ['not-started', [BROKEN]], [[STOPPED, BROKEN]]],
  ['a text that is no code', ['Chat stays off.', [1]], [['[SpaceONE Consent] Chat stays off.', 1]]],
  ['a text like a property', ['constructor', []], [['[SpaceONE Consent] constructor']]],
  [
    'facts for a service that the tag does not start, and no mistake in the facts for one that it starts',
    ['not-started', [UNKNOWN, ENTRIES]],
    [[STOPPED, UNKNOWN], [UNUSED]],
  ],
])('writes %s', async (_, warning, expected) => {
  expect(await explained(warning)).toEqual(expected)
})

test('names no config of the page whose cookies the page has described in facts', async () => {
  const service = { name: 'Google Analytics', facts: { cookies: [{ name: '_ga', seconds: 60 }] } }
  vi.stubGlobal('spaceoneConsent', {
    options: { categories: { analytics: { services: [service] } } },
  })
  expect(await explained(['tag-config', ['G-1', { cookie_expires: 60 }, undefined]])).toEqual([])
})
