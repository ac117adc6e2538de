import type { AnyConsent, NotInferred, Service } from '../../core/index.ts'
import { GOOGLE_HIT } from '../../inventory/google-rules.ts'
import type { CookieConfig, Declaration, StatedFacts } from '../../inventory/index.ts'
import { isInvalid, nameUnknown } from '../../options/check-options.ts'
import type { ConsentErrorCode } from '../../options/expected.ts'
import { SERVER } from '../../options/forms.ts'
import { warn } from '../../options/warn.ts'
import { IS_TAG } from '../../shared/build.ts'
import { lazy } from '../../shared/lazy.ts'
import { ownCopy } from '../../shared/own-properties.ts'
import { urlOf } from '../../shared/platform.ts'
import { afterNextFrame } from '../../shared/timers.ts'
import { type Gate, gateOf } from '../gate.ts'
import type { Owner, Rule } from '../rules.ts'
import { gatedService } from '../service.ts'
import { setAddress } from '../set-address.ts'
import {
  type DataLayer,
  dataLayer,
  type Gtag,
  gtagFor,
  hasOptedOut,
  holdEntries,
  isLayerInvalid,
  offerGtag,
  releaseEntries,
  switchOff,
} from './before-start.ts'
import type { GoogleTagOptions } from './google-tag-options.ts'
import { googleRule, refuseGoogle } from './refuse-google.ts'
import type { muteTag } from './silence.ts'

export type TagKind = 'analytics' | 'manager' | 'ads'

/** The addresses and stored data of a kind of tag. */
interface TagRules extends Pick<Declaration, 'cookies'> {
  readonly kind: TagKind
  /** Addresses of the tag, besides those with its id and those of the site's server. */
  readonly hosts: readonly string[]
  readonly storage?: readonly string[]
  /** Rules for hosts, cookies and storage keys that other services can own, too. */
  readonly shared: readonly Partial<Rule>[]
  /** The parameters that change names and lifetimes of cookies. Only the npm package reads them. */
  readonly config?: CookieConfig
}

/** The globals that Google's tags set. A page may have other values under these names. */
export interface GoogleGlobals {
  /** The tags that have loaded, by id. */
  readonly google_tag_manager?: Readonly<Record<string, unknown>>
  /** The ids of the tags that Google's tag gateway serves on a path of the site. */
  readonly google_tags_first_party?: unknown
}

/** A tag of an attached service. */
export interface Tag {
  readonly consent: AnyConsent
  readonly gate: Gate
  readonly owner: Owner
  readonly kind: TagKind
  readonly options: GoogleTagOptions
  /** The category `analytics`, or the service's category if the site has no `analytics`. */
  readonly analytics: string
  readonly gtag: Gtag
  layer(): DataLayer
  /**
   * The functions that remove what was registered for the tag besides the service's own rule. A
   * later function replaces the earlier one of the same key.
   */
  readonly disposes: Map<unknown, () => void>
  /** Says whether the tag may run now. */
  isGranted(): boolean
  /** Says whether the opt-out switches must stop Google's tags now. */
  isSwitchedOff(): boolean
  /** Whether a switch has refused before the first start on this page: a hit may be lost. */
  wasRefused?: boolean
  /** Silences the tag; `undefined` until the tag has been started. */
  mute?: typeof muteTag
  /** Until this `performance.now()` the tag may hold a page view from before the present grant. */
  mutedUntil: number
  // Functions with a state, so `start.js` must not contain copies of them.
  readonly switchOff: typeof switchOff
  readonly setAddress: typeof setAddress
  readonly warn: typeof warn
}

/** The names of the options of `googleAnalytics`, `googleAds` and `googleTagManager`. */
const OPTIONS = 'id server dataLayer loadScript consentMode config pageView facts'

/**
 * Returns a service that blocks the hosts of Google's tags even after a grant: with an invalid
 * option, the SDK may not know which tag the page has. An invalid `server` is ignored.
 */
export const blockGoogle = (server: string | undefined): Service<never> => ({
  attach: consent => gateOf(consent).register(googleRule(server)).dispose,
})

/**
 * Adds to a service of Google the facts that the site states in place of the SDK's: each as a
 * property, and all in `facts`. Changes only what visitors read: a fact replaces no property.
 */
export const addFacts = <Known extends Service>(
  service: Known,
  facts: StatedFacts | undefined,
): Known => (facts ? Object.assign(service, facts, { ...service, facts }) : service)

/** The code that starts and silences a tag; `undefined` until it has been loaded. */
let starter: typeof import('./start-google.ts') | undefined

const loadStarter = async () => {
  starter = await import('./start-google.ts')
}

