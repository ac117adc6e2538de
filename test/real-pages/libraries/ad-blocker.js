// An ad blocker answers requests for Google's tags with stubs, whose functions do nothing:
// https://github.com/gorhill/uBlock/blob/master/src/web_accessible_resources/googletagmanager_gtm.js
// https://github.com/gorhill/uBlock/blob/master/src/web_accessible_resources/google-analytics_analytics.js
import { collect } from '../collect.js'

const ignore = () => {}

window.ga = Object.assign(ignore, {
  create: () => ({ send: ignore }),
  getAll: () => [],
  loaded: true,
})
window.gtag = ignore
if (window.dataLayer)
  window.dataLayer.push = entry => {
    if (typeof entry?.eventCallback === 'function') setTimeout(entry.eventCallback, 1)
  }

window.library = {
  /** Calls the stubs as a page would. */
  async use() {
    window.ga('send', 'pageview')
    return [typeof window.gtag, window.ga.getAll()]
  },
  reach(name) {
    new Image().src = collect(name)
  },
}
