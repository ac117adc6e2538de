/** Marks a switch of ours, so that no copy of this SDK takes it for the visitor's own refusal. */
const OURS: unique symbol = Symbol.for('@spaceone/consent') as never

type IsDenied = () => boolean

interface Switch {
  (): boolean
  [OURS]?: { readonly answers: Map<string, IsDenied>; readonly earlier: Switch | undefined }
}

interface GoogleWindow {
  _gaUserPrefs?: { ioo?: Switch } | undefined
}

/** What an element of that id holds is no switch. */
const isTrue = (ioo: Switch | undefined): boolean => typeof ioo === 'function' && ioo() === true

/** Says whether the visitor refuses by Google's own add-on. A switch of ours is nobody's refusal. */
export const hasOptedOut = (): boolean => {
  const ioo = (globalThis as GoogleWindow)._gaUserPrefs?.ioo
  const foreign = ioo?.[OURS] ? ioo[OURS].earlier : ioo
  return isTrue(foreign)
}

/**
 * Answers Google's two switches live: `ga-disable-<ID>`, which is documented, and the hook of
 * Google's own opt-out add-on, which every tag asks before every hit. What the host or the add-on
 * says stays a refusal too. There is no undo: a switch that is off stays off.
 *
 * @see https://developers.google.com/analytics/devguides/collection/gtagjs/user-opt-out
 */
export const answerOptOut = (id: string, isDenied: IsDenied): void => {
  const page = window as GoogleWindow
  const earlier = page._gaUserPrefs?.ioo
  const { answers } = earlier?.[OURS] ?? { answers: new Map<string, IsDenied>() }
  if (!answers.has(id)) {
    const name = `ga-disable-${id}`
    let host = Object.getOwnPropertyDescriptor(window, name)?.value
    // Not where the host has fixed it: that is its own answer, then.
    Reflect.defineProperty(window, name, {
      // As in `descriptorOf`.
      __proto__: null,
      configurable: true,
      get: () => answers.get(id)?.() || host,
      set: value => {
        host = value
      },
    } as PropertyDescriptor)
  }
  // An earlier consent of this page that was destroyed has no say about this id any more.
  answers.set(id, isDenied)
  if (earlier?.[OURS]) return
  const ioo: Switch = () =>
    [...answers.values()].some(isDeniedHere => isDeniedHere()) || isTrue(earlier)
  ioo[OURS] = { answers, earlier }
  page._gaUserPrefs = { ...page._gaUserPrefs, ioo }
}
