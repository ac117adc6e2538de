import { guardBeacon } from './guard-beacon.ts'
import { guardFetch } from './guard-fetch.ts'
import { guardImage } from './guard-image.ts'
import { guardXhr } from './guard-xhr.ts'

/** Says whether the page may not reach an address now. Takes whatever a built-in takes. */
export type IsRefused = (address: unknown) => boolean

/**
 * Keeps the page's own attempts to reach a denied service from leaving. What is refused is answered
 * quietly: no error that a library would retry or log. Everything else takes the way it took.
 *
 * @returns The undo: every patched built-in is the original again.
 */
export const startGuard = (isRefused: (url: URL) => boolean): (() => void) => {
  let isOn = true
  const refuses: IsRefused = address => {
    try {
      return isOn && isRefused(new URL(String(address), document.baseURI))
    } catch {
      // No address: the built-in knows what to say.
      return false
    }
  }
  const undos = [guardFetch, guardBeacon, guardXhr, guardImage].map(guard => guard(refuses))
  return () => {
    // A patch that somebody patched over stays in place and lets everything through.
    isOn = false
    for (const undo of undos) undo()
  }
}
