import { expect, test, vi } from 'vitest'
import { nested } from '../../../../test/support/odd-values.ts'
import type { ConsentOptions } from '../core/store/options.ts'
import { checkCall, checkOptions } from './check-options.ts'

const check = (changes: object) => () =>
  checkOptions({
    policy: { version: '1' },
    categories: { analytics: {} },
    ...changes,
  } as ConsentOptions<string>)

test('accepts a complete configuration', () => {
  const complete = {
    history: { days: 30 },
    policy: {
      version: '2024-01-18',
      versions: [{ version: '2024-01-18', effective: '2024-01-18', material: true }],
      url: {
        ...{ ko: '/ko/privacy', en: 'https://a.test/privacy', de: 'http://localhost:3000/x' },
        ...{ fr: 'http://127.0.0.1/x', es: 'privacy', it: './privacy', ja: '?p=1', pl: '#privacy' },
      },
    },
    categories: { analytics: {}, 'personal-offers_2': {} },
    cookie: { name: '__Host-consent', domain: '.megazone.io', days: 400 },
    language: 'ko-KR',
  }
  expect(check(complete)).not.toThrow()
})

const policy = (part: object) => ({ policy: { version: '1', ...part } })

test.each<[code: string, changes: object]>([
  ['policy-version', { policy: undefined }],
  ['policy-version', policy({ version: '' })],
  ['policy-version', policy({ version: 1 })],
  ['policy-version', policy({ version: '개정판' })],
  ['policy-version', policy({ version: 'x'.repeat(41) })],
  ['policy-url', policy({ url: { ko: '//evil.test' } })],
  ...[
    ...['', ' https://a.test', 7, null, 'JAVASCRIPT:alert(1)', 'java\tscript:alert(1)'],
    ...['data:text/html,x', 'blob:x', 'file:///x', 'ftp://host.test/', 'http://host.test/'],
    ...['\\\\host.test', '/\\host.test', 'https:\n//host.test', 'http://localhost@host.test/'],
  ].map((url): [string, object] => ['policy-url', policy({ url: [url] })]),
  ['policy-versions', policy({ versions: [{ version: '1' }] })],
  ['policy-versions', policy({ versions: [{ effective: '2024-01-18' }] })],
  ['policy-versions', policy({ versions: [{ version: '1', effective: '18.1.2024' }] })],
  ['history-days', { history: { days: -1 } }],
  ['history-days', { history: { days: 1.5 } }],
  ['categories', { categories: undefined }],
  ['categories', { categories: { '': {} } }],
  ['categories', { categories: { ['__proto__']: {} } }],
  ['categories', { categories: { '1': {} } }],
  ['categories', { categories: { 'a.b': 5 } }],
  ['services', { categories: { analytics: { services: [{}] } } }],
  ['cookie-name', { cookie: { name: 'a;b' } }],
  ['cookie-domain', { cookie: { domain: 'https://a.test' } }],
  ['cookie-days', { cookie: { days: 0 } }],
  ['cookie-days', { cookie: { days: 401 } }],
  ['cookie-days', { cookie: { days: Number.NaN } }],
  ['lang', { language: 7 }],
])('throws an error with the code %s: %j [51]', (code, changes) => {
  expect(check(changes)).toThrow(expect.objectContaining({ name: 'ConsentError', code }))
})

// options.test.ts shows that the code is that of the option, for each option of each function.
test.each<[path: string, value: unknown]>([
  ['position', 'top'],
  ['theme', 'blue'],
  ['zIndex', '10'],
  ['texts.not a language', {}],
  ['texts.ko.banner.lead', 1],
  ['guide.chrome.checked', 'yesterday'],
  ['guide.chrome.tasks.accept', 1],
  ['guide.chrome.help', '//evil.example'],
  ...['help', 'googleOptOut', 'wayOut'].flatMap(link =>
    ['javascript:alert(1)', 'data:text/html,x', 'java\tscript:alert(1)'].map(
      (address): [string, string] => [`guide.chrome.${link}`, address],
    ),
  ),
])('mountConsentUi does not accept %s: %j [51]', (path, value) => {
  expect(() => checkCall('mountConsentUi', nested(path, value))).toThrow(
    expect.objectContaining({ name: 'ConsentError' }),
  )
})

test.each<[path: string, value: unknown]>([
  ['', { position: 'left', theme: 'dark', button: 'right', zIndex: -1, nonce: 'abc' }],
  ['texts.ko.banner', { heading: '쿠키', purposes: { chat: '상담' }, right: ['a', 'b'] }],
  ['guide.chrome', { help: 'https://help.example/', checked: '2026-01-01', legacy: false }],
  ['guide.chrome.tasks.accept', 'a > b'],
  ['guide.line.wayOut', 'intent://x#Intent;end'],
])('mountConsentUi accepts %s: %j', (path, value) => {
  expect(() => checkCall('mountConsentUi', nested(path, value))).not.toThrow()
})

test.each<[changes: object, sentence?: string]>([
  [{ cookie: { days: 183 } }, 'A decision counts for 183 days. Expected at least 184: a visitor'],
  [{ categories: {} }, 'There is nothing to ask: the page has no category. Expected'],
  [
    { cookie: { domain: '.other.example' } },
    'The cookie domain is ".other.example", and this page is on www.shop.example. Expected',
  ],
  [{ cookie: { days: 184 } }],
  ...['.shop.example', 'Shop.example', 'www.shop.example'].map((domain): [object] => [
    { cookie: { domain } },
  ]),
])('of %j warns: %s', (changes, sentence) => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  vi.stubGlobal('location', { hostname: 'www.shop.example' })
  check(changes)()
  expect(warn.mock.calls).toEqual(sentence ? [[expect.stringContaining(sentence)]] : [])
})
