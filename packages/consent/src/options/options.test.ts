import { expect, test } from 'vitest'
import { ATTRIBUTES, LOOKS } from './attributes.ts'
import { EXPECTED, NPM_EXPECTED } from './expected.ts'
import { type CheckedCall, npmOption, optionCodes } from './npm-options.ts'

test.each(optionCodes())('the row %s is complete', code => {
  const { form, npm, calls, isRequired, ...others } = npmOption(code)
  expect(others).toEqual({})
  expect({ ...EXPECTED, ...NPM_EXPECTED }[code]).toMatch(/^[^A-Z\s].+[^.\s]$/)
  if (calls[0]) expect(form).toBeDefined()
})

test('every attribute has a pattern, every look is an attribute, and no option has two sentences', () => {
  expect(Object.keys(ATTRIBUTES)).toEqual(expect.arrayContaining([...LOOKS]))
  for (const form of Object.values(ATTRIBUTES)) expect(form).toBeInstanceOf(RegExp)
  expect(Object.keys(NPM_EXPECTED).filter(code => code in EXPECTED)).toEqual([])
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