/**
 * Creates the service for one of Google's tags. The tag stays blocked until `startGoogle`, which is
 * loaded at the grant, has put the data layer in order. If the id, the server or the data layer's
 * name is invalid, throws a ConsentError in development, and blocks Google's tags in production.
 *
 * @param code The code of the error if the id is invalid.
 * @param rulesOf Returns the rules for a copy of the options, which may be invalid.
 */
export const googleTag = <Name extends string, Options extends GoogleTagOptions>(
  name: Name,
  code: ConsentErrorCode,
  form: RegExp,
  given: Options,
  rulesOf: (options: Options) => TagRules,
): Service<NotInferred<Name>> => {
  // The function has the name of the service, such as `googleAnalytics`.
  if (process.env.NODE_ENV !== 'production')
    nameUnknown(name.replace('G', 'g').replaceAll(' ', ''), given, OPTIONS.split(' '))
  const options = ownCopy(given) ?? {}
  const { id = '', server, loadScript, dataLayer: layerName = 'dataLayer' } = options
  const isFaulty =
    // With the script tag, the id and the server are attributes, which are checked already.
    (!IS_TAG && (isInvalid(code, id, form) || isInvalid('ga-server', server, SERVER))) ||
    isLayerInvalid(layerName)
  const { kind, hosts, cookies, storage, shared, config } = rulesOf(options)
  const gtag = gtagFor(layerName)
  const layer = () => dataLayer(layerName)
  const disposes: Tag['disposes'] = new Map()
  let tag: Tag
  const loadOnce = lazy(error => {
    if (starter) throw error
    warn('missing-file', 'start.js', error)
  })

  /**
   * Starts the tag once `startGoogle` has been loaded.
   *
   * @param isGrantNew Whether the grant is from after the service was attached, not from an earlier
   *   page.
   * @param signal The key of the load, so that of several starts only the last one runs.
   */
  const startTag = (isGrantNew: boolean, signal: AbortSignal) => {
    const before = isGrantNew ? [...layer()] : []
    const run = () => starter?.startGoogle(tag, isGrantNew, before, releaseEntries(layer()))
    // A tag that was started before continues at once, so that it reads the page's next events.
    const isLater = isGrantNew && !tag.mute
    if (starter && !isLater) return run()
    const loadLater = () => afterNextFrame(() => signal.aborted || loadStarter())
    return loadOnce(signal, isLater ? loadLater : loadStarter, run)
  }

  const service = gatedService(
    {
      name,
      // The id is in `id` or `tid` on any host, such as that of Google's tag gateway.
      addresses: [...hosts, ...(server ? [server] : []), `*?id=${id}`, `*?tid=${id}`],
      cookies,
      storage,
      refused: () => (IS_TAG || kind !== 'ads') && hasOptedOut(),
      start: ({ isFirst, signal }) => startTag(!isFirst, signal),
      stop() {
        loadOnce()
        tag.gate.blockService(tag.owner, 'starting')
        tag.mute?.(tag)
      },
    },
    {
      onAttach(consent, category) {
        const gate = gateOf(consent)
        const owner = { category, name }
        const isGranted = () => !gate.isBlocked(owner)
        const analytics = 'analytics' in consent.$state.get().granted ? 'analytics' : category
        tag = {
          consent,
          gate,
          owner,
          kind,
          // Google's tag puts `https://` before a path, so it needs a whole address.
          options: { ...options, server: server && urlOf(server).href.replace(/\/$/, '') },
          analytics,
          gtag,
          layer,
          disposes,
          mutedUntil: 0,
          isGranted,
          // The switches turn off every tag that reads them. A refused container must not turn off
          // tags that are granted.
          isSwitchedOff() {
            const isOff = !isGranted() && !(kind === 'manager' && consent.isGranted(analytics))
            tag.wasRefused ||= isOff && !tag.mute
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
        shared.forEach(register)
        gate.blockService(owner, 'starting')
        register({ hosts: [GOOGLE_HIT] })
        switchOff(tag, tag.isSwitchedOff)
        if (holdEntries(layer(), gtag)) warn('tag-first', page.google_tag_manager)
      },
      onDetach() {
        loadOnce()
        releaseEntries(layer())
        for (const dispose of disposes.values()) dispose()
        disposes.clear()
      },
      onFail: refuseGoogle,
    },
  )
  return Object.assign(
    // `npx spaceone-consent build` reads the options. JSON, by which copies of the SDK compare their
    // services, leaves the function out.
    IS_TAG
      ? service
      : Object.assign(addFacts(service, options.facts), { config, options: () => options }),
    { isInvalid: isFaulty },
    isFaulty ? blockGoogle(server) : undefined,
  )
}
