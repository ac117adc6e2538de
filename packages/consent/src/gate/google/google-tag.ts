import type { NotInferred, Service } from '../../core/index.ts'
import { GOOGLE_HIT } from '../../inventory/google-rules.ts'
import type { CookieConfig, Declaration, StatedFacts } from '../../inventory/index.ts'
import { isInvalid, nameUnknown } from '../../options/check-options.ts'
import type { ConsentErrorCode } from '../../options/consent-error.ts'
import { SERVER } from '../../options/forms.ts'
import { warn } from '../../options/warn.ts'
import { IS_TAG } from '../../shared/build.ts'
import { lazy } from '../../shared/lazy.ts'
import { ownCopy } from '../../shared/own-properties.ts'
import { urlOf } from '../../shared/platform.ts'
import { afterNextFrame } from '../../shared/timers.ts'
import { gateOf } from '../gate.ts'
import type { Rule } from '../rules.ts'
import { gated } from '../service.ts'
import { setAddress } from '../set-address.ts'
import { addFacts } from './add-facts.ts'
import { blockGoogle } from './block-google.ts'
import { categoryFor } from './category-for.ts'
import type { ConsentModeOptions } from './consent-mode.ts'
import {
  dataLayer,
  denyByDefault,
  gtagFor,
  holdEntries,
  isLayerInvalid,
  offerGtag,
  releaseEntries,
} from './data-layer.ts'
import { hasOptedOut, hasOwnSwitch, type SilentTag, switchOff } from './opt-out.ts'
import { refuseGoogle } from './refuse-google.ts'
import type { Tag } from './start-google.ts'

/** The options that all of Google's tags share. */
export interface GoogleTagOptions {
  /** The id, such as `G-XXXXXXX` or `GTM-XXXXXXX`. */
  readonly id: string
  /**
   * The site's own tagging server: the page loads the tag from there, and a tag of Analytics sends
   * its hits there.
   *
   * @default Google's server
   */
  readonly server?: string | undefined
  /** The name of the data layer on `window`. @default 'dataLayer' */
  readonly dataLayer?: string | undefined
  /**
   * Whether the SDK loads the tag. With `false` a wrapper or snippet of the page loads the tag. The
   * SDK still sends the consent signals to the tag, blocks the tag until the grant, and silences the
   * tag at the withdrawal.
   * @default true
   */
  readonly loadScript?: boolean | undefined
  /** The options of Google's consent mode. @default see `ConsentModeOptions` */
  readonly consentMode?: ConsentModeOptions | undefined
  /**
   * What is true of this site in place of our entry for the service, such as a shorter retention.
   * @default what our entry says
   */
  readonly facts?: StatedFacts | undefined
}

/** The kinds of Google's tags. */
export type TagKind = 'analytics' | 'manager' | 'ads'

/** The addresses and stored data of a kind of tag. */
interface TagRules {
  readonly kind: TagKind
  /** Addresses of the tag, besides those with its id and those of the site's server. */
  readonly hosts: readonly string[]
  readonly cookies: Declaration['cookies']
  readonly storage?: readonly string[]
  /** Rules for hosts, cookies and storage keys that other services can own, too. */
  readonly shared: readonly Partial<Rule>[]
  /** What the site says of the cookies' lifetimes. Only the npm package reads it. */
  readonly config?: CookieConfig
}

/** The globals that Google's tags set. A page may have other values under these names. */
export interface GoogleGlobals {
  /** The tags that have loaded, by id. */
  readonly google_tag_manager?: Readonly<Record<string, unknown>>
  /** The ids of the tags that Google's tag gateway serves on a path of the site. */
  readonly google_tags_first_party?: unknown
}

/** The names of the options of all of Google's services. */
const OPTIONS: readonly string[] = [
  'id',
  'server',
  'dataLayer',
  'loadScript',
  'consentMode',
  'config',
  'pageView',
  'facts',
]

/** The code that starts and silences a tag; `undefined` until it has been loaded. */
let starter: typeof import('./start-google.ts') | undefined

const loadStarter = async () => {
  starter = await import('./start-google.ts')
}

/**
 * Creates the service for one of Google's tags. The tag is blocked until the grant,
 * and sends nothing from the moment of a withdrawal. The code that starts and silences the tag is
 * loaded at the grant. Until that code has put the data layer in order, the tag stays blocked.
 *
 * @param code The code of the error if the id is invalid.
 * @param form A pattern that matches valid ids.
 * @param kindOf Returns the kind of the tag, with its hosts, cookies and rules. Gets a copy of the
 *   options, which may be invalid.
 * @returns A service, which in production blocks all of Google if the id, the server or the data
 *   layer's name is invalid.
 * @throws ConsentError if the id or the server is invalid, or the data layer's name cannot be
 *   used, in development.
 */
