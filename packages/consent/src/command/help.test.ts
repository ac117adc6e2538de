import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CODES } from './check/findings.ts'
import { HELP } from './help.ts'
import { BUILD_OPTIONS } from './run-build.ts'
import { CHECK_OPTIONS } from './run-check.ts'
import { POLICY_OPTIONS } from './run-policy.ts'

const README = readFileSync(new URL('README.md', import.meta.url), 'utf8')

const optionsIn = (text: string) =>
  [...new Set([...text.matchAll(/--([a-z][a-z-]+)/g)].map(([, name = '']) => name))].sort()

const OPTIONS = { ...POLICY_OPTIONS, ...CHECK_OPTIONS, ...BUILD_OPTIONS }
const ALL = ['config', 'help', 'version', ...Object.keys(OPTIONS)].sort()

test('the help names every option, and no other, and the README no unknown one', () => {
  expect(optionsIn(HELP)).toEqual(ALL)
  expect(optionsIn(README).filter(name => ![...ALL, 'no'].includes(name))).toEqual([])
})

test('the README has every code of a check', () => {
  const missing = Object.values(CODES).filter(code => !README.includes(`\`${code}\``))
  expect(missing.filter(code => !/^other-(contact|tool-kind|setter|refusal)$/.test(code))).toEqual(
    [],
  )
})
