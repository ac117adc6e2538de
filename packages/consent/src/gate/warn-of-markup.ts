import { warn } from '../options/warn.ts'
import { callIn } from '../shared/call-in.ts'
import { ASK_EVENT } from '../shared/events.ts'
import { nearest } from '../shared/nearest.ts'
import { ownDocument } from '../shared/own-document.ts'
import { quietly } from '../shared/quietly.ts'

/** Names, without `data-`, of the attributes whose elements open or show a part of the view. */
const PARTS: readonly string[] = [
  'consent-open',
  'consent-guide',
  'consent-preferences',
  'consent-status',
  'consent-cookies',
  'consent-section',
  'consent-banner',
]

/**
 * Writes two kinds of warnings. The first, once: the page has an element with `data-consent`, and
 * no gate runs that could unblock the element. The second, once for each name: an attribute has
 * nearly the name of one of ours, such as `data-consent-opn`. For development only, because
 * observing the whole page slows the page down.
 *
 * @returns Dispose function: stops observing.
 */
export const warnOfMarkup = (): (() => void) => {
  const known = new Set(PARTS)
  let isUnattendedKnown = false
  let cancelNaming: (() => void) | undefined

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
      for (const element of ownDocument.querySelectorAll('*'))
        for (const attribute of Element.prototype.getAttributeNames.call(element)) {
          const [, name = ''] = /^data-(consent-.+)/.exec(attribute) ?? []
          if (known.has(name) || !nearest(name, PARTS)) continue
          known.add(name)
          warn('unknown-attribute', name, PARTS)
        }
    })
  const onChange = () => {
    look()
    // Searches at most once a second, since a page may change many times.
    cancelNaming ??= callIn(1, nameMisspelt)
  }
  const observer = new MutationObserver(onChange)
  observer.observe(document, { childList: true, subtree: true })
  onChange()
  return () => {
    observer.disconnect()
    cancelNaming?.()
  }
}
