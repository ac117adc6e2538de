import type { AnyConsent, Service, Written } from '../../core/index.ts'
import { isInvalid } from '../../options/check-options.ts'
import type { ConsentErrorCode } from '../../options/consent-error.ts'
import { SERVER } from '../../options/forms.ts'
import { warn } from '../../options/warn.ts'
import { ownCopy } from '../../shared/own-copy.ts'
import { gateOf } from '../gate.ts'
import { gated } from '../service.ts'
import { setAddress } from '../set-address.ts'
import { blockGoogle } from './block-google.ts'
import type { ConsentModeOptions, ConsentSignal } from './consent-mode.ts'
import {
  dataLayer,
  denyByDefault,
  dropEvents,
  filterEvents,
  gtagFor,
  isLayerInvalid,
  isRead,
  offerGtag,
} from './data-layer.ts'
import { hasOptedOut } from './opt-out.ts'
import { categoryFor, createSilence, type Silence } from './silence.ts'
import type { startGoogle, TagKind } from './start-google.ts'

/** The options that all of Google's tags share. */
export interface GoogleTagOptions {
  /** The id, such as `G-XXXXXXX` or `GTM-XXXXXXX`. */
  readonly id: string
  /**
   * The site's own tagging server, from which the tag is loaded and to which it sends.
   *
   * @default Google's
   */
  readonly server?: string | undefined
  /** The name of the data layer on `window`. @default 'dataLayer' */
  readonly dataLayer?: string | undefined
  /**
   * Whether the SDK loads the tag. Where it is `false`, a wrapper or snippet of the page loads it: the SDK
   * blocks the tag until the grant, tells it what is granted and silences it at the withdrawal.
   * @default true
   */
  readonly loadScript?: boolean | undefined
  /**
   * With `basic` the tag is blocked until the grant. With `advanced` the tag is loaded at once, on
   * every page and for every visitor, **and sends data while denied**: the page's address and
   * title, the referrer, time, language, screen, browser and what happened on the page, with the
   * visitor's network address as with any request, but no cookie and no lasting id. This goes on
   * after a refusal and after a withdrawal. @default 'basic'
   *
   * @see https://developers.google.com/tag-platform/security/concepts/consent-mode
   */
  readonly mode?: 'basic' | 'advanced' | undefined
  /** The options of Google's consent mode. @default see `ConsentModeOptions` */
  readonly consentMode?: ConsentModeOptions | undefined
}

/** The differences between Google's tags. */
interface Kind {
  readonly kind: TagKind
  /** Path and query of the script, on Google's or the site's server. */
  readonly script: string
  /** The origin of the script on Google's side. */
  readonly origin: string
  readonly hosts: readonly string[]
  readonly cookies: readonly string[]
  readonly storage: readonly string[]
  /** Cookies, storage keys and hosts that other services may own. */
  readonly shared: Pick<Service, 'cookies' | 'storage'> & { readonly hosts?: readonly string[] }
  /** Addresses on the shared hosts that this tag never blocks. */
  readonly open: readonly string[]
  /** Whether Google's two opt-out switches silence the tag, see `answerOptOut`. */
  readonly isSwitched: boolean
  /** The signals that the service's own category grants. */
  readonly signals: readonly ConsentSignal[]
  /** The category that grants `analytics_storage`, if the site has a category of this name. */
  readonly analytics: string | undefined
}

type StartGoogle = typeof startGoogle

/** `startGoogle`, once its file has been loaded. */
let starter: StartGoogle | undefined

/** Loads the file with `startGoogle`. */
const loadStarter = async (): Promise<StartGoogle> => {
  ;({ startGoogle: starter } = await import('./start-google.ts'))
  return starter
}

/**
 * Creates the service for one of Google's tags: blocked until the grant, silent at once after a
 * withdrawal. The code that starts the tag is loaded at the grant. Until that code has put the data
 * layer in order, everything of the tag stays blocked.
 *
 * @param code The code of an invalid id.
 * @param form The valid form of the id.
 * @param kindOf Is called with a copy of the options, which may be invalid.
 * @returns A service that blocks all of Google where an option is invalid.
 * @throws ConsentError when the id or the server is invalid, or the data layer's name cannot be
 *   used, in development.
 */
