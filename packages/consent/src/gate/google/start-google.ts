import { TAG_HOST } from '../../inventory/google-rules.ts'
import { THIRTEEN_MONTHS } from '../../shared/defaults.ts'
import { ownDocument } from '../../shared/platform.ts'
import { type DataLayer, isCommand } from './before-start.ts'
import type { GoogleAnalyticsOptions } from './google-analytics.ts'
import type { GoogleGlobals, Tag, TagKind } from './google-tag.ts'
import type { ConsentSignal } from './google-tag-options.ts'
import { dropEvents, isRead, muteTag, startConsentMode, unmuteTag } from './silence.ts'

/** The name of the event for what the page's Content-Security-Policy forbids. */
const VIOLATION = 'securitypolicyviolation'

interface Starting extends Omit<Tag, 'layer'> {
  /** Whether the grant is from after the service was attached, not from an earlier page. */
  readonly isGrantNew: boolean
  readonly layer: DataLayer
  /** Entries taken out of the data layer, without consent commands and what `dropEvents` drops. */
  readonly queue: readonly unknown[]
  /**
   * Whether the tag is on this page already, not blocked, and no switch has refused its hits. With
   * `loadScript: false`, whether a tag reads the data layer.
   */
  readonly isThere: boolean
  /** Whether the SDK has to start the tag: not with `isThere` or `loadScript: false`. */
  readonly isOurs: boolean
  /** Whether the SDK has started the tag on this page before. */
  readonly isRestart: boolean
}

/**
 * The lifetime of Analytics' cookies, unless the page or the option `config` sets another, or the
 * page has started the tag.
 * `cookie_update: false` keeps the tag from renewing `_ga`, but not `_ga_<ID>`.
 */
const LIFETIME = { cookie_expires: THIRTEEN_MONTHS, cookie_update: false }

/**
 * Starts or resumes a tag: puts the tag's commands into the data layer in the required order,
 * unblocks the service, and inserts the script, unless the page has or loads its own.
 *
 * @param before The entries of the data layer from before a new grant, for `dropEvents`.
 * @param waitFrom The result of `releaseEntries`.
 */
export const startGoogle = (
  tag: Tag,
  isGrantNew: boolean,
  before: readonly unknown[],
  waitFrom: number | undefined,
): void => {
  const isRestart = !!tag.mute
  tag.mute = muteTag
  unmuteTag(tag)
  const { kind, options, consent, gtag } = tag
  const { id, server, loadScript, dataLayer = 'dataLayer', consentMode } = options
  const {
    origin = `https://www.${TAG_HOST}`,
    path = 'gtag/js?id=',
    signals,
    configure,
  } = KINDS[/^ca/.test(id) ? 'adsense' : kind]
  const category = kind === 'manager' ? tag.analytics : tag.owner.category
  const isHosts = loadScript === false
  const named = dataLayer === 'dataLayer' ? '' : `&l=${dataLayer}`
  const base = server ?? origin
  const address = `${base}/${path}${id}${named}`
  // Google's tag gateway has the id in the query, or its own address for all of its tags.
  const same = [...ownDocument.scripts].find(
    ({ src }) => [address, `${base}/`].includes(src) || src.split(/[?&]/).includes(`id=${id}`),
  )
  const isLoaded = (window as GoogleGlobals).google_tag_manager?.[id]
  const layer = tag.layer()
  const hasReader = isRead(layer)
  // A wrapper may load the tag from any address, so ask whether a tag reads the data layer.
  const isAgain = isLoaded && tag.wasRefused
  const isThere = isHosts ? hasReader : isLoaded ? !isAgain : !!same && same.type !== 'text/plain'
  // Take out no entry that a tag has read: the tag would read the entry again when it is put back.
  const waiting = layer.splice(waitFrom ?? (hasReader ? layer.length : 0))
  const isOurs = !isHosts && !isThere
  // A withdrawal has ended the tag's download: it would read the events of its first start now.
  const isReloaded = isRestart && isOurs
  dropEvents(waiting, before, hasReader || isReloaded)
  // The entries that are still there may have been read by another tag, and not by this one.
  dropEvents(layer, before, isReloaded)
  const isConsent = (entry: unknown) => isCommand(entry, 'consent')
  startConsentMode(
    consent,
    layer,
    gtag,
    { ...Object.fromEntries(signals.map(signal => [signal, category])), ...consentMode?.signals },
    waiting.filter(isConsent),
  )
  const queue = waiting.filter(entry => !isConsent(entry))
  const start = () => configure({ ...tag, isGrantNew, layer, queue, isThere, isOurs, isRestart })
  // A tag whose hits a switch has refused is configured once it may send.
  const send = isAgain ? () => start()?.() : start()
  tag.wasRefused = false
  tag.gate.unblockService(tag.owner)
  send?.()
  if (!isHosts && !same && !isLoaded) insertScript(tag, address)
}

