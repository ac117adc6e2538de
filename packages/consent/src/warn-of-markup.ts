import { ASK_EVENT } from './shared/events.ts'
import { ownDocument } from './shared/own-document.ts'
import { quietly } from './shared/quietly.ts'
import { warn } from './shared/warn.ts'

/**
 * Warns once when an element with `data-consent` is on the page and no interceptor unblocks the
 * element. For development only, because observing the whole page would slow down a visitor's page.
 *
 * @returns Dispose function: stops observing.
 */
export const warnOfMarkup = (): (() => void) => {
  const look = () =>
    quietly(() => {
      const element = ownDocument.querySelector('[data-consent]:not(form)')
      // A running interceptor prevents the default of this event.
      const isUnattended = () =>
        ownDocument.dispatchEvent(new CustomEvent(ASK_EVENT, { cancelable: true }))
      if (!element || !isUnattended()) return
      observer.disconnect()
      warn('markup-unattended', element.getAttribute('data-consent'))
    })
  const observer = new MutationObserver(look)
  observer.observe(document, { childList: true, subtree: true })
  look()
  return () => observer.disconnect()
}
