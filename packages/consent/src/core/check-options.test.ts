import { expect, test } from 'vitest'
import { checkOptions } from './check-options.ts'
import type { ConsentOptions } from './options.ts'

const check = (changes: object) => () =>
  checkOptions({
    policy: { version: '1' },
    categories: { analytics: {} },
    ...changes,
  } as ConsentOptions<string>)

test('takes a complete configuration', () => {
  const complete = {
    history: { days: 30 },
    policy: {
      version: '2024-01-18',
      versions: [{ version: '2024-01-18', effective: '2024-01-18', material: true }],
      url: { ko: '/ko/privacy', en: 'https://a.test/privacy' },
    },
    categories: { analytics: {}, 'personal-offers_2': {} },
    cookie: { name: '__Host-consent', domain: '.megazone.io', days: 400 },
    language: 'ko-KR',
  }
  expect(check(complete)).not.toThrow()
})

test.each([
  ['policy-version', { policy: undefined }],
  ['policy-version', { policy: { version: '' } }],
  ['policy-version', { policy: { version: 1 } }],
  ['policy-version', { policy: { version: '개정판' } }],
  ['policy-version', { policy: { version: 'x'.repeat(41) } }],
  ['policy-url', { policy: { version: '1', url: 'javascript:alert(1)' } }],
  ['policy-url', { policy: { version: '1', url: { ko: '//evil.test' } } }],
  ['policy-versions', { policy: { version: '1', versions: [{ version: '1' }] } }],
  ['policy-versions', { policy: { version: '1', versions: [{ effective: '2024-01-18' }] } }],
  [
    'policy-versions',
    { policy: { version: '1', versions: [{ version: '1', effective: '18.1.2024' }] } },
  ],
  ['history-days', { history: { days: -1 } }],
  ['history-days', { history: { days: 1.5 } }],
  ['categories', { categories: undefined }],
  ['categories', { categories: { '': {} } }],
  ['categories', { categories: { ['__proto__']: {} } }],
  ['categories', { categories: { '1': {} } }],
  ['cookie-name', { cookie: { name: 'a;b' } }],
  ['cookie-domain', { cookie: { domain: 'https://a.test' } }],
  ['cookie-days', { cookie: { days: 0 } }],
  ['cookie-days', { cookie: { days: 401 } }],
  ['cookie-days', { cookie: { days: Number.NaN } }],
  ['lang', { language: 'korean' }],
])('refuses with the code %s: %j [51]', (code, changes) => {
  expect(check(changes)).toThrow(expect.objectContaining({ name: 'ConsentError', code }))
})

test('says what was found and what to write instead', () => {
  expect(check({ cookie: { days: 500 } })).toThrow(
    'cookie-days: "500" does not work; write a whole number of days from 1 to 400',
  )
})

test.each(['/privacy', 'privacy.html', '../p?v=1:2#c', 'https://a.test/', 'http://localhost:80/p'])(
  'takes the address %j [51]',
  address => {
    expect(check({ policy: { version: '1', url: address } })).not.toThrow()
  },
)

test.each([
  '',
  '//evil.test',
  '/\\evil.test',
  '\\\\evil.test',
  'http://a.test',
  'http://localhost.evil.test',
  'javascript:alert(1)',
  'JaVaScript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  ' https://a.test',
  'data:text/html,x',
  'blob:https://a.test/1',
  7,
  null,
])('refuses the address %j [51]', address => {
  expect(check({ policy: { version: '1', url: [address] } })).toThrow('policy-url')
})
