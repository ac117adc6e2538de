import { isInvalid } from '../../options/check-options.ts'
import { LAYER } from '../../options/forms.ts'

/** A data layer of the page. */
export type DataLayer = unknown[]

/** Adds a command to a data layer. */
export type Gtag = (...command: readonly unknown[]) => void

/**
 * Says whether the name of a data layer is invalid, as `location` is. The id of an element is
 * valid: the data layer takes the element's place on `window`.
 *
 * @throws ConsentError with the code `layer`, in development.
 */
export const isLayerInvalid = (name: string): boolean => {
  const value = (globalThis as unknown as Record<string, unknown>)[name] ?? []
  const isFree = Array.isArray(value) || value instanceof Element || value instanceof HTMLCollection
  return isInvalid('layer', name, isFree && LAYER)
}

/** Returns the page's data layer. Creates the data layer if `window` has no array of this name. */
export const dataLayer = (name: string): DataLayer => {
  const page = window as unknown as Record<string, unknown>
  if (!Array.isArray(page[name])) page[name] = []
  return page[name] as DataLayer
}

/** Creates the `gtag` function of a data layer. */
export const gtagFor = (name: string): Gtag =>
  function () {
    // biome-ignore lint/complexity/noArguments: Google's tag ignores arrays
    dataLayer(name).push(arguments)
  }

/** Defines `gtag` for the page, unless the page has its own. */
export const offerGtag = (name: string): void => {
  const page = window as { gtag?: unknown }
  if (typeof page.gtag !== 'function') page.gtag = gtagFor(name)
}

/** Says whether an entry is a command of this name. */
export const isCommand = (entry: unknown, name: string): entry is ArrayLike<unknown> =>
  Object.prototype.toString.call(entry) === '[object Arguments]' &&
  (entry as ArrayLike<unknown>)[0] === name

/** The signals that Google's tags treat as granted until a default is set. */
const SIGNALS = [
  'analytics_storage',
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'personalization_storage',
  'functionality_storage',
]

/** Sets `push`. An assignment would throw where a page has frozen `Array.prototype`. */
export const setPush = (layer: DataLayer, value: DataLayer['push']): void => {
  const property = { __proto__: null, configurable: true, writable: true, value }
  Object.defineProperty(layer, 'push', property as PropertyDescriptor)
}

/** For each data layer that `holdEntries` has seen, the function that `releaseEntries` calls. */
const releases = new WeakMap<DataLayer, (() => number) | undefined>()

/**
 * Denies all signals by default, at the first call for a data layer. If a tag has loaded before,
 * keeps new entries from the tag: they wait in the array. Before a tag has loaded, `push` stays,
 * since some wrappers take a changed `push` as a sign that the tag has loaded.
 *
 * @returns `true` if this is the first call, and a tag has loaded before.
 */
export const holdEntries = (layer: DataLayer, gtag: Gtag): boolean => {
  const isFirst = !releases.has(layer)
  if (isFirst) {
    releases.set(layer, undefined)
    gtag('consent', 'default', Object.fromEntries(SIGNALS.map(signal => [signal, 'denied'])))
  }
  const { push } = layer
  const native = Array.prototype.push
  if (releases.get(layer) || push === native || !('google_tag_manager' in window)) return false
  const start = layer.length
  const hold: typeof push = (...entries) =>
    (releases.get(layer) ? native : push).apply(layer, entries)
  releases.set(layer, () => {
    releases.set(layer, undefined)
    if (layer.push === hold) setPush(layer, push)
    return start
  })
  setPush(layer, hold)
  return isFirst
}

/**
 * Ends the effect of `holdEntries`: new entries reach the tag. The waiting entries stay.
 *
 * @returns The index of the first waiting entry; `undefined` if `holdEntries` was not in effect.
 */
export const releaseEntries = (layer: DataLayer): number | undefined => releases.get(layer)?.()
