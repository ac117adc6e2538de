import { cookiesWith } from '../../inventory/google-rules.ts'
import { IS_TAG } from '../../shared/build.ts'
import { ownDocument } from '../../shared/platform.ts'
import { isCommand } from './data-layer.ts'
import type { Tag } from './google-tag.ts'

/**
 * Marks a switch of the SDK, so that no copy of the SDK takes it for the visitor's refusal. The
 * number is the version of the mark's value: a switch with another version counts as the visitor's.
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

/** Says whether Google's opt-out add-on refuses. A switch of the SDK does not count. */
export const hasOptedOut = (): boolean => {
  const ioo = (globalThis as GoogleWindow)._gaUserPrefs?.ioo
  const own = ioo?.[OWN_SWITCH]
  return isTrue(own ? own.earlier : ioo)
}

/**
 * Defines the two switches that every tag of Google except Google Ads reads before it sends data:
 * a getter for `ga-disable-<ID>`, and a function for `_gaUserPrefs.ioo`, which Google's opt-out
 * add-on sets. A refusal by the page or the add-on still counts. The switches are never removed.
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
 * Sets the switches for the tag's id, and for each id that the page has configured or loaded, also
 * by a blocked script. Also blocks the cookies of each `cookie_prefix` that the page has configured.
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
