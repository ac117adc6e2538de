import { expect, test } from 'vitest'
import { pageLine } from './build-row.ts'
import { type FilterName, filterGroups, groupEntries } from './group-entries.ts'
import type { LedgerEntry } from './open-ledger.ts'

const TAG = { kind: 'address', what: 'https://tag.test/a.js', blockedBy: 'analytics' } as const
const ENTRIES: readonly LedgerEntry[] = [
  { at: 0, ...TAG, by: 'src', rule: 'tag.test' },
  { at: 9, kind: 'cookie', what: '_ga', by: 'cookie' },
  { at: 9, ...TAG, by: 'appendChild', rule: 'tag.test', stack: 'a' },
  { at: 10, kind: 'cookie', what: '_ga', blockedBy: '' },
  { at: 11, kind: 'warning', what: 'texts' },
  { at: 100, ...TAG, by: 'src', rule: 'tag.test' },
]

test('entries about the same thing in the same moment are one group, the newest group first', () => {
  const groups = groupEntries(ENTRIES)
  expect(groups.map(({ outcome, by, count }) => [outcome, by.join(), count])).toEqual([
    ['blocked', 'src', 1],
    ['warning', '', 1],
    ['deleted', '', 1],
    ['let through', 'cookie', 1],
    ['blocked', 'src,appendChild', 2],
  ])
  // The row shows the line of the page's call.
  expect(groups[4]?.entry.stack).toBe('a')
})

test.each<[FilterName, text: string, times: readonly number[]]>([
  ['all', '', [100, 11, 10, 9, 9]],
  ['blocked', '', [100, 9]],
  ['let through', '', [9]],
  ['cookies', '', [10, 9]],
  ['warnings', '', [11]],
  ['all', ' APPEND', [9]],
  ['warnings', 'tag', []],
])('the filter %s with the text "%s" leaves the entries of %j', (filter, text, times) => {
  const left = filterGroups(groupEntries(ENTRIES), filter, text)
  expect(left.map(({ entry }) => entry.at)).toEqual(times)
})

const SDK = 'https://cdn.test/consent/'

test.each<[stack: string, where: string | undefined, within?: string]>([
  [
    `at n (${SDK}consent.js:1:2)\n    at async track (https://a.test/app.js:3:4)`,
    'https://a.test/app.js:3:4',
    'track',
  ],
  ['    at https://a.test/shop:3:4', 'https://a.test/shop:3:4', ''],
  [
    `n@${SDK}start.js:1:2\ntrack/<@https://a.test/app.js:3:4\n`,
    'https://a.test/app.js:3:4',
    'track/<',
  ],
  [`    at n (${SDK}start.js:1:2)`, undefined],
  ['    at Array.map (<anonymous>)', undefined],
])('pageLine finds in %j the line %s in "%s"', (stack, where, within = '') => {
  expect(pageLine(stack, SDK)).toEqual(where && { where, within })
})