const insertScript = (tag: Tag, address: string) => {
  const script = ownDocument.createElement('script')
  script.async = true
  script.nonce = tag.consent.options.nonce ?? ''
  tag.setAddress(script, address)
  // An ad blocker and the Content-Security-Policy both cause `error`, which does not say why.
  const onViolation = ({ blockedURI, disposition }: SecurityPolicyViolationEvent) => {
    if (blockedURI && disposition === 'enforce' && address.startsWith(blockedURI))
      tag.warn('tag-forbidden', address)
  }
  ownDocument.addEventListener(VIOLATION, onViolation)
  script.onload = script.onerror = event => {
    ownDocument.removeEventListener(VIOLATION, onViolation)
    // The next grant loads the tag again. A withdrawal that ends the download is an error, too.
    if ((event as Event).type === 'error') script.remove()
  }
  ownDocument.head.append(script)
}

type Parameters = NonNullable<GoogleAnalyticsOptions['config']>

/** Returns, as JSON, the parameters that set the names and lifetimes of Analytics' cookies. */
const cookiesOf = (given: Parameters | undefined): string =>
  JSON.stringify({ ...LIFETIME, ...given }, ['cookie_expires', 'cookie_update', 'cookie_prefix'])

const configureAnalytics = (starting: Starting): (() => void) | undefined => {
  const { options, layer, gtag, queue, isGrantNew, isThere, isOurs, isRestart, warn } = starting
  const { id, server, config, pageView } = options as GoogleAnalyticsOptions
  const isOwn = (entry: unknown) => isCommand(entry, 'config') && entry[1] === id
  const isEarly = (entry: unknown) => isCommand(entry, 'js') || isCommand(entry, 'set')
  const own = queue.filter(isOwn).pop() as readonly unknown[] | undefined
  const parameters: Parameters = {
    ...(server && { server_container_url: server }),
    ...config,
    ...(own?.[2] as object),
  }
  // Visitors read the names and lifetimes of cookies that the option `config` gives.
  if (!isRestart && cookiesOf(parameters) !== cookiesOf(config))
    warn('tag-config', id, parameters, config)

  if (isOurs) gtag('js', new Date())
  // The tag uses this lifetime only if `set` comes before every `config`, including the page's own.
  if (!isThere) gtag('set', LIFETIME)
  layer.push(...queue.filter(isEarly))
  if (own || isOurs) gtag('config', id, parameters)
  layer.push(...queue.filter(entry => !isEarly(entry) && !isOwn(entry)))
  // A script that is on the page, but has not loaded yet, reads the queued `config` too.
  const sendsView = (own || !isThere) && parameters['send_page_view'] !== false
  return pageView && isGrantNew && !sendsView ? () => gtag('event', 'page_view') : undefined
}

const configureManager = ({ consent, layer, queue, isOurs, isRestart }: Starting): undefined => {
  const report = () =>
    layer.push({
      event: 'spaceone_consent_update',
      spaceone_consent: { ...consent.$state.get().granted },
    })
  if (!isRestart) {
    consent.onChange(report)
    report()
  }
  // A snippet of the page may have pushed this event. Twice, it would start all tags twice.
  const isStart = (entry: unknown) => (entry as { event?: unknown } | null)?.event === 'gtm.js'
  layer.push(...queue)
  if (isOurs && !queue.some(isStart)) layer.push({ 'gtm.start': Date.now(), event: 'gtm.js' })
}

const configureAds = ({ options: { id }, layer, gtag, queue, isOurs }: Starting): undefined => {
  if (isOurs && /^AW/.test(id)) {
    gtag('js', new Date())
    gtag('config', id)
  }
  layer.push(...queue)
}

/** How `startGoogle` starts one kind of tag. */
interface Start {
  /** Origin of the script; `path` is the rest up to the id. @default those of `gtag/js` */
  readonly origin?: string
  readonly path?: string
  /** Consent signals that by default follow the tag's category; of a container, `Tag.analytics`. */
  readonly signals: readonly ConsentSignal[]
  /** Pushes the SDK's commands and the queue. Returns a function that sends a page view, if due. */
  configure(start: Starting): (() => void) | undefined
}

const ADS: Start = {
  signals: ['ad_storage', 'ad_user_data', 'ad_personalization'],
  configure: configureAds,
}

const KINDS: Readonly<Record<TagKind | 'adsense', Start>> = {
  analytics: { signals: ['analytics_storage'], configure: configureAnalytics },
  manager: { path: 'gtm.js?id=', signals: ['analytics_storage'], configure: configureManager },
  ads: ADS,
  adsense: {
    ...ADS,
    origin: 'https://pagead2.googlesyndication.com',
    path: 'pagead/js/adsbygoogle.js?client=',
  },
}
