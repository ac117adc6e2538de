import {
  ADS_COOKIES,
  ADS_HOSTS,
  ADS_STORAGE,
  GOOGLE_COOKIES,
  GOOGLE_HIT,
  GOOGLE_HOSTS,
  TAG_HOST,
} from '../../inventory/google-rules.ts'
import { startInterceptors } from '../interceptors/start-interceptors.ts'
import { createRules, type Rule } from '../rules.ts'

/**
 * Returns the rule that blocks the hosts, cookies and keys of Google's tags, the site's tagging
 * server, and on other hosts what looks like a request of Google's tags. No grant unblocks them.
 */
export const googleRule = (server: string = TAG_HOST): Rule => ({
  unblockedBy: 'never',
  hosts: [TAG_HOST, ...GOOGLE_HOSTS, ...ADS_HOSTS, GOOGLE_HIT, server],
  cookies: [...GOOGLE_COOKIES, ...ADS_COOKIES],
  storage: ADS_STORAGE,
})

/**
 * Silences and blocks Google's tags until the page is left, because the SDK, or a service of
 * Google, cannot start. This file and its imports use as few built-ins as possible, since the page
 * may have replaced any of them.
 */
export const refuseGoogle = (): void => {
  ;(window as { _gaUserPrefs?: object })._gaUserPrefs = { ioo: () => true }
  // A rule that no grant can unblock does not read the consent's state, so none is passed.
  const rules = createRules(undefined as never)
  rules.register(googleRule())
  startInterceptors(rules)
}
