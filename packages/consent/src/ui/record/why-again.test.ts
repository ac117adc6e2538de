import { expect, test } from 'vitest'
import { changesSince } from './why-again.ts'

const version = (version: string, effective: string, changes?: object, material = true) => ({
  ...{ version, effective, material },
  changes: changes as Record<string, string> | undefined,
})

const VERSIONS = [
  version('3', '2025-03-01', { en: 'Third.', ko: '셋째.' }),
  version('1', '2025-01-01', { en: 'First.' }),
  version('2', '2025-02-01', { en: 'Second.' }),
  version('4', '2025-04-01', { en: 'Fourth.' }),
]
const FRENCH = [version('2', '2025-01-01'), version('3', '2025-02-01', { fr: 'Trois.' })]
const SILENT = [
  version('1', '2025-01-01'),
  version('2', '2025-02-01', { en: 'A comma.' }, false),
  version('3', '2025-03-01'),
]

type Versions = typeof VERSIONS | undefined

// policy.test.ts shows which versions came since.
test.each<[about: string, agreed: string, language: string, readonly string[], Versions?]>([
  ['of each version after the agreed one, oldest first', '1', 'en', ['Second.', 'Third.']],
  ['of the version in force alone', '2', 'en', ['Third.']],
  ['in the language, else in English', '1', 'ko', ['Second.', '셋째.']],
  ['in English, where the language is named like a property', '2', 'constructor', ['Third.']],
  ['in any language, if there is no English', '2', 'ja', ['Trois.'], FRENCH],
  ['but none of a version that is not material or has no text', '1', 'en', [], SILENT],
  ['but none since a version that is not listed', '0.9', 'en', []],
  ['but none since a version named like a property', 'constructor', 'en', []],
])('returns the changes %s', (_, agreed, language, changes, versions = VERSIONS) => {
  expect(changesSince({ version: '3', versions }, agreed, language)).toEqual(changes)
})
