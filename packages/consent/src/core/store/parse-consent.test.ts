import { expect, test, vi } from 'vitest'
import { createStore } from '../store/create-store.ts'
import { parseConsent } from './parse-consent.ts'
import { memoryStorage } from './ports.ts'

const NOW = 1_763_000_000
const END = NOW + 184 * 86_400
const NAME = 'spaceone_consent'

const declared = (name: string) => ({ name, attach: () => () => {} })

const options = {
  policy: { version: '2024-01-18' },
  categories: {
    analytics: { services: [declared('Chat'), declared('Google Analytics')] },
    marketing: {},
  },
  services: [{ ...declared('Survey'), category: 'analytics' }],
}

const decided = (
  choices: { analytics?: boolean; marketing?: boolean },
  { gpc = false, without = [] as readonly string[] } = {},
) => {
  const storage = memoryStorage()
  const ports = { storage, now: () => NOW, signals: { gpc } }
  createStore(options, ports).decide(choices, { without })
  const [value = ''] = storage.read()
  return { cookie: `${NAME}=${value}`, value, state: createStore(options, ports).$state.get() }
}

const { cookie: GRANT, value: VALUE } = decided({ analytics: true })

const parse = (header: string | null | undefined, { now = NOW, gpc = false } = {}) =>
  parseConsent(header, options, { now: () => now, signals: { gpc } })

test.each<[{ analytics: boolean; marketing?: boolean }, { gpc?: boolean; without?: string[] }]>([
  [{ analytics: true }, {}],
  [{ analytics: false }, {}],
  [{ analytics: true, marketing: false }, {}],
  [{ analytics: true }, { without: ['analytics/Chat'] }],
  [{ analytics: true }, { gpc: true }],
])('returns the same state as the visitor’s page: %j, %j', (choices, more) => {
  const { cookie, state } = decided(choices, more)
  expect(parse(`theme=dark; ${cookie}; _ga=GA1.1.1.1`, more).state).toEqual(state)
})

test('grants what was granted, and nothing that was left out, not asked or is unknown [49]', () => {
  const { cookie } = decided({ analytics: true }, { without: ['analytics/Chat'] })
  const { isGranted, state } = parse(cookie)
  for (const key of ['analytics', 'analytics/Google Analytics', 'analytics/Survey'])
    expect(isGranted(key as 'analytics'), key).toBe(true)
  const unknown = [
    'analytics/Google Analitics',
    'analytics/survey',
    'analytics/',
    'analytics/constructor',
  ]
  for (const key of [
    ...['marketing', 'analytics/Chat', 'analyics', 'constructor', '__proto__', ''],
    ...unknown,
  ])
    expect(isGranted(key as 'analytics'), key).toBe(false)
  expect(state.pending).toEqual(['marketing'])
})

const refusal = decided({ analytics: false }).cookie

test.each<[about: string, header?: string | null]>([
  ['there is no header'],
  ['the header is null', null],
  ['the header is empty', ''],
  ['the header has no pair', ';;;'],
  ['the cookie has no value', `${NAME}=`],
  ['another cookie has a similar name', `x${GRANT}; ${NAME.toUpperCase()}=${VALUE}; x=${GRANT}`],
  ['the value is in quotes', `${NAME}="${VALUE}"`],
  ['the cookie has more than its value', GRANT.repeat(2)],
  ['two cookies differ [52]', `${GRANT}; ${refusal}`],
  ['two cookies differ, in the other order [52]', `${refusal}; ${GRANT}`],
])('grants nothing when %s', (_, header) => {
  const { state, isGranted } = parse(header)
  expect(state.status).toBe('undecided')
  expect(isGranted('analytics')).toBe(false)
})

test('grants until the last second, also when two cookies are equal, by the system clock when none is passed', () => {
  expect(parse(`${GRANT}; ${GRANT}`, { now: END - 1 }).isGranted('analytics')).toBe(true)
  vi.useFakeTimers()
  for (const seconds of [END - 1, END]) {
    vi.setSystemTime(seconds * 1000 + 999)
    expect(parseConsent(GRANT, options).isGranted('analytics')).toBe(seconds < END)
  }
})

test('grants nothing to a restricted visitor', () => {
  const { state, isGranted } = parseConsent(GRANT, { ...options, restricted: true })
  expect(state).toMatchObject({ status: 'restricted', pending: [] })
  expect(isGranted('analytics')).toBe(false)
})

const invalid = { ...declared('Map'), isInvalid: true }

test.each<[string, object]>([
  ['a service of a category', { categories: { analytics: { services: [invalid] } } }],
  ['a service', { services: [invalid] }],
  ['policy.version', { policy: { version: ' ' } }],
  ['policy', { policy: undefined }],
])('grants nothing when %s is invalid, as the page', (_, part) => {
  const { state, isGranted } = parseConsent(GRANT, { ...options, ...part }, { now: () => NOW })
  expect(state).toMatchObject({ status: 'restricted', pending: [] })
  expect(isGranted('analytics')).toBe(false)
})

test.each([
  ['ko-KR', 'ko-KR'],
  ['ko_KR', 'en'],
  ['', 'en'],
  [undefined, 'en'],
])('names the language of the page: %j', (language, expected) => {
  expect(parseConsent('', { ...options, language }).state.language).toBe(expected)
})

test.each([
  ['consent.v1', true],
  ['consentxv1', false],
  [NAME, false],
])('reads the cookie by the configured name, not %s', (name, isGranted) => {
  const named = { ...options, cookie: { name: 'consent.v1' } }
  const consent = parseConsent(`${name}=${VALUE}`, named, { now: () => NOW })
  expect(consent.isGranted('analytics')).toBe(isGranted)
})
