import { expect, test } from 'vitest'
import { covers, type PolicyVersion, versionsSince } from './policy.ts'

const VERSIONS: readonly PolicyVersion[] = [
  { version: '3', effective: '2024-01-18', material: false },
  { version: '1', effective: '2022-07-01', material: true },
  { version: '2', effective: '2022-12-30', material: false },
  { version: '4', effective: '2025-03-01', material: true, changes: { en: 'Surveys' } },
  { version: '5', effective: '2025-09-01', material: false },
]

const policy = (version: string, versions = VERSIONS) => ({ version, versions })

test('a decision counts for its own version, listed or not', () => {
  expect(covers({ version: '9' }, '9')).toBe(true)
  expect(covers(policy('9'), '9')).toBe(true)
})

test('a decision still counts when no later version was material [26]', () => {
  expect(covers(policy('3'), '1')).toBe(true)
  expect(covers(policy('5'), '4')).toBe(true)
})

test('a decision no longer counts after one material version [26]', () => {
  expect(covers(policy('4'), '3')).toBe(false)
  expect(covers(policy('5'), '3')).toBe(false)
})

test('a version that comes into force later has no effect yet', () => {
  expect(covers(policy('3'), '2')).toBe(true)
  expect(versionsSince(policy('3'), '1')?.map(({ version }) => version)).toEqual(['3', '2'])
})

test.each([
  ['an unknown version', '0', '3'],
  ['a version in force that is not listed', '1', '6'],
  ['a version later than the one in force', '4', '3'],
])('a decision on %s does not count', (_, agreed, inForce) => {
  expect(covers(policy(inForce), agreed)).toBe(false)
  expect(versionsSince(policy(inForce), agreed)).toBeUndefined()
})

test('a decision does not count for another version of the same day', () => {
  const versions = VERSIONS.map(version => ({ ...version, effective: '2024-01-18' }))
  expect(covers(policy('3', versions), '2')).toBe(false)
  expect(versionsSince(policy('3', versions), '2')).toBeUndefined()
})

test('a version is material unless `material` is false', () => {
  const odd = VERSIONS.map(version => ({ ...version, material: undefined as unknown as boolean }))
  expect(covers(policy('3', odd), '1')).toBe(false)
})
