import type { CookieOptions, PolicyOptions } from '@spaceone/consent'

/** What the operator of this installation says of consent. */
export interface ConsentConfig {
  readonly policy: PolicyOptions
  /** Such as `{ "domain": ".example.com" }`, where several sites are to share one choice. */
  readonly cookie?: CookieOptions
  /** The console's own banner in place of the SDK's. */
  readonly ownBanner?: boolean
}

/** `/config/production.json`: what differs from one installation to the next. */
export interface Config {
  /** `G-…`, or `DISABLED`. */
  readonly GTAG_ID: string
  /** `GTM-…`, or `DISABLED`. */
  readonly GTM_ID: string
  /** Without it everything is as it was before there was a consent. */
  readonly CONSENT?: ConsentConfig
}

export const loadConfig = async (): Promise<Config> => {
  const response = await fetch('/config/production.json')
  const config: Partial<Config> = await response.json()
  return { GTAG_ID: 'DISABLED', GTM_ID: 'DISABLED', ...config }
}
