import { createConsent, googleAnalytics } from '@spaceone/consent'
import Vue from 'vue-2'
import VueGtag from 'vue-gtag-1'

const consent = createConsent({
  policy: { version: '2024-01-18', url: '/privacy' },
  categories: {
    analytics: { services: [googleAnalytics({ id: 'G-WRAPPED', loadScript: false })] },
  },
})

Vue.use(VueGtag, {
  config: { id: 'G-WRAPPED' },
  onReady: () => Object.assign(window, { isReady: true }),
})
new Vue({ render: h => h('h1', 'vue-gtag 1') }).$mount('#app')

Object.assign(window, { consent, sendEvent: name => Vue.$gtag.event(name) })
