import VueGtm from '@gtm-support/vue2-gtm'
import { googleTagManager } from '@spaceone/consent'
import Vue from 'vue-2'
import { consentOf } from '../consent.js'

consentOf(googleTagManager({ id: 'GTM-WRAPPED', loadScript: false }))

Vue.use(VueGtm, {
  id: 'GTM-WRAPPED',
  onReady: () => Object.assign(window, { isReady: true }),
})
new Vue({ render: h => h('h1', 'vue2-gtm') }).$mount('#app')

window.sendEvent = event => Vue.gtm.trackEvent({ event })
