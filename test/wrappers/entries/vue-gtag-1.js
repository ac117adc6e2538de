import Vue from 'vue-2'
import VueGtag from 'vue-gtag-1'
import { consentOf } from '../consent.js'

consentOf()

Vue.use(VueGtag, {
  config: { id: 'G-WRAPPED' },
  onReady: () => Object.assign(window, { isReady: true }),
})
new Vue({ render: h => h('h1', 'vue-gtag 1') }).$mount('#app')

window.sendEvent = name => Vue.$gtag.event(name)
