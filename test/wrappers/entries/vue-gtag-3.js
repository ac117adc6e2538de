import { createApp, h } from 'vue'
import { createGtag, event } from 'vue-gtag-3'
import { consentOf } from '../consent.js'

consentOf()

createApp({ render: () => h('h1', 'vue-gtag 3') })
  .use(
    createGtag({
      tagId: 'G-WRAPPED',
      resource: { preconnect: true },
      hooks: { 'script:loaded': () => Object.assign(window, { isReady: true }) },
    }),
  )
  .mount('#app')

window.sendEvent = name => event(name)
