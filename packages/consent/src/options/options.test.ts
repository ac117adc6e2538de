import { expect, test } from 'vitest'
import { ATTRIBUTES, LOOKS } from './attributes.ts'
import { EXPECTED } from './expected.ts'
import { type CheckedCall, NPM_OPTIONS, type NpmOption } from './npm-options.ts'
import { npmOption, optionCodes } from './options.ts'

test.each(optionCodes())('the row %s is complete', code => {
  const { form, npm, calls, isRequired, expected, ...others } = npmOption(code)
  expect(others).toEqual({})
  expect(expected).toMatch(/^[^A-Z\s].+[^.\s]$/)
  if (calls[0]) expect(form).toBeDefined()
})

test('every attribute has a pattern, every look is an attribute, and no sentence of an expected value stands twice', () => {
  expect(Object.keys(ATTRIBUTES)).toEqual(expect.arrayContaining([...LOOKS]))
  for (const form of Object.values(ATTRIBUTES)) expect(form).toBeInstanceOf(RegExp)
  for (const [code, row] of Object.entries<NpmOption>(NPM_OPTIONS))
    expect(code in EXPECTED, code).toBe(row.expected === undefined)
})

test.each<CheckedCall>(['createConsent', 'mountConsentUi', 'service'])(
  'no two options of %s have the same name in npm',
  call => {
    const names = optionCodes()
      .map(npmOption)
      .flatMap(({ npm, calls }) => (calls.includes(call) ? [npm] : []))
    expect(new Set(names).size).toBe(names.length)
  },
)
