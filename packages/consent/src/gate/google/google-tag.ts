import {
  type AnyConsent,
  checkText,
  cookiePairs,
  type Service,
  type Written,
} from '../../core/index.ts'
import { callIn } from '../../shared/call-in.ts'
import { ownCopy } from '../../shared/own-copy.ts'
import { ownDocument } from '../../shared/own-document.ts'
import { quietly } from '../../shared/quietly.ts'
import { type Claim, enterGate } from '../gate.ts'
import { gated } from '../service.ts'
import { setAddress } from '../set-address.ts'
import {
  type ConsentModeOptions,
  type ConsentSignal,
  isTold,
  startConsentMode,
} from './consent-mode.ts'
import {
  checkLayer,
  type DataLayer,
  dataLayer,
  deafen,
  dropEvents,
  gtagFor,
  isCommand,
  isRead,
  offerGtag,
} from './data-layer.ts'
import { cookiesWith } from './google-names.ts'
import { answerOptOut, hasOptedOut } from './opt-out.ts'

/** What can be said of each of Google's tags. */
export interface GoogleTagOptions {
  /** The id, such as `G-XXXXXXX` or `GTM-XXXXXXX`. */
  readonly id: string
  /**
   * The host's own tagging server, if there is one: the tag is loaded from it and sends to it.
   * @default Google's
   */
  readonly server?: string | undefined
  /** The name of the data layer on `window`. @default 'dataLayer' */
  readonly dataLayer?: string | undefined
  /**
   * Who loads the tag. With `host` a wrapper or snippet of the page does: the SDK keeps it out until
   * the grant, tells it what is granted and silences it at the withdrawal. @default 'sdk'
   */
  readonly loader?: 'sdk' | 'host' | undefined
  /**
   * `basic` lets no tag in before the grant. With `advanced` the tag is loaded at once, on every
   * page and for every visitor, **and sends while denied**: the page's address and title, the
   * referrer, time, language, screen, browser and what happened on the page, with the visitor's
   * network address as with any request, but no cookie and no id that lasts. It sends so after a
   * refusal and after a withdrawal, too. @default 'basic'
   *
   * @see https://developers.google.com/tag-platform/security/concepts/consent-mode
   */
  readonly mode?: 'basic' | 'advanced' | undefined
  /** How Google's tags are told what is granted. @default see `ConsentModeOptions` */
  readonly consentMode?: ConsentModeOptions | undefined
}

/** What tells one kind of tag from the other. */
interface Kind<Name extends string> {
  readonly name: Name
  /** Path and query of the script, below Google's or the host's server. */
  readonly script: string
  /** Where Google keeps the script. */
  readonly origin: string
  readonly match: readonly string[]
  readonly cookies: readonly string[]
  readonly storage: readonly string[]
  /** What it may bring in that others may claim for themselves. */
  readonly guests: Claim
  /** What it leaves alone of the guests' hosts, whatever is granted. */
  readonly open: readonly string[]
  /** Google's two switches silence it, see `answerOptOut`. */
  readonly isSwitched: boolean
  /** The signals that are granted by the category that the service stands under. */
  readonly signals: readonly ConsentSignal[]
  /** The category behind `analytics_storage` where there is one of this name. */
  readonly analytics: string | undefined
  /** Puts into the data layer what the tag is to find there. */
  configure(start: TagStart): void
}

/** A tag that is about to start, or to go on. */
interface TagStart {
  readonly consent: AnyConsent
  readonly layer: DataLayer
  readonly gtag: (...command: unknown[]) => void
  /** What the page has put into the data layer, in its order; it is to be put back. */
  readonly queue: readonly unknown[]
  /** The visitor has agreed while this page was open, not before. */
  readonly isGrantNew: boolean
  /** The tag has been started on this page before. */
  readonly isThere: boolean
}

/** After how long nothing waits in a tag any more, in seconds: it collects for five. */
const GIVEN_UP = 10

/** An origin or a path, without a query: what lies below it is the tag's. */
const SERVER = /^(https:\/\/\w|http:\/\/(localhost|127\.0\.0\.1)(?=[:/]|$)|\/\w)[\w./:-]*$/i

/**
 * Makes the service of one of Google's tags: not there before the grant, silent at once after a
 * withdrawal.
 *
 * @param options Without a prototype, see `ownCopy`.
 * @throws ConsentError when the server is no address, or the data layer cannot be one.
 */
