import { expect, onTestFinished, test, vi } from 'vitest'
import { createConsent } from '../store/create-consent.ts'
import { memoryStorage } from '../stored/memory-storage.ts'
import { parseConsent } from './parse-consent.ts'

const NOW = 1_763_000_000
const DAY = 86_400
const NAME = 'spaceone_consent'

const options = {
  policy: { version: '2024-01-18' },
  categories: { analytics: {}, marketing: {} },
}

/** Decides on a page. Returns the cookie's value and the state of the next page. */
const decided = (
  choices: { analytics?: boolean; marketing?: boolean },
  { gpc = false, without = [] as readonly string[], version = '2024-01-18' } = {},
) => {
  const storage = memoryStorage()
  const ports = { storage, now: () => NOW, signals: { gpc } }
  const setUp = { ...options, policy: { version } }
  createConsent(setUp, ports).decide(choices, { without })
  const [value = ''] = storage.read()
  return { value, state: createConsent(setUp, ports).$state.get() }
}

const parse = (header: string | null | undefined, { now = NOW, gpc = false } = {}) =>
  parseConsent(header, options, { now: () => now, signals: { gpc } })

test('returns the same state as the visitor’s page', () => {
  for (const choices of [
    { analytics: true },
    { analytics: false },
    { analytics: true, marketing: false },
  ]) {
    const { value, state } = decided(choices)
    expect(parse(`theme=dark; ${NAME}=${value}; _ga=GA1.1.1.1`).state).toEqual(state)
  }
  const { value, state } = decided({ analytics: true }, { gpc: true })
  expect(parse(`${NAME}=${value}`, { gpc: true }).state).toEqual(state)
})

test('grants the granted categories, and none that was refused or not asked', () => {
  const { isGranted, state } = parse(`${NAME}=${decided({ analytics: true }).value}`)
  expect(isGranted('analytics')).toBe(true)
  expect(isGranted('marketing')).toBe(false)
  expect(state.pending).toEqual(['marketing'])
})

test('does not grant a service that the visitor has refused', () => {
  const { value } = decided({ analytics: true }, { without: ['analytics/Chat'] })
  const { isGranted } = parse(`${NAME}=${value}`)
  expect(isGranted('analytics/Chat')).toBe(false)
  expect(isGranted('analytics/Google Analytics')).toBe(true)
})

test('grants nothing when the cookie is missing or invalid', () => {
  const { value } = decided({ analytics: true })
  for (const header of [
    undefined,
    null,
    '',
    ';;;',
    NAME,
    `${NAME}=`,
    `${NAME}=1`,
    `${NAME}=%00`,
    `${NAME}=${value}x`,
    `${NAME}="${value}"`,
    `${NAME.toUpperCase()}=${value}`,
    `x${NAME}=${value}`,
    `x=${NAME}=${value}`,
    `${NAME}=${value}`.repeat(2),
    `${NAME}=${'A'.repeat(100_000)}`,
    `${NAME}=${btoa('{"v":1,"__proto__":{"c":{"analytics":1}}}')}`,
  ]) {
    const { state, isGranted } = parse(header)
    expect(state, header?.slice(0, 80)).toMatchObject({ status: 'undecided', record: undefined })
    expect(isGranted('analytics')).toBe(false)
  }
})

test('grants nothing when two cookies differ, in either order [52]', () => {
  const yes = decided({ analytics: true }).value
  const no = decided({ analytics: false }).value
  for (const header of [`${NAME}=${yes}; ${NAME}=${no}`, `${NAME}=${no}; ${NAME}=${yes}`])
    expect(parse(header).state).toMatchObject({ status: 'undecided', record: undefined })
  expect(parse(`${NAME}=${yes}; ${NAME}=${yes}`).isGranted('analytics')).toBe(true)
})

test('grants nothing for an expired record or another policy version', () => {
  const { value } = decided({ analytics: true })
  const last = parse(`${NAME}=${value}`, { now: NOW + 184 * DAY - 1 })
  expect(last.isGranted('analytics')).toBe(true)
  const late = parse(`${NAME}=${value}`, { now: NOW + 184 * DAY })
  expect(late.isGranted('analytics')).toBe(false)
  expect(late.state.status).toBe('expired')
  const old = decided({ analytics: true }, { version: '2022-12-30' })
  expect(parse(`${NAME}=${old.value}`).isGranted('analytics')).toBe(false)
  expect(parse(`${NAME}=${old.value}`).state.status).toBe('outdated')
})

test('uses the system clock when none is passed', () => {
  const { value } = decided({ analytics: true })
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const isGrantedAt = (seconds: number) => {
    vi.setSystemTime(seconds * 1000 + 999)
    return parseConsent(`${NAME}=${value}`, options).isGranted('analytics')
  }
  expect(isGrantedAt(NOW + 184 * DAY - 1)).toBe(true)
  expect(isGrantedAt(NOW + 184 * DAY)).toBe(false)
})

test('grants nothing to a restricted visitor, or when Global Privacy Control came after the grant', () => {
  const { value } = decided({ analytics: true })
  expect(parse(`${NAME}=${value}`, { gpc: true }).isGranted('analytics')).toBe(false)
  const young = parseConsent(`${NAME}=${value}`, { ...options, restricted: true })
  expect(young.state).toMatchObject({ status: 'restricted', pending: [] })
  expect(young.isGranted('analytics')).toBe(false)
})

test('reads the cookie by the configured name', () => {
  const { value } = decided({ analytics: true })
  const named = { ...options, cookie: { name: 'consent.v1' } }
  const ports = { now: () => NOW }
  expect(parseConsent(`consent.v1=${value}`, named, ports).isGranted('analytics')).toBe(true)
  expect(parseConsent(`consentxv1=${value}`, named, ports).isGranted('analytics')).toBe(false)
  expect(parseConsent(`${NAME}=${value}`, named, ports).isGranted('analytics')).toBe(false)
})

test('grants no unknown category, such as the name of an inherited property [49]', () => {
  const { isGranted } = parse(`${NAME}=${decided({ analytics: true }).value}`)
  for (const name of ['analyics', 'constructor', '__proto__', ''])
    expect(isGranted(name as 'analytics')).toBe(false)
})
