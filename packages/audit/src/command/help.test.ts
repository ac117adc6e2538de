import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { AUDIT_OPTIONS } from './audit-options.ts'
import { HELP } from './help.ts'
import { JUDGE_OPTIONS } from './run-judge.ts'
import { SOURCES_OPTIONS } from './run-sources.ts'

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

/** Lists the options that a text names. */
const optionsIn = (text: string) =>
  [...new Set([...text.matchAll(/--([a-z][a-z-]+)/g)].map(([, name = '']) => name))].sort()

test('the help of an audit names every option, and no other, and the README no unknown one', () => {
  const known = [...AUDIT_OPTIONS, 'help', 'key', 'version'].sort()
  // The README also has options of npm, and of the other verbs.
  const others = [...known, 'json', 'no', 'pack-destination', 'save-dev', 'workspace']
  expect(optionsIn(HELP.audit)).toEqual(known)
  expect(optionsIn(README).filter(name => !others.includes(name))).toEqual([])
})

test('the help of judge names every option, and no other', () => {
  expect(optionsIn(HELP.judge)).toEqual([...JUDGE_OPTIONS].sort())
})

test('the help of sources names every option, and no other', () => {
  expect(optionsIn(HELP.sources)).toEqual([...SOURCES_OPTIONS].sort())
})
