import type { Service } from '../../core/index.ts'
import {
  ADS_COOKIES,
  ADS_HOSTS,
  ADS_STORAGE,
  ADSENSE_HOSTS,
  cookiesWith,
  GOOGLE_COOKIES,
  GOOGLE_HOSTS,
  TAG_HOST,
} from '../../inventory/google-rules.ts'
import type { CookieConfig } from '../../inventory/index.ts'
import { GA } from '../../options/forms.ts'
import { IS_TAG } from '../../shared/build.ts'
import { googleTag } from './google-tag.ts'
import type { GoogleTagOptions } from './google-tag-options.ts'

/** Returns the parameters that change names and lifetimes of cookies. */
const cookieConfig = ({ cookie_expires, cookie_update, cookie_prefix }: CookieConfig) => ({
  cookie_expires,
  cookie_update,
  cookie_prefix,
})

/** The options of `googleAnalytics`. */
export interface GoogleAnalyticsOptions extends GoogleTagOptions {
  /**
   * Parameters for the tag's `config` command. These parameters override the SDK's. The page's
   * `config` of the same id overrides these parameters. @default none
   */
  readonly config?: Readonly<Record<string, unknown>> | undefined
  /**
   * Whether to send the view of the current page at each grant, if the configuration sends no page
   * view (`send_page_view: false`) or the tag has already loaded. Earlier page views are never
   * sent. @default false
   */
  readonly pageView?: boolean | undefined
}

/**
 * Creates the service for Google Analytics. The tag is blocked until the grant, and sends nothing
 * from the moment of a withdrawal.
 *
 * ```ts
 * categories: { analytics: { services: [googleAnalytics({ id: 'G-XXXXXXX' })] } }
 * ```
 *
 * @throws ConsentError if the id, the server or the name of the data layer is invalid, in
 *   development. In production the consent then grants no category, and Google's tags are blocked.
 */
export const googleAnalytics = (options: GoogleAnalyticsOptions): Service<'Google Analytics'> =>
  googleTag('Google Analytics', 'ga', GA, options, ({ config }) => ({
    kind: 'analytics',
    hosts: GOOGLE_HOSTS,
    cookies: IS_TAG
      ? GOOGLE_COOKIES
      : [...GOOGLE_COOKIES, ...cookiesWith(config?.['cookie_prefix'])],
    // With the script tag, facts say what the page's own `config` sets.
    ...(!IS_TAG && config && { config: cookieConfig(config) }),
    shared: [
      { hosts: [TAG_HOST, ...ADS_HOSTS], cookies: ADS_COOKIES, storage: ADS_STORAGE },
      { hosts: ADSENSE_HOSTS, unblockedBy: 'always' },
    ],
  }))
