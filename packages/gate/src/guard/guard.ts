import { guardBeacon } from './guard-beacon.ts'
import { guardFetch } from './guard-fetch.ts'
import { guardImage } from './guard-image.ts'
import { guardXhr } from './guard-xhr.ts'
import { type Intercept, intercept } from './intercept.ts'

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
  // Any node of ours tells: `<img name="baseURI">` would answer for `document.baseURI`.
  const node = new Image()
  const refuses: IsRefused = address => {
    const url = isOn && urlOf(address, node.baseURI)
    return url ? isRefused(url) : false
  }
  const undos: (() => void)[] = []
  const patch: Intercept = (...args) => undos.push(intercept(...args))
  for (const guard of [guardFetch, guardBeacon, guardXhr, guardImage]) guard(patch, refuses)
  return () => {
    // A patch that somebody patched over stays in place and lets everything through.
    isOn = false
    for (const undo of undos) undo()
  }
}

/** Nothing where it is no address: the built-in knows what to say. */
const urlOf = (address: unknown, base: string): URL | undefined => {
  try {
    return new URL(`${address}`, base)
  } catch {
    return undefined
  }
}
