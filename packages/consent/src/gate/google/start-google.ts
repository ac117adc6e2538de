import type { AnyConsent } from '../../core/index.ts'
import { ownCopy } from '../../shared/own-copy.ts'
import { ownDocument } from '../../shared/own-document.ts'
import type { setAddress } from '../set-address.ts'
import { urlOf } from '../url-of.ts'
import { type ConsentSignal, hasConsentMode, startConsentMode } from './consent-mode.ts'
import { type DataLayer, isCommand } from './data-layer.ts'
import type { GoogleAnalyticsOptions } from './google-analytics.ts'
import type { GoogleTagOptions } from './google-tag.ts'
import { categoryFor } from './silence.ts'

/** The kinds of Google's tags. */
export type TagKind = 'analytics' | 'manager' | 'ads'

/** A tag that is about to start or resume. */
export interface TagStart {
  readonly kind: TagKind
  readonly options: GoogleTagOptions
  /** Path and query of the script, on Google's or the site's server. */
  readonly script: string
  /** The origin of the script on Google's side. */
  readonly origin: string
  readonly consent: AnyConsent
  /** The category of the service. */
  readonly category: string
  /** The signals that the category grants. */
  readonly signals: readonly ConsentSignal[]
  /** The category that grants `analytics_storage`, if the site has a category of this name. */
  readonly analytics: string | undefined
  readonly layer: DataLayer
  readonly gtag: (...command: unknown[]) => void
  /** Whether the visitor has granted on this page, not on an earlier one. */
  readonly isGrantNew: boolean
  /**
   * Whether a tag has loaded and reads each entry when it is pushed, see `isRead` of the data
   * layer.
   */
  readonly isRead: boolean
  /**
   * The function of `set-address.ts`. This file must not have its own copy, since under Trusted
   * Types a page may allow a policy name only once.
   */
  readonly setAddress: typeof setAddress
}

/** A tag to configure. */
interface Starting extends TagStart {
  /** The page's own entries of the data layer, in order, which are to be put back. */
  readonly queue: readonly unknown[]
  /** Whether the tag has been started on this page before. */
  readonly isThere: boolean
  /** Whether the SDK loads the tag, for the first time on this page. */
  readonly isOurs: boolean
}

/**
 * 13 months, in seconds: the longest life of the visitor id, counted from the first visit.
 *
 * @see https://www.cnil.fr/en/sheet-ndeg16-use-analytics-your-websites-and-applications
 */
const THIRTEEN_MONTHS = 34_128_000

/**
 * The lifetime of the visitor id, unless the page or the site's `config` sets another. The tag
 * renews the session cookie `_ga_<ID>` regardless.
 */
const LIFETIME = { cookie_expires: THIRTEEN_MONTHS, cookie_update: false }

/**
 * Puts the tag's commands into the data layer in the required order, to start or resume the tag.
 *
 * @returns Inserts the script, if the page has none, and sends the page view if the options ask for
 *   one. Has to be called after the service has been opened.
 */
export const startGoogle = (start: TagStart): (() => void) => {
  const { kind, options, origin, script: path, consent, layer, gtag, isRead } = start
  const { server, loadScript, dataLayer = 'dataLayer', consentMode } = options
  const isHosts = loadScript === false
  const named = dataLayer === 'dataLayer' ? '' : `&l=${dataLayer}`
  const base = server?.replace(/\/$/, '') ?? origin
  const address = urlOf(`${base}/${path}${named}`).href
  const same = [...ownDocument.scripts].find(({ src }) => src === address)
  // A wrapper's script may have any address. A script that is blocked has not started yet.
  const isThere = isHosts ? isRead : !!same && same.type !== 'text/plain'
  // A tag that has read the entries would read them a second time.
  const waiting = isRead ? [] : layer.splice(0)
  // The first start drops the queued consent commands: `startConsentMode` pushes the SDK's own.
  if (hasConsentMode(consent, layer))
    layer.push(...waiting.filter(entry => isCommand(entry, 'consent')))
  const modeOptions = { ...consentMode, signals: { ...signalsOf(start), ...consentMode?.signals } }
  startConsentMode(consent, layer, gtag, ownCopy(modeOptions))
  const queue = waiting.filter(entry => !isCommand(entry, 'consent'))
  const sendView = CONFIGURE[kind]({ ...start, queue, isThere, isOurs: !isHosts && !isThere })
  return () => {
    sendView?.()
    if (isHosts || same) return
    const script = ownDocument.createElement('script')
    script.async = true
    script.nonce = consent.options.nonce ?? ''
    start.setAddress(script, address)
    ownDocument.head.append(script)
  }
}

/** Returns the category of each signal that this kind of tag sets. */
const signalsOf = ({ consent, category, analytics, signals }: TagStart) => ({
  ...(analytics && { analytics_storage: categoryFor(consent, analytics, category) }),
  ...Object.fromEntries(signals.map(signal => [signal, category])),
})

const configureAnalytics = ({
  options,
  layer,
  gtag,
  queue,
  isGrantNew,
  isThere,
  isOurs,
}: Starting): (() => void) | undefined => {
  const { id, server, config, pageView } = options as GoogleAnalyticsOptions
  const isOwn = (entry: unknown) => isCommand(entry, 'config', id)
  const isEarly = (entry: unknown) => isCommand(entry, 'js') || isCommand(entry, 'set')
  const own = queue.filter(isOwn).pop() as readonly unknown[] | undefined
  const parameters = {
    ...(server && { server_container_url: server }),
    ...config,
    ...(own?.[2] as object),
  } as { send_page_view?: boolean }

  if (isOurs) gtag('js', new Date())
  // The tag uses this lifetime only when `set` comes before every `config`, including those of the
  // page.
  if (!isThere) gtag('set', LIFETIME)
  layer.push(...queue.filter(isEarly))
  if (own || isOurs) gtag('config', id, parameters)
  layer.push(...queue.filter(entry => !isEarly(entry) && !isOwn(entry)))
  if (!pageView || !isGrantNew || !(isThere || parameters.send_page_view === false))
    return undefined
  return () => gtag('event', 'page_view')
}

/** The consent whose changes each container receives as events. */
const followed = new WeakMap<GoogleTagOptions, AnyConsent>()

const configureManager = ({ options, consent, layer, queue, isOurs }: Starting): undefined => {
  const report = () =>
    layer.push({
      event: 'spaceone_consent_update',
      spaceone_consent: { ...consent.$state.get().granted },
    })
  if (followed.get(options) !== consent) {
    followed.set(options, consent)
    consent.onChange(report)
    report()
  }
  layer.push(...queue)
  if (isOurs) layer.push({ 'gtm.start': Date.now(), event: 'gtm.js' })
}

const configureAds = ({ options: { id }, layer, gtag, queue, isOurs }: Starting): undefined => {
  if (isOurs && id.startsWith('AW')) {
    gtag('js', new Date())
    gtag('config', id)
  }
  layer.push(...queue)
}

/**
 * Put the commands of each kind of tag into the data layer. Each may return a function that sends
 * the page view.
 */
const CONFIGURE: Readonly<Record<TagKind, (start: Starting) => (() => void) | undefined>> = {
  analytics: configureAnalytics,
  manager: configureManager,
  ads: configureAds,
}
