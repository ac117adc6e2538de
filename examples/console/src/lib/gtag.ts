import Vue from 'vue'
import VueGtag, { type VueGtag as Gtag } from 'vue-gtag'
import type { Route } from 'vue-router'
import type { Config } from '../config'

/** Google Analytics, as it was before there was a consent. Not a line is changed for it. */
export const initGtag = ({ GTAG_ID }: Config): void => {
  if (GTAG_ID === 'DISABLED') return
  Vue.use(VueGtag, { config: { id: GTAG_ID } })
}

/** Nothing where it has not been initialised. */
export const gtag = (): Gtag | undefined => Vue.prototype.$gtag

export const setPageView = ({ path }: Route): void => {
  gtag()?.pageview({ page_path: path })
}