export const googleTag = <Name extends string, Options extends GoogleTagOptions>(
  name: Name,
  code: ConsentErrorCode,
  form: RegExp,
  given: Options,
  kindOf: (options: Options) => Kind,
): Service<Written<Name>> => {
  const options = ownCopy(given) ?? {}
  const { id = '', server, loadScript, dataLayer: layerName = 'dataLayer', mode } = options
  const isFaulty =
    isInvalid(code, id, form) || isInvalid('ga-server', server, SERVER) || isLayerInvalid(layerName)
  const kind = kindOf(options)
  const { isSwitched, hosts } = kind
  const isBasic = mode !== 'advanced'
  const gtag = gtagFor(layerName)
  const disposes: (() => void)[] = []
  let silence: Silence
  /** Whether a grant now is new, not one that was stored before the page was opened. */
  let isGrantNew = false
  /** Counts starts and stops, so that a file that loads after a withdrawal starts nothing. */
  let startCount = 0

  /** Starts the tag once `startGoogle` has been loaded. */
  const startTag = (consent: AnyConsent, category: string): Promise<void> | undefined => {
    startCount += 1
    const now = startCount
    const isNew = isGrantNew
    const layer = dataLayer(layerName)
    if (isNew && isBasic) dropEvents(layer)
    const run = (startGoogle: StartGoogle) => {
      if (startCount !== now) return
      silence.speak()
      const insert = startGoogle({
        ...kind,
        options,
        consent,
        category,
        layer,
        gtag,
        isGrantNew: isNew,
        isRead: isRead(layer),
        setAddress,
      })
      gateOf(consent).open({ category, name })
      insert()
    }
    // If the file has been loaded already, the tag starts at once.
    if (starter) return void run(starter)
    return loadStarter().then(run, error => warn('service-failed', name, error))
  }

  const tag = gated(
    {
      name,
      match: isBasic ? hosts : [],
      cookies: kind.cookies,
      storage: kind.storage,
      recipient: { name: 'Google LLC', country: 'US' },
      refused: () => isSwitched && hasOptedOut(),
      start: ({ consent, category }) => (isBasic ? startTag(consent, category) : undefined),
      stop({ consent, category }) {
        if (!isBasic) return
        startCount += 1
        gateOf(consent).close({ category, name }, 'starting')
        silence.mute(isGrantNew)
        silence.forget()
      },
    },
    (consent, category) => {
      const gate = gateOf(consent)
      const opens = { category, name }
      const isGranted = () => gate.isOpen(opens)
      silence = createSilence({
        gate,
        opens,
        id: options.id,
        hosts,
        isSwitched,
        layer: () => dataLayer(layerName),
        isGranted,
        // A refused container must not switch off the other tags.
        isSwitchedOff: () =>
          !isGranted() &&
          !(kind.analytics && consent.isGranted(categoryFor(consent, kind.analytics, category))),
      })
      if (loadScript !== false) offerGtag(layerName)
      denyByDefault(dataLayer(layerName), gtag)
      disposes.push(
        gate.register({ ...kind.shared, opens, isShared: true }).dispose,
        gate.register({ hosts: kind.open, opens: 'always', isShared: true }).dispose,
      )
      if (isBasic) {
        gate.close(opens, 'starting')
        silence.mute(isGrantNew)
      } else {
        disposes.push(
          gate.register({ hosts, opens: 'always' }).dispose,
          // In advanced mode the tag receives events at any time.
          filterEvents(dataLayer(layerName), () => true, false),
        )
        startTag(consent, category)
      }
    },
    () => {
      startCount += 1
      silence.dispose()
      for (const dispose of disposes.splice(0)) dispose()
    },
  )

  const { attach } = isFaulty ? blockGoogle(server) : tag
  return Object.assign(tag, {
    isInvalid: isFaulty,
    attach(consent: AnyConsent, category?: string) {
      if (typeof document === 'undefined') return () => {}
      isGrantNew = false
      const dispose = attach(consent, category)
      isGrantNew = true
      return dispose
    },
  })
}
