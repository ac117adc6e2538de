import { createConsent, googleAnalytics } from '@spaceone/consent'
import { useGtag } from 'nuxt-gtag/runtime/composables/useGtag.js'
import plugin from 'nuxt-gtag/runtime/plugin.client.js'

// A plugin of the site that Nuxt runs first.
const consent = createConsent({
  policy: { version: '2024-01-18', url: '/privacy' },
  categories: {
    analytics: { services: [googleAnalytics({ id: 'G-WRAPPED', loadScript: false })] },
  },
})

plugin.setup()

Object.assign(window, { consent, sendEvent: name => useGtag().gtag('event', name) })
