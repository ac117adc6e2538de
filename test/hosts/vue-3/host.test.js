// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://host.test/" }
// A front end in Vue 3, which reads the store by the SDK's composables and by that of nanostores.

import { useStore } from '@nanostores/vue'
import { createConsent } from '@spaceone/consent'
import { consentPlugin, useConsent, useGranted } from '@spaceone/consent/vue'
import { expect, test } from 'vitest'
import { createApp, h, nextTick } from 'vue'

test('each composable follows the consent', async () => {
  const consent = createConsent({
    policy: { version: '2024-01-18' },
    categories: { analytics: {}, marketing: {} },
  })
  const app = createApp({
    setup() {
      const [state, isGranted, store] = [
        useConsent(),
        useGranted('analytics'),
        useStore(consent.$state),
      ]
      return () =>
        h('p', `${state.value.granted.analytics} ${isGranted.value} ${store.value.status}`)
    },
  })
  const container = document.createElement('div')
  app.use(consentPlugin(consent)).mount(container)
  expect(container.textContent).toBe('false false undecided')
  consent.decide({ analytics: true, marketing: false })
  await nextTick()
  expect(container.textContent).toBe('true true decided')
  consent.withdraw('analytics')
  await nextTick()
  expect(container.textContent).toBe('false false decided')
  app.unmount()
})
