import { quietly } from '../../shared/errors.ts'
import { type DataLayer, isCommand, setPush } from './data-layer.ts'

/**
 * Says whether an entry is an event of the page: a `gtag('event', …)` or an event for Tag Manager,
 * unless a tag (`gtm.…`) or the SDK pushes this event. An entry that cannot be read counts as an
 * event.
 */
const isEvent = (entry: unknown): boolean =>
  quietly(() => {
    const { event } = (entry ?? {}) as { event?: unknown }
    return (
      isCommand(entry, 'event') ||
      (event !== undefined && !/^(gtm\.|spaceone_consent)/.test(`${event}`))
    )
  }) ?? true

/** Says whether an entry is an event that tags push by themselves. */
const isOfTag = (entry: unknown): boolean =>
  !isEvent(entry) && /^gtm\./.test(`${(entry as { event?: unknown } | null)?.event}`)

/**
 * Changes a queue: removes the events from before the grant, so that no tag collects them later.
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
    !old.includes(entry) ||
    !(isEvent(entry) || (isAll && (entry as { event?: unknown } | null)?.event))
  queue.splice(0, queue.length, ...queue.filter(isKept))
}

type IsGranted = () => boolean

/** The tags that read a data layer, and the `push` that filters events. */
interface Watch {
  readonly readers: Set<IsGranted>
  push?: DataLayer['push']
  /** The `push` that the filter replaced. */
  inner?: DataLayer['push']
  /** Whether a tag has loaded and reads each new entry at once. */
  isRead?: boolean
  /**
   * Whether code of the page is pushing. If so, the tag acts because of the page, not by itself.
   */
  isPushing?: boolean | undefined
}

const watches = new WeakMap<DataLayer, Watch>()

const watchOf = (layer: DataLayer): Watch => {
  const watch = watches.get(layer) ?? { readers: new Set() }
  watches.set(layer, watch)
  return watch
}

/**
 * Drops events that are pushed to a data layer while none of the tags that read it is granted. Call
 * `filterEvents` again at each withdrawal: a tag that has loaded since the last call has replaced
 * `push`.
 *
 * @param isLoaded Whether a tag may have loaded or be loading. If not, `push` is replaced only if a
 *   tag has replaced it already: some wrappers take a changed `push` as a sign that the tag has
 *   loaded.
 * @returns Dispose function: removes the tag from the readers. After the last reader, restores
 *   `push`.
 */
export const filterEvents = (
  layer: DataLayer,
  isGranted: IsGranted,
  isLoaded: boolean,
): (() => void) => {
  const watch = watchOf(layer)
  watch.readers.add(isGranted)
  const { push } = layer
  if ((isRead(layer) || isLoaded) && push !== watch.push) {
    watch.inner = push
    watch.push = (...entries) => {
      const isAnyGranted =
        !watch.readers.size || [...watch.readers].some(isReaderGranted => isReaderGranted())
      const before = watch.isPushing
      // A second after the page has changed its address, a timer of the tag pushes
      // `gtm.historyChange-v2`. The visitor may have opened this address before the grant, so these
      // entries count as pushed by the tag.
      watch.isPushing = !entries.every(isOfTag)
      try {
        return push.apply(layer, isAnyGranted ? entries : entries.filter(entry => !isEvent(entry)))
      } finally {
        watch.isPushing = before
      }
    }
    setPush(layer, watch.push)
  }
  return () => {
    watch.readers.delete(isGranted)
    if (!watch.readers.size && watch.inner && layer.push === watch.push) setPush(layer, watch.inner)
  }
}

/** Says whether code of the page is pushing now. If not, a tag that acts now acts by itself. */
export const isPushing = (layer: DataLayer): boolean => !!watchOf(layer).isPushing

/**
 * Says whether a tag has loaded and has replaced `push`, so that the tag reads each new entry at
 * once.
 */
export const isRead = (layer: DataLayer): boolean => {
  const watch = watchOf(layer)
  const isForeign = layer.push !== Array.prototype.push && layer.push !== watch.push
  watch.isRead ||= isForeign && 'google_tag_manager' in window
  return watch.isRead
}
