import type { CookieOptions, PolicyOptions } from '@spaceone/consent'

/** The consent block of the configuration, which the operator of an installation writes. */
export interface ConsentConfig {
  readonly policy: PolicyOptions
  /** Such as `{ "domain": ".example.com" }` when several sites share one decision. */
  readonly cookie?: CookieOptions
  /** Shows the console's own banner instead of the SDK's. */
  readonly ownBanner?: boolean
}

/** The content of `/config/production.json`, which differs from installation to installation. */
export interface Config {
  /** A Google Analytics id `G-…`, or `DISABLED`. */
  readonly GTAG_ID: string
  /** A Tag Manager id `GTM-…`, or `DISABLED`. */
  readonly GTM_ID: string
  /** Without this block the console asks for no consent, and starts its tags at once. */
  readonly CONSENT?: ConsentConfig
}

export const loadConfig = async (): Promise<Config> => {
  const response = await fetch('/config/production.json')
  const config: Partial<Config> = await response.json()
  return { GTAG_ID: 'DISABLED', GTM_ID: 'DISABLED', ...config }
}
