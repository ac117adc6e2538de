import type { StatedFacts } from '../../inventory/index.ts'

/** The options of `googleTagManager`, `googleAnalytics` and, without `server`, `googleAds`. */
export interface GoogleTagOptions {
  /** The id, such as `G-XXXXXXX` or `GTM-XXXXXXX`. */
  readonly id: string
  /**
   * The site's own tagging server: the page loads the tag from there, and a tag of Analytics sends
   * its hits there. @default Google's server
   */
  readonly server?: string | undefined
  /** The name of the data layer on `window`. @default 'dataLayer' */
  readonly dataLayer?: string | undefined
  /**
   * Whether the SDK loads the tag. With `false` a wrapper or snippet of the page loads the tag. The
   * SDK still sends the consent signals to the tag, blocks the tag until the grant, and silences the
   * tag at the withdrawal. @default true
   */
  readonly loadScript?: boolean | undefined
  /** The options of Google's consent mode. @default see `ConsentModeOptions` */
  readonly consentMode?: ConsentModeOptions | undefined
  /**
   * Facts of this site in place of those in the SDK's entry for the service, such as a shorter
   * retention. @default the facts of the entry
   */
  readonly facts?: StatedFacts | undefined
}

/** The consent signals of Google's tags. */
export type ConsentSignal =
  | 'ad_personalization'
  | 'ad_storage'
  | 'ad_user_data'
  | 'analytics_storage'
  | 'functionality_storage'
  | 'personalization_storage'
  | 'security_storage'

/**
 * The options of Google's consent mode. Of services that share a data layer and name the same
 * signal, the service that starts first counts.
 */
export interface ConsentModeOptions {
  /**
   * The category that grants each signal; `true` grants the signal always, `false` never.
   *
   * @default `analytics_storage`: the category of `googleAnalytics`; for `googleTagManager` the
   *   category `analytics`, or the container's own if the site has no `analytics`; the three
   *   advertising signals: the category of `googleAds`, or `marketing` without `googleAds`;
   *   `functionality_storage` and `personalization_storage`: `personalization`;
   *   `security_storage`: always
   */
  readonly signals?: { readonly [Signal in ConsentSignal]?: string | boolean } | undefined
}
