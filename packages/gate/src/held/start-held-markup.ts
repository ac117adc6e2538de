import { type AnyConsent, attempt } from '@spaceone/consent-core'
import { releaseScript } from './release-script.ts'

/** Mark-up that waits for its category. */
const HELD = 'script[type="text/plain"][data-consent]'

/**
 * Releases held mark-up once its category is granted: what is there at the start, what is granted
 * later and what the page adds later. Everything in document order, each element once.
 *
 * @returns The undo: nothing is released any more.
 */
export const startHeldMarkup = (consent: AnyConsent): (() => void) => {
  let queue: Promise<unknown> = Promise.resolve()
  let isOn = true

  // Not `isGranted`: mark-up may name a category that does not exist, and stays held then.
  const isGranted = (element: HTMLElement) =>
    consent.$state.get().granted[element.dataset['consent'] ?? ''] === true

  const release = (element: HTMLScriptElement) => {
    // Withdrawn while it waited, or released by an earlier turn: an element may be queued twice.
    if (isOn && element.isConnected && element.matches(HELD) && isGranted(element))
      return releaseScript(element)
    return undefined
  }

  const collect = (elements: Iterable<HTMLScriptElement>) => {
    // The parser may still be at work on the text of the last one.
    if (document.readyState === 'loading') return
    for (const element of elements)
      if (isGranted(element)) queue = queue.then(() => attempt(() => release(element)))
  }

  const collectAll = () => collect(document.querySelectorAll<HTMLScriptElement>(HELD))

  const observer = new MutationObserver(mutations => {
    // A form may have a field of the name of any method.
    for (const { addedNodes } of mutations)
      for (const node of addedNodes)
        if (node instanceof Element) attempt(() => collect(heldIn(node)))
  })
  observer.observe(document, { childList: true, subtree: true })
  document.addEventListener('DOMContentLoaded', collectAll)
  const unfollow = consent.$state.subscribe(collectAll)

  return () => {
    isOn = false
    observer.disconnect()
    document.removeEventListener('DOMContentLoaded', collectAll)
    unfollow()
  }
}

const heldIn = (element: Element): readonly HTMLScriptElement[] => [
  ...(element.matches(HELD) ? [element as HTMLScriptElement] : []),
  ...element.querySelectorAll<HTMLScriptElement>(HELD),
]
