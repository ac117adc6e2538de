// Code of a site with Vue or React, and mistakes that must not compile. Each TypeScript project in
// this folder compiles this file with the installed tarball.

import { type Consent, type ConsentState, createConsent } from '@spaceone/consent'
import * as react from '@spaceone/consent/react'
import { consentKey, consentPlugin, useConsent, useGranted } from '@spaceone/consent/vue'
import { createElement, type ReactElement } from 'react'
import { inject } from 'vue'
import { same } from './host.js'

const consent = createConsent({
  policy: { version: '2024-01-18' },
  categories: { analytics: {}, marketing: {} },
})
declare const other: Consent<'support'>

type Category = 'analytics' | 'marketing'

declare module '@spaceone/consent' {
  interface Register {
    consent: typeof consent
  }
}

export const plugin = consentPlugin(consent)

export const setup = (): boolean => {
  const state = useConsent()
  same<typeof state.value, ConsentState<Category>>(true)
  const provided = inject(consentKey, undefined)
  same<typeof provided, Consent<Category> | undefined>(true)
  const elsewhere = useConsent(other)
  same<typeof elsewhere.value, ConsentState<'support'>>(true)
  // @ts-expect-error misspelt
  useGranted('analyics')
  // @ts-expect-error not a category of `other`
  useGranted('analytics', other)
  // @ts-expect-error read-only
  useConsent().value = state.value
  return useGranted('marketing').value || useGranted('support', other).value
}

export const Component = (): ReactElement => {
  const state = react.useConsent()
  same<typeof state, ConsentState<Category>>(true)
  const elsewhere = react.useConsent(other)
  same<typeof elsewhere, ConsentState<'support'>>(true)
  // @ts-expect-error misspelt
  react.useGranted('analyics')
  // @ts-expect-error not a category of `other`
  react.useGranted('analytics', other)
  const isGranted: boolean = react.useGranted('marketing') && react.useGranted('support', other)
  return createElement(react.ConsentProvider, { consent }, `${isGranted}`)
}

// @ts-expect-error no consent
createElement(react.ConsentProvider, {})
