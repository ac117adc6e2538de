import { VISITOR_ID } from '../../inventory/google-rules.ts'
import { quietly } from '../../shared/errors.ts'
import { cookiePairs } from '../../shared/platform.ts'
import { type DataLayer, isCommand, setPush } from './data-layer.ts'
import type { Tag } from './google-tag.ts'

/** The functions that silence one tag. */
export interface Silence {
  /** Silences the tag, at each withdrawal. */
  mute(): void
  /** Lets the tag send again, at each grant. */
  unmute(): void
}

/** Longer than the five seconds for which a tag collects hits before it sends them. */
const HITS_EXPIRE_MS = 10_000

/** A little more than the delay of enhanced measurement's page views, in milliseconds. */
const PAGE_VIEW_DELAY_MS = 1500

/**
 * Creates the functions that silence a tag from its start on, since no script can be unloaded.
 * Before, `switchOff` and the rules keep the tag silent.
 *
 * @see https://developers.google.com/analytics/devguides/collection/gtagjs/user-opt-out
 */
export const createSilence = (tag: Tag): Silence => {
  const { gate, disposes } = tag
  /** Until this time the tag may hold a page view from between a withdrawal and the next grant. */
  let oldHitsUntil = 0
  const isSwitchedOff = () =>
    tag.isSwitchedOff() || (performance.now() < oldHitsUntil && !isPushing(tag.layer()))
  const filter = (isLoaded: boolean) =>
    disposes.set(filterEvents, filterEvents(tag.layer(), tag.isGranted, isLoaded))
  filter(false)
  return {
    mute() {
      // 1. The opt-out switches: a tag of Analytics checks them before each hit and each cookie.
      tag.switchOff(tag, isSwitchedOff)
      // 2. The data layer: no event reaches a loaded tag, and none is queued for a grant.
      filter(true)
      // 3. The consent signals: `startConsentMode` updates them at each change of the state.
      // 4. Hits that wait in the tag: they contain the visitor id from before the withdrawal, so
      //   rules block this id on every host.
      for (const pair of cookiePairs()) {
        const [, id] = VISITOR_ID.exec(pair) ?? []
        if (!id) continue
        const { dispose } = gate.register({ unblockedBy: 'never', hosts: [`*?cid=${id}`] })
        // One entry for all ids: the timer disposes of the others.
        disposes.set(VISITOR_ID, dispose)
        setTimeout(dispose, HITS_EXPIRE_MS)
      }
      // 5. A page view that the tag collects before the next grant: for `PAGE_VIEW_DELAY_MS` after
      //   the grant the switches refuse what the tag sends by itself, not what the page pushes.
      oldHitsUntil = Infinity
    },
    unmute() {
      oldHitsUntil = Math.min(oldHitsUntil, performance.now() + PAGE_VIEW_DELAY_MS)
    },
  }
}

const eventName = (entry: unknown) => (entry as { event?: unknown } | null | undefined)?.event

/**
 * Says whether an entry is an event of the page, and not of a tag (`gtm.…`) or the SDK. An entry
 * that cannot be read counts as an event.
 */
const isEvent = (entry: unknown): boolean =>
  quietly(() => {
    const event = eventName(entry)
    return (
      isCommand(entry, 'event') ||
      (event !== undefined && !/^(gtm\.|spaceone_consent)/.test(`${event}`))
    )
  }) ?? true

const isOfTag = (entry: unknown): boolean => !isEvent(entry) && /^gtm\./.test(`${eventName(entry)}`)

/**
 * Removes the events from before the grant from a queue, so that no tag collects them later.
 *
 * @param old The entries from before the grant. @default all
 * @param isAll Whether to remove also the events that tags and the SDK have pushed.
 */
export const dropEvents = (
  queue: unknown[],
  old: readonly unknown[] = queue,
  isAll?: boolean,
): void => {
  const isKept = (entry: unknown) =>
    !old.includes(entry) || !(isEvent(entry) || (isAll && eventName(entry)))
  queue.splice(0, queue.length, ...queue.filter(isKept))
}

type IsGranted = () => boolean

/** The tags that read a data layer, and the `push` that filters events. */
interface Filter {
  readonly readers: Set<IsGranted>
  push?: DataLayer['push']
  /** The `push` that the filter replaced. */
  inner?: DataLayer['push']
  /** Whether a tag has loaded and reads each new entry at once. */
  isRead?: boolean
  /** Whether code of the page is pushing, so that the tag does not act by itself. */
  isPushing?: boolean | undefined
}

const filters = new WeakMap<DataLayer, Filter>()

const filterOf = (layer: DataLayer): Filter => {
  const filter = filters.get(layer) ?? { readers: new Set() }
  filters.set(layer, filter)
  return filter
}

/**
 * Drops events that are pushed to a data layer while none of the tags that read it is granted. Has
 * to be called at each withdrawal, since a tag that has loaded in between has replaced `push`.
 *
 * @param isLoaded Whether a tag may have loaded. If not, `push` is replaced only if a tag has
 *   replaced it already: some wrappers take a changed `push` as a sign that the tag has loaded.
 * @returns Dispose function. That of the last tag restores `push`.
 */
export const filterEvents = (
  layer: DataLayer,
  isGranted: IsGranted,
  isLoaded: boolean,
): (() => void) => {
  const filter = filterOf(layer)
  filter.readers.add(isGranted)
  const { push } = layer
  if ((isRead(layer) || isLoaded) && push !== filter.push) {
    filter.inner = push
    filter.push = (...entries) => {
      const isAnyGranted =
        !filter.readers.size || [...filter.readers].some(isReaderGranted => isReaderGranted())
      const before = filter.isPushing
      // A second after a change of the address, a timer of the tag pushes `gtm.historyChange-v2`.
      // The change may be from before the grant, so the tag counts as acting by itself.
      filter.isPushing = !entries.every(isOfTag)
      try {
        return push.apply(layer, isAnyGranted ? entries : entries.filter(entry => !isEvent(entry)))
      } finally {
        filter.isPushing = before
      }
    }
    setPush(layer, filter.push)
  }
  return () => {
    filter.readers.delete(isGranted)
    if (!filter.readers.size && filter.inner && layer.push === filter.push)
      setPush(layer, filter.inner)
  }
}

/** Says whether code of the page is pushing now. */
export const isPushing = (layer: DataLayer): boolean => !!filterOf(layer).isPushing

/** Says whether a tag has loaded and reads each new entry at once. */
export const isRead = (layer: DataLayer): boolean => {
  const filter = filterOf(layer)
  const isForeign = layer.push !== Array.prototype.push && layer.push !== filter.push
  filter.isRead ||= isForeign && 'google_tag_manager' in window
  return filter.isRead
}
