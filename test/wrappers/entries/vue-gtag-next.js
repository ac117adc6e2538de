import { createApp, h } from 'vue'
import VueGtag, { event } from 'vue-gtag-next'
import { consentOf } from '../consent.js'

consentOf()

createApp({ render: () => h('h1', 'vue-gtag-next') })
  .use(VueGtag, { property: { id: 'G-WRAPPED' } })
  .mount('#app')

window.sendEvent = name => event(name)
