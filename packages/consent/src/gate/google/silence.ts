import type { AnyConsent } from '../../core/index.ts'
import { VISITOR_ID } from '../../inventory/google-rules.ts'
import { quietly } from '../../shared/errors.ts'
import { cookiePairs } from '../../shared/platform.ts'
import { type DataLayer, type Gtag, isCommand, setPush } from './before-start.ts'
import type { Tag } from './google-tag.ts'
import type { ConsentModeOptions, ConsentSignal } from './google-tag-options.ts'

// What silences a tag that the SDK has started, since no script can be unloaded: what the tag is
// told of the consent, and which entries of the data layer reach it.

/** How long waiting hits are blocked: a tag collects them for five seconds before it sends them. */
const HITS_EXPIRE_MS = 10_000

/** A little more than the delay of enhanced measurement's page views, in milliseconds. */
const PAGE_VIEW_DELAY_MS = 1500

/** Silences a tag, at each withdrawal. */
export const muteTag = (tag: Tag): void => {
  const { gate, disposes } = tag
  // 1. The opt-out switches, see `answerOptOut`.
  tag.switchOff(
    tag,
    () =>
      tag.isSwitchedOff() ||
      (performance.now() < tag.mutedUntil && !layerOf(tag.layer()).isPushing),
  )
  // 2. The data layer: no event reaches a loaded tag, and none is queued for a grant.
  filterEvents(tag, true)
  // 3. The consent signals: `startConsentMode` updates them at each change of the state.
  // 4. Hits that wait in the tag: rules block the visitor id of these hits on every host.
  for (const pair of cookiePairs()) {
    const [, id] = VISITOR_ID.exec(pair) ?? []
    if (!id) continue
    const { dispose } = gate.register({ unblockedBy: 'never', hosts: [`*?cid=${id}`] })
    // One entry for all ids: the timer disposes of the others.
    disposes.set(VISITOR_ID, dispose)
    setTimeout(dispose, HITS_EXPIRE_MS)
  }
  // 5. A page view that the tag collects before the next grant: for `PAGE_VIEW_DELAY_MS` after the
  //   grant the switches refuse what the tag sends by itself, not what the page pushes.
  tag.mutedUntil = Infinity
}

/** Lets a tag send again, at each grant. */
export const unmuteTag = (tag: Tag): void => {
  filterEvents(tag, false)
  tag.mutedUntil = Math.min(tag.mutedUntil, performance.now() + PAGE_VIEW_DELAY_MS)
}

/** What the SDK knows of a data layer that started tags read. */
interface Layer {
  readonly readers: Set<Tag>
  /** The `push` that filters events, and the `push` that it has replaced. */
  push?: DataLayer['push']
  inner?: DataLayer['push']
  isRead?: boolean
  /** Whether the page or the SDK is pushing, so that the tag does not act by itself. */
  isPushing?: boolean | undefined
  /** The consent whose state the signals tell the tags. */
  consent?: AnyConsent
  /** What grants each signal, from all services of the data layer that have started. */
  signals?: ConsentModeOptions['signals']
  /** Pushes the signals if they have changed. */
  update?: () => void
}

const layers = new WeakMap<DataLayer, Layer>()

export const layerOf = (layer: DataLayer): Layer => {
  const known = layers.get(layer) ?? { readers: new Set() }
  layers.set(layer, known)
  return known
}

/** Says whether a tag has loaded and reads each new entry at once. */
export const isRead = (layer: DataLayer): boolean => {
  const known = layerOf(layer)
  const isForeign = layer.push !== Array.prototype.push && layer.push !== known.push
  known.isRead ||= isForeign && 'google_tag_manager' in window
  return known.isRead
}

/**
 * Returns who has pushed an event, by its name: a tag (`gtm.`), the SDK (`spaceone_consent`) or
 * else the `page`; `''` for another entry. An entry that cannot be read counts as an event of the
 * page.
 */
