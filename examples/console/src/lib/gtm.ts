import VueGtm from '@gtm-support/vue2-gtm'
import Vue from 'vue'
import type { Config } from '../config'

/**
 * Installs vue2-gtm, which inserts Google's script, unless `GTM_ID` is `DISABLED`. This code is the
 * same as before the SDK was added.
 */
export const initGtm = ({ GTM_ID, TAG_SERVER }: Config): void => {
  if (GTM_ID === 'DISABLED') return
  Vue.use(VueGtm, {
    id: GTM_ID,
    source: TAG_SERVER && `${TAG_SERVER}/gtm.js`,
    defer: false,
    compatibility: false,
    nonce: '',
    enabled: true,
    debug: false,
    loadScript: true,
    trackOnNextTick: false,
  })
}
