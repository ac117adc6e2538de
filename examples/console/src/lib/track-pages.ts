import type VueRouter from 'vue-router'
import type { Route } from 'vue-router'
import type { ConsoleConsent } from './consent'
import { gtag, setPageView } from './gtag'

/**
 * The service Google Analytics in its category, as `isGranted` and `whenGranted` take it. A visitor
 * may refuse this service and grant the category.
 */
const SERVICE = 'analytics/Google Analytics'

/**
 * Sends a page view for each page that the visitor opens while Google Analytics is granted, and for
 * the current page at the grant. Sends the page's address without its query, which may contain a
 * token. The command `set` also removes the query from events that the tag sends by itself.
 *
 * @param consent If missing, `setPageView` sends a page view for each page, and nothing removes the
 *   query.
 */
export const trackPages = (router: VueRouter, consent: ConsoleConsent | undefined): void => {
  if (!consent) {
    router.afterEach(to => setPageView(to))
    return
  }
  const send = ({ path, matched }: Route) => {
    if (matched.length === 0 || !consent.isGranted(SERVICE)) return
    const page = { page_location: location.origin + path, page_path: path }
    gtag()?.set(page)
    gtag()?.pageview(page)
  }
  consent.whenGranted(SERVICE, () => send(router.currentRoute))
  router.afterEach(send)
}
