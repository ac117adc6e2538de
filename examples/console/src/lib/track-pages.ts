import type VueRouter from 'vue-router'
import type { Route } from 'vue-router'
import type { ConsoleConsent } from './consent'
import { gtag, setPageView } from './gtag'

/** Google Analytics' own part of the grant, which a visitor may leave out by itself. */
const SERVICE = 'Google Analytics'

/**
 * Sends a page view for each page that is seen while that is granted, and for the current one at the
 * grant. The address goes without its query, which may hold a token; `set` says so for every event
 * that the tag sends by itself, too.
 */
export const trackPages = (router: VueRouter, consent: ConsoleConsent | undefined): void => {
  if (!consent) {
    router.afterEach(to => setPageView(to))
    return
  }
  const send = ({ path, matched }: Route) => {
    if (matched.length === 0 || !consent.isGranted('analytics', SERVICE)) return
    const page = { page_location: location.origin + path, page_path: path }
    gtag()?.set(page)
    gtag()?.pageview(page)
  }
  consent.whenGranted('analytics', () => send(router.currentRoute), SERVICE)
  router.afterEach(send)
}
