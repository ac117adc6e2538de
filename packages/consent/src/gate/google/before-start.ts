import { cookiesWith } from '../../inventory/google-rules.ts'
import { isInvalid } from '../../options/check-options.ts'
import { LAYER } from '../../options/forms.ts'
import { IS_TAG } from '../../shared/build.ts'
import { ownDocument } from '../../shared/platform.ts'
import type { Tag } from './google-tag.ts'

// What keeps Google's tags silent until the SDK starts one: the data layer, in which all signals are
// denied and new entries wait, and Google's opt-out switches.

export type DataLayer = unknown[]

export type Gtag = (...command: readonly unknown[]) => void

/**
 * Says whether the name of a data layer is invalid, as `location` is. The id of an element is valid:
 * the data layer takes the element's place on `window`. In development it throws instead.
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
 * Denies `SIGNALS` by default, at the first call for a data layer. If a tag has loaded before,
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
 * Lets new entries reach the tag. Returns the index of the first entry that waits; `undefined` if
 * `holdEntries` was not in effect.
 */
export const releaseEntries = (layer: DataLayer): number | undefined => releases.get(layer)?.()

/**
 * The key of a mark on each function `_gaUserPrefs.ioo` of `answerOptOut`. The number is the
 * version of the mark's value: a copy of the SDK with this number does not take the function for
 * the visitor's refusal, and another copy does.
 */
const OWN_SWITCH: unique symbol = Symbol.for('@spaceone/consent/1') as never

type IsDenied = () => boolean

interface Switch {
  (): boolean
  [OWN_SWITCH]?: { readonly answers: Map<string, IsDenied>; readonly earlier: Switch | undefined }
}

interface GoogleWindow {
  _gaUserPrefs?: { ioo?: Switch } | undefined
}

/** Says whether a switch refuses. An element with the id `ioo` or `_gaUserPrefs` is no switch. */
const isTrue = (ioo: Switch | undefined): boolean => typeof ioo === 'function' && ioo() === true

/** Says whether Google's opt-out add-on refuses. A switch with `OWN_SWITCH` does not count. */
export const hasOptedOut = (): boolean => {
  const ioo = (globalThis as GoogleWindow)._gaUserPrefs?.ioo
  const own = ioo?.[OWN_SWITCH]
  return isTrue(own ? own.earlier : ioo)
}

/**
 * Defines the two switches that tags of Google Analytics read before they send data: a getter for
 * `ga-disable-<ID>`, and a function for `_gaUserPrefs.ioo`, which Google's opt-out add-on sets. If
 * the page or the add-on has turned a tag off by such a switch, the tag stays off. The switches are
 * never removed.
 *
 * @see https://developers.google.com/analytics/devguides/collection/gtagjs/user-opt-out
 */
export const answerOptOut = (id: string, isDenied: IsDenied): void => {
  const page = window as GoogleWindow
  const earlier = page._gaUserPrefs?.ioo
  const own = earlier?.[OWN_SWITCH]
  const { answers } = own ?? { answers: new Map<string, IsDenied>() }
  if (!answers.has(id)) {
    const name = `ga-disable-${id}`
    let pageValue = Object.getOwnPropertyDescriptor(window, name)?.value
    // Has no effect if the page's own property is not configurable: then the page's value counts.
    Reflect.defineProperty(window, name, {
      // A page may have added `value` to `Object.prototype`.
      __proto__: null,
      configurable: true,
      get: () => answers.get(id)?.() || pageValue,
      set: value => {
        pageValue = value
      },
    } as PropertyDescriptor)
  }
  // Replaces the function of a consent that the page has destroyed.
  answers.set(id, isDenied)
  if (own) return
  const ioo: Switch = () =>
    [...answers.values()].some(isDeniedHere => isDeniedHere()) || isTrue(earlier)
  ioo[OWN_SWITCH] = { answers, earlier }
  page._gaUserPrefs = { ...page._gaUserPrefs, ioo }
}

/** Matches the address of a `gtag/js` script, with its id. */
const TAG_ADDRESS = /\/gtag\/js\?(?:.*&)?id=([\w-]+)/

/**
 * Sets the switches for the tag's id, and for each id that the page has so far in `config` commands
 * of the data layer and in the `src` of `gtag/js` scripts, also of blocked ones. Also blocks the
 * cookies of each `cookie_prefix` in these commands. Does nothing for Google Ads.
 */
export const switchOff = (tag: Tag, isSwitchedOff: IsDenied): void => {
  const { gate, owner, disposes } = tag
  // Google Ads reads neither of the opt-out switches.
  if (!IS_TAG && tag.kind === 'ads') return
  const loaded = [...ownDocument.scripts].flatMap(({ src }) => TAG_ADDRESS.exec(src)?.[1] ?? [])
  for (const id of [tag.options.id, ...loaded]) answerOptOut(id, isSwitchedOff)
  for (const entry of tag.layer()) {
    if (!isCommand(entry, 'config')) continue
    answerOptOut(`${entry[1]}`, isSwitchedOff)
    const cookies = cookiesWith((entry[2] as { readonly cookie_prefix?: unknown })?.cookie_prefix)
    const [first] = cookies
    if (first && !disposes.has(first))
      disposes.set(first, gate.register({ unblockedBy: owner, cookies }).dispose)
  }
}
