import { isInvalid } from '../../options/check-options.ts'
import { LAYER } from '../../options/forms.ts'

/** A command for Google's tags, which is an `arguments` object. */
export type Command = ArrayLike<unknown>

/** A data layer of the page. */
export type DataLayer = unknown[]

/**
 * Says whether the name of a data layer is invalid. The name of a global variable that is neither
 * an array nor an element, such as `location`, is invalid. The id of an element is valid: the data
 * layer takes the element's place on `window`.
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

/**
 * Creates the `gtag` function of a data layer. Uses `arguments`, not a rest parameter, since
 * Google's tag ignores arrays.
 */
export const gtagFor = (name: string): ((...command: unknown[]) => void) =>
  function () {
    // biome-ignore lint/complexity/noArguments: see above
    dataLayer(name).push(arguments)
  }

/**
 * Defines `gtag` for the page, unless the page has its own. The function adds each command to the
 * data layer.
 */
export const offerGtag = (name: string): void => {
  dataLayer(name)
  const page = window as { gtag?: unknown }
  if (typeof page.gtag !== 'function') page.gtag = gtagFor(name)
}

/** Says whether an entry is a command of this name. */
export const isCommand = (entry: unknown, name: string): entry is Command =>
  Object.prototype.toString.call(entry) === '[object Arguments]' && (entry as Command)[0] === name

/** The signals that Google's tags treat as granted until a default is set. */
const SIGNALS = [
  'analytics_storage',
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'personalization_storage',
  'functionality_storage',
]

/** What the SDK knows of a data layer. */
interface Known {
  /** Whether the SDK has pushed the default that denies all `SIGNALS`. */
  isDenied?: boolean
  /** Ends the effect of `holdEntries`, see `releaseEntries`. */
  release?: (() => number) | undefined
}

const layers = new WeakMap<DataLayer, Known>()

const knownOf = (layer: DataLayer): Known => {
  const known = layers.get(layer) ?? {}
  layers.set(layer, known)
  return known
}

/** Pushes the default that denies all `SIGNALS`, once per data layer. */
export const denyByDefault = (
  layer: DataLayer,
  gtag: (...command: readonly unknown[]) => void,
): void => {
  const known = knownOf(layer)
  if (!known.isDenied)
    gtag('consent', 'default', Object.fromEntries(SIGNALS.map(signal => [signal, 'denied'])))
  known.isDenied = true
}

/** Sets `push`. An assignment would throw where a page has frozen `Array.prototype`. */
export const setPush = (layer: DataLayer, value: DataLayer['push']): void => {
  const property = { __proto__: null, configurable: true, writable: true, value }
  Object.defineProperty(layer, 'push', property as PropertyDescriptor)
}

/**
 * Keeps new entries of a data layer from the tag that reads the data layer. The entries wait in the
 * array, as before a tag has loaded. Does nothing before a tag has loaded: some wrappers take a
 * changed `push` as a sign that the tag has loaded.
 *
 * @returns `true` if a tag has loaded before the first call.
 */
export const holdEntries = (layer: DataLayer): true | undefined => {
  const { push } = layer
  const native = Array.prototype.push
  const known = knownOf(layer)
  if (known.release || push === native || !('google_tag_manager' in window)) return undefined
  const start = layer.length
  const hold: typeof push = (...entries) => (known.release ? native : push).apply(layer, entries)
  known.release = () => {
    known.release = undefined
    if (layer.push === hold) setPush(layer, push)
    return start
  }
  setPush(layer, hold)
  return true
}

/**
 * Ends the effect of `holdEntries`: entries that are pushed from now on reach the tag. The waiting
 * entries stay in the array, where the caller has to take care of them.
 *
 * @returns The index in the data layer at which the waiting entries begin; `undefined` if
 *   `holdEntries` was not in effect.
 */
export const releaseEntries = (layer: DataLayer): number | undefined => knownOf(layer).release?.()
