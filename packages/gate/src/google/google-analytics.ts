import { checkText, type Service } from '@spaceone/consent-core'
import { service } from '../service.ts'
import { startConsentMode } from './consent-mode.ts'
import { gtag, isConfigured, offerGtag, takeQueue } from './data-layer.ts'
import { answerOptOut } from './opt-out.ts'

/** How Google Analytics is set up. */
export interface GoogleAnalyticsOptions {
  /** The measurement id, such as `G-XXXXXXX`. */
  readonly id: string
  /**
   * Parameters of the tag's `config` command. They go before the SDK's own, and what the page
   * configures for the same id goes before them. @default none
   */
  readonly config?: Readonly<Record<string, unknown>> | undefined
  /**
   * The host's own tagging server, if there is one: the tag is loaded from it and sends to it
   * (Google's `server_container_url`). @default Google's
   */
  readonly server?: string | undefined
}

/** Where the tag talks to, besides a server of the host's. */
const ADDRESSES = [
  'www.googletagmanager.com/gtag',
  'www.googletagmanager.com/a',
  'www.googletagmanager.com/td',
  '*.google-analytics.com',
  '*.analytics.google.com',
  'stats.g.doubleclick.net',
  'www.google.com/measurement',
  'www.google.com/ads',
  'pagead2.googlesyndication.com',
]

/** An origin or a path, without a query: what lies below it is the tag's. */
const SERVER = /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(?=[:/]|$)|\/)(?!\/)[\w./:-]+$/i

/**
 * 13 months, in seconds: how long the visitor's id may live, counted from the first visit.
 *
 * @see https://www.cnil.fr/en/sheet-ndeg16-use-analytics-your-websites-and-applications
 */
const THIRTEEN_MONTHS = 34_128_000

/**
 * Google Analytics in basic mode: no tag before the grant; silent at once after a withdrawal.
 *
 * ```ts
 * categories: { analytics: { services: [googleAnalytics({ id: 'G-XXXXXXX' })] } }
 * ```
 *
 * @throws ConsentError when the id is none of Google Analytics 4, or the server is no address.
 */
export const googleAnalytics = ({ id, config, server }: GoogleAnalyticsOptions): Service => {
  checkText('ga', id ?? '', /^GT?-[A-Z\d]+$/)
  checkText('ga-server', server, SERVER)
  const origin = server?.replace(/\/$/, '') ?? 'https://www.googletagmanager.com'

  /** Whether the visitor had agreed before this page was opened. */
  let isGrantOlder = true

  const gated = service({
    name: 'Google Analytics',
    match: server ? [...ADDRESSES, origin] : ADDRESSES,
    cookies: ['_ga', '_ga_*'],
    start({ consent }) {
      const script = document.createElement('script')
      script.async = true
      script.nonce = consent.options.nonce ?? ''
      script.src = `${origin}/gtag/js?id=${id}`
      // At a later grant the tag is there; the switches and the consent signals let it go on.
      if ([...document.scripts].some(({ src }) => src === script.src)) return
      const queued = takeQueue()
      const [own] = queued.filter(([name, target]) => name === 'config' && target === id).slice(-1)
      const sendOn = (name: string) => {
        for (const command of queued) if (command[0] === name && command[1] !== id) gtag(...command)
      }
      startConsentMode(consent)
      gtag('js', new Date())
      sendOn('set')
      if (!isConfigured(id))
        gtag('config', id, {
          cookie_expires: THIRTEEN_MONTHS,
          cookie_update: false,
          ...(server && { server_container_url: server }),
          ...config,
          ...(own?.[2] as object),
        })
      sendOn('config')
      // Events from before the grant are not collected in retrospect.
      if (isGrantOlder) sendOn('event')
      document.head.append(script)
    },
    // What silences it reads the store live: the two switches, the consent signals and the guard.
    stop() {},
  })

  return {
    ...gated,
    attach(consent, category) {
      offerGtag()
      answerOptOut(id, () => category === undefined || !consent.isGranted(category))
      const undo = gated.attach(consent, category)
      isGrantOlder = false
      return undo
    },
  }
}
