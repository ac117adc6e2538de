import { expectTypeOf, test } from 'vitest'
import type { Consent, ConsentState } from './index.ts'
import { useConsent as useConsentInReact, useGranted as useGrantedInReact } from './react.ts'
import { useConsent, useGranted } from './vue.ts'

type Category = 'analytics' | 'marketing'

declare module './core/store/register.ts' {
  interface Register {
    consent: Consent<Category, 'Chat'> | undefined
  }
}

declare const other: Consent<'support'>

test('the hooks accept the categories of the registered consent and no others', () => {
  expectTypeOf(useConsentInReact()).toEqualTypeOf<ConsentState<Category>>()
  expectTypeOf(useConsent().value).toEqualTypeOf<ConsentState<Category>>()
  expectTypeOf(useGrantedInReact('analytics')).toEqualTypeOf<boolean>()
  expectTypeOf(useGranted('analytics').value).toEqualTypeOf<boolean>()
  // @ts-expect-error misspelt
  useGrantedInReact('analyics')
  // @ts-expect-error misspelt
  useGranted('analyics')
  // @ts-expect-error misspelt
  useConsent().value.granted.analyics
  // @ts-expect-error read-only
  useConsent().value = useConsent().value
})

test('the hooks accept the categories of the passed consent and no others', () => {
  expectTypeOf(useConsentInReact(other)).toEqualTypeOf<ConsentState<'support'>>()
  expectTypeOf(useConsent(other).value).toEqualTypeOf<ConsentState<'support'>>()
  useGrantedInReact('support', other)
  useGranted('support', other)
  // @ts-expect-error not a category of that consent
  useGrantedInReact('analytics', other)
  // @ts-expect-error not a category of that consent
  useGranted('analytics', other)
})
