import { expectTypeOf, test } from 'vitest'
import type { ConsentKey } from '../../shared/service-key.ts'
import { createStore } from './create-store.ts'

const consent = createStore({
  policy: { version: '2024-01-18' },
  categories: { analytics: {}, personalization: {} },
})

test('knows the categories of the configuration, and no others', () => {
  expectTypeOf(consent.isGranted)
    .parameter(0)
    .toEqualTypeOf<ConsentKey<'analytics' | 'personalization'>>()
  consent.isGranted('analytics')
  // @ts-expect-error misspelt
  consent.isGranted('analyics')
  // @ts-expect-error misspelt
  consent.withdraw('personalisation')
  // @ts-expect-error misspelt
  consent.decide({ analyics: true })
  // @ts-expect-error misspelt
  consent.whenGranted('marketing', () => {})
})

test('gives every category an answer', () => {
  const { granted, pending } = consent.$state.get()
  expectTypeOf(granted.analytics).toEqualTypeOf<boolean>()
  expectTypeOf(pending).toEqualTypeOf<readonly ('analytics' | 'personalization')[]>()
  // @ts-expect-error not configured
  granted.marketing
})

test('lets nobody write the state', () => {
  const state = consent.$state.get()
  // @ts-expect-error read-only
  state.granted.analytics = true
  // @ts-expect-error read-only
  consent.$state.set(state)
})

test('takes answers that are yes or no', () => {
  // @ts-expect-error no boolean
  consent.decide({ analytics: 'yes' })
})

test('wants a policy version', () => {
  // @ts-expect-error no version
  createStore({ policy: {}, categories: { analytics: {} } })
})
