import Vue from 'vue'
import VueGtag, { type VueGtag as Gtag } from 'vue-gtag'
import type { Route } from 'vue-router'
import type { Config } from '../config'

/** Starts Google Analytics. This file is the same as before the SDK was added. */
export const initGtag = ({ GTAG_ID }: Config): void => {
  if (GTAG_ID === 'DISABLED') return
  Vue.use(VueGtag, { config: { id: GTAG_ID } })
}

/** Sends a page view. Does nothing if Google Analytics has not been started. */
export const gtag = (): Gtag | undefined => Vue.prototype.$gtag

export const setPageView = ({ path }: Route): void => {
  gtag()?.pageview({ page_path: path })
}
