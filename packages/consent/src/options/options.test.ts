import { expect, test } from 'vitest'
import { ATTRIBUTES, LOOKS } from './attributes.ts'
import { checkCall } from './check-options.ts'
import { type ConsentErrorCode, EXPECTED, NPM_EXPECTED } from './expected.ts'
import { type CheckedCall, npmForms, npmName } from './npm-forms.ts'

const ALL = { ...EXPECTED, ...NPM_EXPECTED }
const CODES = Object.keys(ALL) as ConsentErrorCode[]

/** The codes of options that a service or the delivery checks itself, and of names of categories. */
const ELSEWHERE = [
  'ga',
  'gtm',
  'ads',
  'ga-server',
  'layer',
  'src',
  'preset-id',
  'category',
  'delivery-refusals',
]

/** What each function needs, so that no other option is invalid. */
const NEEDED: Record<CheckedCall, Record<string, object | string>> = {
  createConsent: { policy: { version: '1' }, categories: {} },
  mountConsentUi: {},
  service: { name: 'Chat', addresses: [], cookies: [], start() {}, stop() {} },
}

test.each(CODES.filter(code => !ELSEWHERE.includes(code)))(
  'an invalid value of the option %s has its code in each function that takes the option',
  code => {
    const [first = '', second] = npmName(code).split('.')
    const calls = (Object.keys(NEEDED) as CheckedCall[]).filter(call => {
      const form = npmForms()[call].has?.[first]
      return second ? form?.has?.[second] : form
    })
    expect(calls).not.toEqual([])
    for (const call of calls)
      expect(() =>
        checkCall(call, {
          ...NEEDED[call],
          [first]: second ? { ...Object(NEEDED[call][first]), [second]: 0.5 } : 0.5,
        }),
      ).toThrow(expect.objectContaining({ code }))
  },
)

test.each(CODES)('what was expected of %s continues a sentence', code => {
  expect(ALL[code]).toMatch(/^[^A-Z\s].+[^.\s]$/)
})

test('every attribute has a pattern, every look is an attribute, and no option has two sentences', () => {
  expect(Object.keys(ATTRIBUTES)).toEqual(expect.arrayContaining([...LOOKS]))
  for (const form of Object.values(ATTRIBUTES)) expect(form).toBeInstanceOf(RegExp)
  expect(Object.keys(NPM_EXPECTED).filter(code => code in EXPECTED)).toEqual([])
})
