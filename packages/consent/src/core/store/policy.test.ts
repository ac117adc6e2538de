import { expect, test } from 'vitest'
import { versionsSince } from '../../shared/versions-since.ts'
import type { PolicyVersion } from './options.ts'
import { covers } from './state.ts'

const VERSIONS: readonly PolicyVersion[] = [
  { version: '3', effective: '2024-01-18', material: false },
  { version: '1', effective: '2022-07-01', material: true },
  { version: '2', effective: '2022-12-30', material: false },
  { version: '4', effective: '2025-03-01', material: true, changes: { en: 'Surveys' } },
  { version: '5', effective: '2025-09-01', material: false },
]
const sameDay = VERSIONS.map(version => ({ ...version, effective: '2024-01-18' }))
const odd = VERSIONS.map(version => ({ ...version, material: undefined as unknown as boolean }))

type Row = [
  about: string,
  agreed: string,
  version: string,
  boolean,
  since?: string | undefined,
  list?: unknown,
]

// Each row is about a decision on the version `agreed`, while `version` is in force.
test.each<Row>([
  ['the version in force counts, without a list', '9', '9', true, undefined, null],
  ['another version does not count, without a list', '8', '9', false, undefined, null],
  ['the version in force counts, listed or not', '9', '9', true],
  ['a version counts when none was material since [26]', '1', '3', true, '3,2'],
  ['the latest material version counts', '4', '5', true, '5'],
  ['a version before a material one does not count [26]', '3', '4', false, '4'],
  ['a version before an earlier material one does not count [26]', '3', '5', false, '4,5'],
  ['an unknown version does not count', '0', '3', false],
  ['a version does not count when the one in force is not listed', '1', '6', false],
  ['a version later than the one in force does not count', '4', '3', false],
  ['another version of the same day does not count', '2', '3', false, undefined, sameDay],
  ['a later version counts as material if that is no boolean', '1', '3', false, '3,2', odd],
])('%s', (_, agreed, version, counts, since, list = VERSIONS) => {
  const policy = { version, ...(list ? { versions: list as typeof VERSIONS } : {}) }
  expect(covers(policy, agreed)).toBe(counts)
  expect(
    versionsSince(policy, agreed)
      ?.map(one => one.version)
      .join(),
  ).toBe(since)
})
