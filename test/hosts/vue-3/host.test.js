// A front end in Vue 3: the store is read by the composables of this package, and by the one of nanostores.

import { useStore } from '@nanostores/vue'
import { createConsent } from '@spaceone/consent'
import { consentPlugin, useConsent, useGranted } from '@spaceone/consent/vue'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createApp, h, nextTick } from 'vue'

let consent

/** What each of them says. */
const COMPOSABLES = {
  useConsent: () => {
    const state = useConsent()
    return () => state.value.granted.analytics
  },
  useGranted: () => {
    const isGranted = useGranted('analytics')
    return () => isGranted.value
  },
  'useStore of nanostores': () => {
    const state = useStore(consent.$state)
    return () => state.value.granted.analytics
  },
}

beforeEach(() => {
  consent = createConsent({
    policy: { version: '2024-01-18' },
    categories: { analytics: {}, marketing: {} },
  })
})

afterEach(() => {
  consent.destroy()
  document.cookie = 'spaceone_consent=; Max-Age=-1; Path=/'
})

for (const [name, useIt] of Object.entries(COMPOSABLES))
  test(`${name} renders the granted categories, and unsubscribes with its component`, async () => {
    const app = createApp({
      setup() {
        const isGranted = useIt()
        return () => h('p', isGranted() ? 'granted' : 'denied')
      },
    })
    const container = document.createElement('div')
    const listeners = consent.$state.lc
    app.use(consentPlugin(consent)).mount(container)
    expect(container.textContent).toBe('denied')
    consent.decide({ analytics: true, marketing: false })
    await nextTick()
    expect(container.textContent).toBe('granted')
    consent.withdraw('analytics')
    await nextTick()
    expect(container.textContent).toBe('denied')
    app.unmount()
    expect(consent.$state.lc).toBe(listeners)
  })
