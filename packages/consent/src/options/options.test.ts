import { expect, test } from 'vitest'
import { ATTRIBUTES } from './attributes.ts'
import type { Call } from './option.ts'
import { allOptions, type ConsentErrorCode, npmName } from './options.ts'

test.each(Object.entries(allOptions()))('the row %s is complete', (code, row) => {
  const {
    form,
    npmForm,
    npm,
    calls = ['createConsent'],
    isRequired,
    isLook,
    expected,
    ...others
  } = row
  expect(others).toEqual({})
  expect(expected).toMatch(/^[^A-Z\s].+[^.\s]$/)
  if (calls[0]) expect(form).toBeDefined()
  if (code in ATTRIBUTES) expect(form).toBeInstanceOf(RegExp)
  else expect({ npmForm, isLook }).toEqual({})
})

test.each<Call>(['createConsent', 'mountConsentUi', 'service'])(
  'no two options of %s have the same name in npm',
  call => {
    const codes = Object.entries(allOptions())
      .filter(([, { calls = ['createConsent'] }]) => calls.includes(call))
      .map(([code]) => code as ConsentErrorCode)
    expect(new Set(codes.map(npmName)).size).toBe(codes.length)
  },
)