const senderOf = (entry: unknown): string =>
  quietly(() => {
    if (isCommand(entry, 'event')) return 'page'
    const event = (entry as { event?: unknown } | null | undefined)?.event
    return event === undefined ? '' : /^(gtm\.|spaceone_consent)/.exec(`${event}`)?.[0]
  }) ?? 'page'

/**
 * Removes the page's events from before the grant from a queue, so that no tag collects them later.
 *
 * @param old The entries from before the grant.
 * @param isAll Whether to remove also the events that tags and the SDK have pushed.
 */
export const dropEvents = (queue: unknown[], old: readonly unknown[], isAll: boolean): void => {
  const isKept = (sender: string) => (isAll ? !sender : sender !== 'page')
  const kept = queue.filter(entry => !old.includes(entry) || isKept(senderOf(entry)))
  queue.splice(0, queue.length, ...kept)
}

/**
 * Drops the page's events, not those of Google's tags and of the SDK, that are pushed while no tag
 * that reads the data layer is granted. Is called at each grant and withdrawal, since a tag that
 * has loaded in between has replaced `push`.
 *
 * @param isLoaded Whether a tag may have loaded. If not, `push` stays, unless a tag has replaced
 *   it.
 */
export const filterEvents = (tag: Tag, isLoaded: boolean): void => {
  const layer = tag.layer()
  const known = layerOf(layer)
  const { readers } = known
  const { push } = layer
  readers.add(tag)
  if ((isRead(layer) || isLoaded) && push !== known.push) {
    known.inner = push
    known.push = (...entries) => {
      const isAnyGranted = !readers.size || [...readers].some(reader => reader.isGranted())
      const before = known.isPushing
      // A second after a change of the address, a timer of the tag pushes `gtm.historyChange-v2`.
      // The change may be from before the grant, so the tag counts as acting by itself.
      known.isPushing = entries.some(entry => senderOf(entry) !== 'gtm.')
      try {
        return push.apply(
          layer,
          isAnyGranted ? entries : entries.filter(entry => senderOf(entry) !== 'page'),
        )
      } finally {
        known.isPushing = before
      }
    }
    setPush(layer, known.push)
  }
  tag.disposes.set(filterEvents, () => {
    readers.delete(tag)
    if (!readers.size && known.inner && layer.push === known.push) setPush(layer, known.inner)
  })
}

const SIGNALS: { readonly [Signal in ConsentSignal]: string | boolean } = {
  analytics_storage: 'analytics',
  ad_storage: 'marketing',
  ad_user_data: 'marketing',
  ad_personalization: 'marketing',
  personalization_storage: 'personalization',
  functionality_storage: 'personalization',
  security_storage: true,
}

/**
 * Sends the consent signals: the default, which denies each signal that is not always granted, then
 * the present ones, then each change. Drops the page's own consent `commands` at the first start.
 *
 * @see https://developers.google.com/tag-platform/security/guides/consent
 */
export const startConsentMode = (
  consent: AnyConsent,
  layer: DataLayer,
  gtag: Gtag,
  signals: ConsentModeOptions['signals'],
  commands: readonly unknown[],
): void => {
  const known = layerOf(layer)
  const isFirst = known.consent !== consent
  known.signals = { ...signals, ...(isFirst ? undefined : known.signals) }
  const answers = (granted: Readonly<Record<string, boolean>>) =>
    Object.fromEntries(
      Object.entries({ ...SIGNALS, ...known.signals }).map(([signal, source]) => [
        signal,
        source === true || granted[`${source}`] === true ? 'granted' : 'denied',
      ]),
    )
  let before: string | undefined
  if (isFirst) {
    known.consent = consent
    known.update = () => {
      const update = answers(consent.$state.get().granted)
      const text = Object.values(update).join()
      if (text !== before) gtag('consent', 'update', update)
      before = text
    }
    gtag('consent', 'default', answers({}))
    consent.onChange(known.update)
  } else layer.push(...commands)
  // A tag that is about to start needs them before `$state` calls its other listeners.
  known.update?.()
}
