import { createConsent, googleAnalytics } from '@spaceone/consent'
import { createApp, h } from 'vue'
import { createGtag, event } from 'vue-gtag-3'

const consent = createConsent({
  policy: { version: '2024-01-18', url: '/privacy' },
  categories: {
    analytics: { services: [googleAnalytics({ id: 'G-WRAPPED', loadScript: false })] },
  },
})

createApp({ render: () => h('h1', 'vue-gtag 3') })
  .use(
    createGtag({
      tagId: 'G-WRAPPED',
      resource: { preconnect: true },
      hooks: { 'script:loaded': () => Object.assign(window, { isReady: true }) },
    }),
  )
  .mount('#app')

Object.assign(window, { consent, sendEvent: name => event(name) })
