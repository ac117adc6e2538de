import { createConsent } from '@spaceone/consent'
import { createApp, h } from 'vue'
import { useConsent } from './lib/use-consent'

const consent = createConsent({
  policy: { version: '2024-01-18' },
  categories: { analytics: {} },
})

/** The composable where the console will be one day. */
const app = createApp({
  setup() {
    const state = useConsent(consent)
    return () => [
      h('output', state.value.granted.analytics ? 'granted' : 'denied'),
      h('button', { onClick: () => consent.acceptAll() }, 'Allow'),
      h('button', { onClick: () => consent.rejectAll() }, 'Refuse'),
    ]
  },
})
app.mount('#app')
