import { expect, test } from 'vitest'
import { changesSince } from './changes-since.ts'

const version = (name: string, effective: string, changes?: Record<string, string>) => ({
  version: name,
  effective,
  material: true,
  changes,
})

const POLICY = {
  version: '3',
  versions: [
    version('3', '2025-03-01', { en: 'Third.', ko: '셋째.' }),
    version('1', '2025-01-01', { en: 'First.' }),
    version('2', '2025-02-01', { en: 'Second.' }),
    version('4', '2025-04-01', { en: 'Fourth.' }),
  ],
}

test('returns the changes of each version after the agreed one, oldest first', () => {
  expect(changesSince(POLICY, '1', 'en')).toEqual(['Second.', 'Third.'])
  expect(changesSince(POLICY, '2', 'en')).toEqual(['Third.'])
})

test('returns a text in the language, else in English, else in any language', () => {
  expect(changesSince(POLICY, '1', 'ko')).toEqual(['Second.', '셋째.'])
  const versions = [version('1', '2025-01-01'), version('2', '2025-02-01', { fr: 'Deux.' })]
  expect(changesSince({ version: '2', versions }, '1', 'ja')).toEqual(['Deux.'])
})

test('omits a version that changed nothing material or has no text', () => {
  const versions = [
    version('1', '2025-01-01'),
    { ...version('2', '2025-02-01', { en: 'A comma.' }), material: false },
    version('3', '2025-03-01'),
  ]
  expect(changesSince({ version: '3', versions }, '1', 'en')).toEqual([])
})

test.each([
  ['the version in force', '3'],
  ['a later version', '4'],
  ['a version that is not listed', '0.9'],
  ['a version named like a property', 'constructor'],
])('returns nothing when the visitor has agreed to %s', (_, agreed) => {
  expect(changesSince(POLICY, agreed, 'en')).toEqual([])
})

test('returns nothing when the policy has no list, or the list lacks the version in force', () => {
  expect(changesSince({ version: '2' }, '1', 'en')).toEqual([])
  expect(changesSince({ ...POLICY, version: '9' }, '1', 'en')).toEqual([])
})

test('uses English or another language when the language has the name of an inherited property', () => {
  expect(changesSince(POLICY, '2', 'constructor')).toEqual(['Third.'])
})
