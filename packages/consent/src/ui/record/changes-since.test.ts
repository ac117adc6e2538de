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

test('says what each version after the one agreed to has changed, oldest first', () => {
  expect(changesSince(POLICY, '1', 'en')).toEqual(['Second.', 'Third.'])
  expect(changesSince(POLICY, '2', 'en')).toEqual(['Third.'])
})

test('speaks the language, else English, else any', () => {
  expect(changesSince(POLICY, '1', 'ko')).toEqual(['Second.', '셋째.'])
  const versions = [version('1', '2025-01-01'), version('2', '2025-02-01', { fr: 'Deux.' })]
  expect(changesSince({ version: '2', versions }, '1', 'ja')).toEqual(['Deux.'])
})

test('says nothing of a version that changed nothing material, or says nothing of it', () => {
  const versions = [
    version('1', '2025-01-01'),
    { ...version('2', '2025-02-01', { en: 'A comma.' }), material: false },
    version('3', '2025-03-01'),
  ]
  expect(changesSince({ version: '3', versions }, '1', 'en')).toEqual([])
})

test.each([
  ['the version in force', '3'],
  ['one that comes later', '4'],
  ['one that is not listed', '0.9'],
  ['one that is named like a property', 'constructor'],
])('says nothing to who has answered %s', (_, agreed) => {
  expect(changesSince(POLICY, agreed, 'en')).toEqual([])
})

test('says nothing where there is no list, or the version in force is not on it', () => {
  expect(changesSince({ version: '2' }, '1', 'en')).toEqual([])
  expect(changesSince({ ...POLICY, version: '9' }, '1', 'en')).toEqual([])
})

test('takes a language that is named like a property for one that is not there', () => {
  expect(changesSince(POLICY, '2', 'constructor')).toEqual(['Third.'])
})
