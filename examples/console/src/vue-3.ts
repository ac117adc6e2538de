import { createConsent } from '@spaceone/consent'
import { consentPlugin, useConsent } from '@spaceone/consent/vue'
import { createApp, h } from 'vue'

const consent = createConsent({
  policy: { version: '2024-01-18' },
  categories: { analytics: {} },
})

/** Uses `@spaceone/consent/vue` with Vue 3. The imports are the same as with Vue 2.7. */
const app = createApp({
  setup() {
    const state = useConsent()
    return () => [
      h('output', state.value.granted.analytics ? 'granted' : 'denied'),
      h('button', { onClick: () => consent.acceptAll() }, 'Allow'),
      h('button', { onClick: () => consent.rejectAll() }, 'Refuse'),
    ]
  },
})
app.use(consentPlugin(consent)).mount('#app')
