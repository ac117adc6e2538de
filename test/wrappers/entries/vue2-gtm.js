import VueGtm from '@gtm-support/vue2-gtm'
import { createConsent, googleTagManager } from '@spaceone/consent'
import Vue from 'vue-2'

const consent = createConsent({
  policy: { version: '2024-01-18', url: '/privacy' },
  categories: {
    analytics: { services: [googleTagManager({ id: 'GTM-WRAPPED', loadScript: false })] },
  },
})

Vue.use(VueGtm, {
  id: 'GTM-WRAPPED',
  onReady: () => Object.assign(window, { isReady: true }),
})
new Vue({ render: h => h('h1', 'vue2-gtm') }).$mount('#app')

Object.assign(window, { consent, sendEvent: event => Vue.gtm.trackEvent({ event }) })
