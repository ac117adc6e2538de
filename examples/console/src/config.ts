import type { CookieOptions, PolicyOptions } from '@spaceone/consent'

/** `CONSENT` in the configuration, which the operator of an installation writes. */
export interface ConsentConfig {
  readonly policy: PolicyOptions
  /** The record's cookie: `{ "domain": ".example.com" }` shares the decision among sub-domains. */
  readonly cookie?: CookieOptions
  /** Whether to show the console's own banner instead of the SDK's. */
  readonly ownBanner?: boolean
  /** Whether to open the SDK's inspector, which lists what was blocked and what was let through. */
  readonly debug?: boolean
}

/** The content of `/config/production.json`, which differs from installation to installation. */
export interface Config {
  /** A Google Analytics id `G-…`, or `DISABLED`. */
  readonly GTAG_ID: string
  /** A Tag Manager id `GTM-…`, or `DISABLED`. */
  readonly GTM_ID: string
  /** The installation's own tagging server, such as `/metrics`. @default Google's servers */
  readonly TAG_SERVER?: string
  /** If `CONSENT` is missing, the console asks for no consent and starts its tags at once. */
  readonly CONSENT?: ConsentConfig
  /** Only with the stand-in for Google: the address of its list of requests. */
  readonly REQUEST_LOG?: string
}

export const loadConfig = async (): Promise<Config> => {
  const response = await fetch('/config/production.json')
  const config: Partial<Config> = await response.json()
  return { GTAG_ID: 'DISABLED', GTM_ID: 'DISABLED', ...config }
}
