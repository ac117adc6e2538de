import { eachMarkupMistake, PAGE_ATTRIBUTES } from '../options/attributes.ts'
import { warn } from '../options/warn.ts'
import { ASK_EVENT } from '../shared/events.ts'
import { dispatch, findAll, observePage } from '../shared/platform.ts'
import { callIn } from '../shared/timers.ts'

/** The seconds that a page may take to mount the view that its markup needs. */
const SLOW_VIEW = 10

/**
 * Warns of mistakes in the markup of the page, each once: an attribute such as `data-consent-opn`,
 * `data-consent` without a gate, a script that is marked for another library, an element that needs
 * a view without a view. For development only: observing the whole page slows it down.
 *
 * @returns Dispose function: stops observing.
 */
export const warnOfMarkup = (hasView: () => boolean): (() => void) => {
  const needsView = PAGE_ATTRIBUTES.map(name => `[data-${name}]:not(form)`).join()
  /** The values of the mistakes that a warning has named. */
  const known = new Set<unknown>()
  let isUnattendedKnown = false
  let cancelNaming: (() => void) | undefined
  let cancelNeed: (() => void) | undefined

  const look = () => {
    const [element] = isUnattendedKnown ? [] : findAll('[data-consent]:not(form)')
    // A running gate answers `ASK_EVENT` with `preventDefault()`, so `dispatch` returns `false`.
    if (!element || !dispatch(ASK_EVENT)) return
    isUnattendedKnown = true
    warn('markup-unattended', element.getAttribute('data-consent'))
  }
  const nameFaults = () => {
    cancelNaming = undefined
    eachMarkupMistake((code, [value, ...more]) => {
      if (!known.has(value)) warn(code, value, ...more)
      known.add(value)
    })
  }
  const nameNeed = () => {
    const names = findAll(needsView)[0]?.getAttributeNames()
    const name = PAGE_ATTRIBUTES.find(one => names?.includes(`data-${one}`))
    if (name && !hasView()) warn('not-mounted', name)
  }
  const onChange = () => {
    look()
    if (findAll(needsView)[0]) cancelNeed ??= callIn(SLOW_VIEW, nameNeed)
    // Searches at most once a second, since a page may change many times.
    cancelNaming ??= callIn(1, nameFaults)
  }
  const stop = observePage(onChange)
  onChange()
  return () => {
    stop()
    cancelNaming?.()
    cancelNeed?.()
  }
}