export const googleTag = <Name extends string>(
  options: GoogleTagOptions,
  kind: Kind<Name>,
): Service<Written<Name>> => {
  const { server, loader, dataLayer: layerName = 'dataLayer', mode, consentMode } = options
  checkText('ga-server', server, SERVER)
  checkLayer(layerName)
  const isBasic = mode !== 'advanced'
  const origin = server?.replace(/\/$/, '') ?? kind.origin
  const gtag = gtagFor(layerName)
  /** Whether the visitor agrees while this page is open, or had agreed before. */
  let isGrantNew = false
  let isGranted = (_?: string) => false

  const analyticsSource = (consent: AnyConsent, category: string) => {
    const { analytics = category } = kind
    return analytics in consent.$state.get().granted ? analytics : category
  }

  const begin = (consent: AnyConsent, category: string): void => {
    const script = ownDocument.createElement('script')
    script.async = true
    script.nonce = consent.options.nonce ?? ''
    setAddress(
      script,
      `${origin}/${kind.script}${layerName === 'dataLayer' ? '' : `&l=${layerName}`}`,
    )
    const same = scripts().find(({ src }) => src === script.src)

    const layer = dataLayer(layerName)
    if (isGrantNew && isBasic) dropEvents(layer)
    // What a tag has read already it would read twice.
    const waiting = isRead(layer) ? [] : layer.splice(0)
    // What the page itself has said of consent does not count.
    if (isTold(consent, layer)) layer.push(...waiting.filter(entry => isCommand(entry, 'consent')))
    startConsentMode(
      consent,
      layer,
      gtag,
      ownCopy({
        ...consentMode,
        signals: {
          ...(kind.analytics && { analytics_storage: analyticsSource(consent, category) }),
          ...Object.fromEntries(kind.signals.map(signal => [signal, category])),
          ...consentMode?.signals,
        },
      }),
    )
    kind.configure({
      consent,
      layer,
      gtag,
      isGrantNew,
      queue: waiting.filter(entry => !isCommand(entry, 'consent')),
      // A wrapper's script may have any address; one that is held has not started yet.
      isThere: loader === 'host' ? isRead(layer) : same?.type === '',
    })
    if (loader !== 'host' && !same) ownDocument.head.append(script)
  }

  /** What is undone at the end, once for each thing: a visitor may withdraw often. */
  const undos = new Map<unknown, () => void>()

  /**
   * A new grant is none of what waits in the tag since before the withdrawal: that would leave with
   * the id that the visitor had then, and is refused until the tag has given it up.
   */
  const forget = (consent: AnyConsent): void => {
    for (const pair of cookiePairs()) {
      const [, id] = /_ga=GA1\.\d+\.([\d.]+)$/.exec(pair) ?? []
      const match = kind.match
        .filter(pattern => !pattern.includes('?'))
        .map(pattern => `${pattern}?cid=${id}`)
      if (!id) continue
      const { leave } = enterGate(consent, { category: '', match })
      undos.set(id, leave)
      callIn(GIVEN_UP, () => {
        leave()
        undos.delete(id)
      })
    }
  }

  const silence = (consent: AnyConsent, category: string): void => {
    const layer = dataLayer(layerName)
    const isDenied = () => {
      const source = analyticsSource(consent, category)
      // Google's switch is one for all tags: a container that is left out leaves the others on.
      return !isGranted(source) && !(kind.analytics && consent.isGranted(source))
    }
    const answer = (id: string) => kind.isSwitched && answerOptOut(id, isDenied)
    for (const id of [options.id, ...loadedIds()]) answer(id)
    for (const entry of layer)
      if (isCommand(entry, 'config')) {
        const [, id, parameters] = entry as unknown as [string, string, { cookie_prefix?: string }?]
        answer(id)
        const cookies = kind.isSwitched ? cookiesWith(parameters?.cookie_prefix) : []
        const [first] = cookies
        if (first && !undos.has(first))
          undos.set(first, enterGate(consent, { category, name: kind.name, cookies }).leave)
      }
    undos.set(deafen, deafen(layer, isGranted, isGrantNew))
  }

  const tag = gated(
    {
      name: kind.name,
      match: isBasic ? kind.match : [],
      cookies: kind.cookies,
      storage: kind.storage,
      recipient: { name: 'Google LLC', country: 'US' },
      refused: () => kind.isSwitched && hasOptedOut(),
      start({ consent, category }) {
        if (isBasic) begin(consent, category)
      },
      // What silences it reads the store live; here it learns of what has come since.
      stop({ consent, category }) {
        if (!isBasic) return
        silence(consent, category)
        forget(consent)
      },
    },
    (consent, category) => {
      isGranted = (name = category) => {
        consent.refresh()
        return consent.isGranted(name, kind.name)
      }
      if (loader !== 'host') offerGtag(layerName)
      for (const claim of [{ ...kind.guests, category, name: kind.name }, { match: kind.open }])
        undos.set(claim, enterGate(consent, { ...claim, isGuest: true }).leave)
      if (isBasic) silence(consent, category)
      else {
        undos.set(kind, enterGate(consent, { match: kind.match }).leave)
        // What runs in advanced mode hears at any time.
        undos.set(
          deafen,
          deafen(dataLayer(layerName), () => true, false),
        )
        begin(consent, category)
      }
    },
    () => {
      for (const undo of undos.values()) undo()
      undos.clear()
    },
  )

  const { attach } = tag
  return Object.assign(tag, {
    attach(consent: AnyConsent, category?: string) {
      if (typeof document === 'undefined') return () => {}
      isGrantNew = false
      const undo = attach(consent, category)
      isGrantNew = true
      return undo
    },
  })
}

/** The scripts of the page. */
const scripts = (): readonly HTMLScriptElement[] => quietly(() => [...ownDocument.scripts]) ?? []

/** The ids of the tags that stand in the page, whoever loads them. */
const loadedIds = (): readonly string[] =>
  quietly(() =>
    scripts().flatMap(({ src }) => /\/gtag\/js\?(?:.*&)?id=([\w-]+)/.exec(src)?.[1] ?? []),
  ) ?? []
