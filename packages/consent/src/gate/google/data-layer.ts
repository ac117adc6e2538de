import { isInvalid } from '../../options/check-options.ts'
import { LAYER } from '../../options/forms.ts'
import { quietly } from '../../shared/quietly.ts'

/** A command for Google's tags, which is an `arguments` object. */
export type Command = ArrayLike<unknown>

/** A data layer of the page. */
export type DataLayer = unknown[]

/**
 * Says whether a data layer cannot be stored under a name. A built-in of the browser, such as
 * `location` or `top`, cannot become an array. An element with this id can be replaced.
 *
 * @throws ConsentError with the code `layer`, in development.
 */
export const isLayerInvalid = (name: string): boolean => {
  const value = (globalThis as unknown as Record<string, unknown>)[name] ?? []
  const isFree = Array.isArray(value) || value instanceof Element || value instanceof HTMLCollection
  return isInvalid('layer', name, isFree && LAYER)
}

/**
 * Returns the page's data layer, or creates one where the name is unset or belongs to an element.
 */
export const dataLayer = (name: string): DataLayer => {
  const page = window as unknown as Record<string, unknown>
  if (!Array.isArray(page[name])) page[name] = []
  return page[name] as DataLayer
}

/**
 * Creates the `gtag` function of a data layer. Google's tag accepts `arguments` objects and ignores
 * arrays, so the function has no rest parameter.
 */
export const gtagFor = (name: string): ((...command: unknown[]) => void) =>
  function () {
    // biome-ignore lint/complexity/noArguments: see above
    dataLayer(name).push(arguments)
  }

/**
 * Defines `gtag` for the page, unless the page has its own. Commands are queued in the data layer.
 */
export const offerGtag = (name: string): void => {
  dataLayer(name)
  const page = window as { gtag?: unknown }
  if (typeof page.gtag !== 'function') page.gtag = gtagFor(name)
}

/** Says whether an entry is a command and, if given, has this name and this first argument. */
export const isCommand = (entry: unknown, name?: string, target?: string): entry is Command => {
  if (Object.prototype.toString.call(entry) !== '[object Arguments]') return false
  const [found, of] = entry as unknown as unknown[]
  return (name === undefined || found === name) && (target === undefined || of === target)
}

/**
 * Says whether an entry is an event: a `gtag('event', …)` or an event for Tag Manager. An entry
 * that cannot be read counts as an event.
 */
const isEvent = (entry: unknown): boolean => {
  try {
    const { event } = (entry ?? {}) as { event?: unknown }
    return (
      isCommand(entry, 'event') ||
      (event !== undefined && !/^(gtm\.|spaceone_consent)/.test(`${event}`))
    )
  } catch {
    return true
  }
}

/** Says whether an entry is an event that tags push by themselves. Throws for an entry without event. */
const isOfTag = (entry: unknown): boolean => (entry as { event: string }).event.startsWith('gtm.')

/** Removes the events that are queued so far, so that they are not collected after the fact. */
export const dropEvents = (layer: DataLayer): void => {
  layer.splice(0, layer.length, ...layer.filter(entry => !isEvent(entry)))
}

type IsGranted = () => boolean

/** The tags that read a data layer, and the `push` that filters events. */
interface Watch {
  readonly readers: Set<IsGranted>
  push?: DataLayer['push']
  /** The `push` that the filter replaced. */
  inner?: DataLayer['push']
  /** Whether a tag has loaded and reads each entry when it is pushed. */
  isRead?: boolean
  /** Whether code of the page is pushing, so that the tag acts for the page. */
  isPushing?: boolean | undefined
  /** Whether the denied default has been pushed. */
  isDenied?: boolean
}

const watches = new WeakMap<DataLayer, Watch>()

const watchOf = (layer: DataLayer): Watch => {
  const watch = watches.get(layer) ?? { readers: new Set() }
  watches.set(layer, watch)
  return watch
}

/** The signals that count as granted for Google's tags until a default is set. */
const SIGNALS = [
  'analytics_storage',
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'personalization_storage',
  'functionality_storage',
]

/** Pushes the default that every signal is denied, once per data layer, for any tag that loads. */
export const denyByDefault = (
  layer: DataLayer,
  gtag: (...command: readonly unknown[]) => void,
): void => {
  const watch = watchOf(layer)
  if (!watch.isDenied)
    gtag('consent', 'default', Object.fromEntries(SIGNALS.map(signal => [signal, 'denied'])))
  watch.isDenied = true
}

/** Sets `push`. An assignment would throw where a page has frozen `Array.prototype`. */
const setPush = (layer: DataLayer, value: DataLayer['push']): void => {
  const property = { __proto__: null, configurable: true, writable: true, value }
  Object.defineProperty(layer, 'push', property as PropertyDescriptor)
}

/**
 * Drops events that are pushed to a data layer while none of its readers is granted. Has to be
 * called again at each withdrawal, since a tag that has loaded since has replaced `push`.
 *
 * @param isLoaded Whether a tag may have loaded or be loading. Until then `push` is not replaced,
 *   since some wrappers wait for a change of `push`.
 * @returns Removes this reader. Removing the last reader restores `push`.
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
        watch.readers.size === 0 || [...watch.readers].some(isReaderGranted => isReaderGranted())
      const before = watch.isPushing
      // A timer of the tag pushes `gtm.historyChange-v2` a second after the page has changed its
      // address, also for an address that was opened while denied.
      watch.isPushing = !quietly(() => entries.every(isOfTag))
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
    if (watch.readers.size === 0 && watch.inner && layer.push === watch.push)
      setPush(layer, watch.inner)
  }
}

/** Says whether code of the page is pushing now. Otherwise the tag acts by itself. */
export const isPushing = (layer: DataLayer): boolean => watchOf(layer).isPushing === true

/** Says whether a tag has loaded and reads each entry when it is pushed, by a `push` of its own. */
export const isRead = (layer: DataLayer): boolean => {
  const watch = watchOf(layer)
  const isForeign = layer.push !== Array.prototype.push && layer.push !== watch.push
  if (isForeign && 'google_tag_manager' in window) watch.isRead = true
  return watch.isRead === true
}
