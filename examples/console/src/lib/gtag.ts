import Vue from 'vue'
import VueGtag, { type VueGtag as Gtag } from 'vue-gtag'
import type { Route } from 'vue-router'
import type { Config } from '../config'

/**
 * Installs vue-gtag, which inserts Google's script, unless `GTAG_ID` is `DISABLED`. This code is
 * the same as before the SDK was added.
 */
export const initGtag = ({ GTAG_ID, TAG_SERVER }: Config): void => {
  if (GTAG_ID === 'DISABLED') return
  // Google's tag puts `https://` before a path, so it needs a whole address.
  const params = TAG_SERVER
    ? { server_container_url: new URL(TAG_SERVER, location.href).href }
    : undefined
  const addresses = TAG_SERVER
    ? { customResourceURL: `${TAG_SERVER}/gtag/js`, customPreconnectOrigin: TAG_SERVER }
    : {}
  Vue.use(VueGtag, { config: { id: GTAG_ID, params }, ...addresses })
}

/** Returns the API of vue-gtag; `undefined` if `initGtag` has not installed vue-gtag. */
export const gtag = (): Gtag | undefined => Vue.prototype.$gtag

/** Passes a page view to vue-gtag. Does nothing if `initGtag` has not installed vue-gtag. */
export const setPageView = ({ path }: Route): void => {
  gtag()?.pageview({ page_path: path })
}
