import { createConsent, googleAnalytics } from '@spaceone/consent'
import { createApp, h } from 'vue'
import VueGtag, { event } from 'vue-gtag-next'

const consent = createConsent({
  policy: { version: '2024-01-18', url: '/privacy' },
  categories: {
    analytics: { services: [googleAnalytics({ id: 'G-WRAPPED', loadScript: false })] },
  },
})

createApp({ render: () => h('h1', 'vue-gtag-next') })
  .use(VueGtag, { property: { id: 'G-WRAPPED' } })
  .mount('#app')

Object.assign(window, { consent, sendEvent: name => event(name) })
