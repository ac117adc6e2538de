import { consentPlugin } from '@spaceone/consent/vue'
import { consent } from '../consent'

export default defineNuxtPlugin(nuxt => {
  nuxt.vueApp.use(consentPlugin(consent))
})