export const googleTag = <Name extends string, Options extends GoogleTagOptions>(
  name: Name,
  code: ConsentErrorCode,
  form: RegExp,
  given: Options,
  kindOf: (options: Options) => TagRules,
): Service<NotInferred<Name>> => {
  // The function has the name of the service, such as `googleAnalytics`.
  if (process.env.NODE_ENV !== 'production')
    nameUnknown(name.replace('G', 'g').replaceAll(' ', ''), given, OPTIONS)
  const options = ownCopy(given) ?? {}
  const { id = '', server, loadScript, dataLayer: layerName = 'dataLayer' } = options
  const isFaulty =
    // With the script tag, the id and the server are attributes, which are checked already.
    (!IS_TAG && (isInvalid(code, id, form) || isInvalid('ga-server', server, SERVER))) ||
    isLayerInvalid(layerName)
  const { kind, hosts: known, cookies, storage, shared, config } = kindOf(options)
  // An address with the id in `id` or `tid` belongs to this service on any host, since the site may
  // have Google's tag gateway on a path of its own, and other services may use the same hosts.
  const hosts = [...known, ...(server ? [server] : []), `*?id=${id}`, `*?tid=${id}`]
  const gtag = gtagFor(layerName)
  const layer = () => dataLayer(layerName)
  const disposes: SilentTag['disposes'] = new Map()
  let tag: Tag
  const loadOnce = lazy(error => {
    if (starter) throw error
    warn('service-failed', name, error)
  })

  /**
   * Starts the tag once `startGoogle` has been loaded.
   *
   * @param isGrantNew Whether the visitor has granted on this page, not on an earlier one.
   * @param signal Is aborted at the withdrawal. It is also the key of the load, so that of several
   *   starts only the last one runs.
   */
  const startTag = (isGrantNew: boolean, signal: AbortSignal) => {
    const before = isGrantNew ? [...layer()] : []
    const run = () => {
      if (!starter) return
      const insert = starter.startGoogle(tag, isGrantNew, before, releaseEntries(layer()))
      tag.wasRefused = false
      tag.gate.unblock(tag.owner)
      insert()
    }
    // A tag that was started on this page before continues at once, without waiting for the frame,
    // so that it reads the events that the page pushes from now on.
    const isLater = isGrantNew && !tag.silence
    if (starter && !isLater) return run()
    const loadLater = () => afterNextFrame(() => signal.aborted || loadStarter())
    return loadOnce(signal, isLater ? loadLater : loadStarter, run)
  }

  const service = gated(
    {
      name,
      addresses: hosts,
      cookies,
      storage,
      refused: () => (IS_TAG || kind !== 'ads') && hasOptedOut(),
      start: ({ isFirst, signal }) => startTag(!isFirst, signal),
      stop() {
        loadOnce()
        tag.gate.block(tag.owner, 'starting')
        tag.silence?.mute()
      },
    },
    (consent, category) => {
      const gate = gateOf(consent)
      const owner = { category, name }
      const isGranted = () => !gate.isBlocked(owner)
      tag = {
        gate,
        owner,
        kind,
        // Google's tag puts `https://` before a path, so it needs a whole address.
        options: { ...options, server: server && urlOf(server).href.replace(/\/$/, '') },
        consent,
        gtag,
        layer,
        disposes,
        isGranted,
        // The opt-out switches turn off every tag on the page that reads them. A refused container
        // must not turn off tags that are granted.
        isSwitchedOff() {
          const isOff =
            !isGranted() &&
            !(kind === 'manager' && consent.isGranted(categoryFor(consent, 'analytics', category)))
          tag.wasRefused ||= isOff && !tag.silence
          return isOff
        },
        switchOff,
        setAddress,
        warn,
      }
      const register = (rule: Partial<Rule>) =>
        disposes.set(rule, gate.register({ unblockedBy: owner, isShared: true, ...rule }).dispose)
      const page = window as GoogleGlobals
      const gateway = page.google_tags_first_party
      if (!server && gateway) warn('tag-gateway', gateway)
      if (IS_TAG || loadScript !== false) offerGtag(layerName)
      denyByDefault(layer(), gtag)
      shared.forEach(register)
      gate.block(owner, 'starting')
      register({ hosts: [GOOGLE_HIT] })
      // After a hot update the page has the tag of an earlier consent.
      const isFirst = !hasOwnSwitch()
      switchOff(tag)
      if (holdEntries(layer()) && isFirst) warn('tag-first', page.google_tag_manager)
    },
    () => {
      loadOnce()
      releaseEntries(layer())
      for (const dispose of disposes.values()) dispose()
      disposes.clear()
    },
    undefined,
    refuseGoogle,
  )
  return Object.assign(
    IS_TAG ? service : Object.assign(addFacts(service, options.facts), config && { config }),
    { isInvalid: isFaulty },
    isFaulty ? blockGoogle(server) : undefined,
  )
}
