import { useGtag } from 'nuxt-gtag/runtime/composables/useGtag.js'
import plugin from 'nuxt-gtag/runtime/plugin.client.js'
import { consentOf } from '../consent.js'

// A plugin of the site that Nuxt runs first.
consentOf()

plugin.setup()

window.sendEvent = name => useGtag().gtag('event', name)
