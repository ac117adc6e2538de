import type { ConsentOptions, PolicyOptions } from '../core/index.ts'
import { type GoogleAnalyticsOptions, googleAnalytics } from '../gate/index.ts'
import { ownCopy } from '../shared/own-properties.ts'

/** A site's options for `article9()`, which adds those that SpaceONE's privacy policy fixes. */
export interface Article9Options
  extends Omit<ConsentOptions<string, 'Google Analytics'>, 'policy' | 'categories'>,
    Pick<PolicyOptions, 'url' | 'earlier'> {
  /** The measurement id, such as `G-XXXXXXX`, or the options of `googleAnalytics()`. */
  readonly googleAnalytics: string | GoogleAnalyticsOptions
}

/** SpaceONE's privacy policy, with the versions of the policy that its Articles 9 and 15 name. */
const POLICY: PolicyOptions = {
  version: '2024-01-18',
  versions: [
    { version: '1.1', effective: '2022-07-01', material: true },
    { version: '1.2', effective: '2022-07-25', material: true },
    { version: '1.3', effective: '2022-08-26', material: true },
    { version: '1.4', effective: '2022-12-30', material: true },
    { version: '2024-01-18', effective: '2024-01-18', material: true },
  ],
  controller: { name: 'MEGAZONE CLOUD Corp.' },
}

/**
 * Returns the options that Article 9 of SpaceONE's privacy policy of 2024-01-18 requires: usage
 * statistics by Google Analytics.
 *
 * ```ts
 * const consent = createConsent(article9({ googleAnalytics: 'G-XXXXXXX', url: '/privacy' }))
 * ```
 *
 * @throws ConsentError if `id`, `server` or `dataLayer` of `googleAnalytics()` is invalid, in
 *   development. In production the consent with such an option grants nothing.
 */
export const article9 = (
  given: Article9Options,
): ConsentOptions<'analytics', 'Google Analytics'> => {
  const { googleAnalytics: tag, url, earlier, ...options } = ownCopy(given)
  return {
    ...options,
    policy: { ...POLICY, url, earlier },
    categories: {
      analytics: { services: [googleAnalytics(typeof tag === 'string' ? { id: tag } : tag)] },
    },
  }
}
