import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { AUDIT_OPTIONS } from './audit-options.ts'
import { HELP } from './help.ts'
import { JUDGE_OPTIONS } from './run-judge.ts'

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

/** Lists the options that a text names. */
const optionsIn = (text: string) =>
  [...new Set([...text.matchAll(/--([a-z][a-z-]+)/g)].map(([, name = '']) => name))].sort()

test('the help of an audit and the README name every option, and no other', () => {
  const known = AUDIT_OPTIONS
  expect(optionsIn(HELP.audit)).toEqual([...known, 'help', 'key', 'version'].sort())
  const [, section = ''] = README.split('\n## Options\n')
  expect(optionsIn(section.split('\n## ')[0] ?? '')).toEqual([...known].sort())
})

test('the help of judge names every option, and no other', () => {
  expect(optionsIn(HELP.judge)).toEqual([...JUDGE_OPTIONS].sort())
})
