import { checkText, type Service } from '../../core/index.ts'
import { ownCopy } from '../../shared/own-copy.ts'
import { isCommand } from './data-layer.ts'
import {
  ADS_COOKIES,
  ADS_HOSTS,
  ADS_STORAGE,
  ADSENSE_HOSTS,
  cookiesWith,
  GOOGLE_COOKIES,
  GOOGLE_HOSTS,
  TAG_HOST,
} from './google-names.ts'
import { type GoogleTagOptions, googleTag } from './google-tag.ts'

/** How Google Analytics is set up. */
export interface GoogleAnalyticsOptions extends GoogleTagOptions {
  /**
   * Parameters of the tag's `config` command. They go before the SDK's own, and what the page
   * configures for the same id goes before them. @default none
   */
  readonly config?: Readonly<Record<string, unknown>> | undefined
  /**
   * Sends the page view of the current page when the visitor agrees, where the configuration sends
   * none by itself (`send_page_view: false`), and at each later grant. What was viewed before is
   * never sent. In basic mode alone. @default false
   */
  readonly pageView?: boolean | undefined
}

/**
 * 13 months, in seconds: how long the visitor's id may live, counted from the first visit.
 *
 * @see https://www.cnil.fr/en/sheet-ndeg16-use-analytics-your-websites-and-applications
 */
const THIRTEEN_MONTHS = 34_128_000

/**
 * How the visitor's id is kept, unless the page or the host's `config` says otherwise. The cookie of
 * the session, `_ga_<ID>`, is renewed by the tag all the same.
 */
const LIFETIME = { cookie_expires: THIRTEEN_MONTHS, cookie_update: false }

/**
 * Google Analytics, in basic mode unless asked otherwise: no tag before the grant; silent at once
 * after a withdrawal.
 *
 * ```ts
 * categories: { analytics: { services: [googleAnalytics({ id: 'G-XXXXXXX' })] } }
 * ```
 *
 * @throws ConsentError when the id is none of Google Analytics 4, or the server is no address.
 */
export const googleAnalytics = (given: GoogleAnalyticsOptions): Service<'Google Analytics'> => {
  const options = ownCopy(given)
  checkText('ga', options?.id ?? '', /^GT?-[A-Z\d]+$/)
  const { id, config, server, loader, pageView } = options
  return googleTag(options, {
    name: 'Google Analytics',
    origin: `https://www.${TAG_HOST}`,
    script: `gtag/js?id=${id}`,
    // With the id in it an address is this service's, whoever else talks to these hosts.
    match: [...GOOGLE_HOSTS, ...(server ? [server] : [])].flatMap(host => [
      host,
      `${host}?id=${id}`,
      `${host}?tid=${id}`,
    ]),
    cookies: [...GOOGLE_COOKIES, ...cookiesWith(config?.['cookie_prefix'])],
    storage: [],
    guests: { match: [TAG_HOST, ...ADS_HOSTS], cookies: ADS_COOKIES, storage: ADS_STORAGE },
    open: ADSENSE_HOSTS,
    isSwitched: true,
    signals: ['analytics_storage'],
    analytics: undefined,
    configure({ layer, gtag, queue, isGrantNew, isThere }) {
      const isOwn = (entry: unknown) => isCommand(entry, 'config', id)
      const isEarly = (entry: unknown) => isCommand(entry, 'js') || isCommand(entry, 'set')
      const own = queue.filter(isOwn).pop() as readonly unknown[] | undefined
      const parameters = {
        ...(server && { server_container_url: server }),
        ...config,
        ...(own?.[2] as object),
      } as { send_page_view?: boolean }
      const isOurs = loader !== 'host' && !isThere

      if (isOurs) gtag('js', new Date())
      // The tag takes this only before its `config`, whoever gives that.
      if (!isThere) gtag('set', LIFETIME)
      layer.push(...queue.filter(isEarly))
      if (own || isOurs) gtag('config', id, parameters)
      layer.push(...queue.filter(entry => !isEarly(entry) && !isOwn(entry)))
      if (pageView && isGrantNew && (isThere || parameters.send_page_view === false))
        gtag('event', 'page_view')
    },
  })
}
