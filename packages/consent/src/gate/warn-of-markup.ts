import { warn } from '../options/warn.ts'
import { callIn } from '../shared/call-in.ts'
import { ASK_EVENT } from '../shared/events.ts'
import { ownDocument } from '../shared/own-document.ts'
import { OTHER_MARKUP, PAGE_ATTRIBUTES, unknownAttributes } from '../shared/page-attributes.ts'
import { quietly } from '../shared/quietly.ts'

/** The time that a page may take before it shows the view, in seconds. */
const SLOW_VIEW = 10

/**
 * Warns of mistakes in the markup of the page: an element with `data-consent`, while no gate runs
 * that could unblock the element; an attribute that begins as those of the SDK and is none of them,
 * such as `data-consent-opn`; a script that is marked for another library; an element that needs a
 * view, while there is no view. Writes each warning once, that of attributes once for each name.
 * For development only, because observing the whole page slows the page down.
 *
 * @param hasView Says whether the consent has a view.
 * @returns Dispose function: stops observing.
 */
export const warnOfMarkup = (hasView: () => boolean): (() => void) => {
  /** Selects the elements that need a view: those that open or show a part of it. */
  const needsView = PAGE_ATTRIBUTES.map(name => `[data-${name}]:not(form)`).join()
  /** The unknown attributes that a warning has named. */
  const known = new Set<string>()
  let isUnattendedKnown = false
  let isOtherKnown = false
  let cancelNaming: (() => void) | undefined
  let cancelNeed: (() => void) | undefined

  const look = () =>
    quietly(() => {
      const element = ownDocument.querySelector('[data-consent]:not(form)')
      // A running gate answers `ASK_EVENT` with `preventDefault()`, so `dispatchEvent` returns
      // `false`.
      const isUnattended = () =>
        ownDocument.dispatchEvent(new CustomEvent(ASK_EVENT, { cancelable: true }))
      if (isUnattendedKnown || !element || !isUnattended()) return
      isUnattendedKnown = true
      warn('markup-unattended', element.getAttribute('data-consent'))
    })
  const nameMisspelt = () =>
    quietly(() => {
      cancelNaming = undefined
      const other = isOtherKnown ? null : ownDocument.querySelector(OTHER_MARKUP)
      if (other) warn('other-markup', other.getAttribute('data-category'))
      isOtherKnown ||= !!other
      for (const name of unknownAttributes()) {
        if (!known.has(name)) warn('unknown-attribute', name, PAGE_ATTRIBUTES)
        known.add(name)
      }
    })
  const nameNeed = () =>
    quietly(() => {
      const names = ownDocument.querySelector(needsView)?.getAttributeNames()
      const name = PAGE_ATTRIBUTES.find(one => names?.includes(`data-${one}`))
      if (name && !hasView()) warn('not-mounted', name)
    })
  const onChange = () => {
    look()
    if (quietly(() => ownDocument.querySelector(needsView)))
      cancelNeed ??= callIn(SLOW_VIEW, nameNeed)
    // Searches at most once a second, since a page may change many times.
    cancelNaming ??= callIn(1, nameMisspelt)
  }
  const observer = new MutationObserver(onChange)
  observer.observe(document, { childList: true, subtree: true })
  onChange()
  return () => {
    observer.disconnect()
    cancelNaming?.()
    cancelNeed?.()
  }
}
