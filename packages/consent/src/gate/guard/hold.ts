import { reinsert } from '../reinsert.ts'
import type { DeniedCategory } from './guard.ts'
import { GUARD } from './guard-symbol.ts'

/**
 * Turns a script, iframe or image with a refused address into held mark-up: the element stays where
 * the page puts it, does nothing there, and is released like any other.
 *
 * @param address The one it is about to get. @default the one it has
 */
export const holdIfDenied = (
  deniedCategory: DeniedCategory,
  element: Element,
  address: string | null = addressOf(element),
): void => {
  const category = address ? deniedCategory(address) : undefined
  // One of plain XML, such as a feed's, has no such data: it asks for nothing.
  if (category === undefined || !(element as HTMLElement).dataset) return
  // Held by the guard, not by its mark-up.
  if ((element as HTMLScriptElement).type !== 'text/plain')
    (element as Element & { [GUARD]?: boolean })[GUARD] = true
  hold(element, address, category)
}

/** Turns a script or iframe into held mark-up of a category. */
export const hold = (element: Element, address: string | null, category: string): void => {
  if (element.localName === 'script') {
    const script = element as HTMLScriptElement
    if (script.type === 'text/plain') return
    // Elements made by script are async unless told otherwise; once in a document nobody can tell.
    if (script.async) script.async = true
    holdScript(script)
  } else {
    holdFrame(element as HTMLElement, `${address}`)
  }
  ;(element as HTMLElement).dataset['consent'] = category
}

/** Gives the address that an element has; a script of SVG has it in `href`. */
export const addressOf = (element: Element): string | null =>
  element.getAttribute('src') ??
  element.getAttribute('href') ??
  element.getAttributeNS('http://www.w3.org/1999/xlink', 'href')

/** Keeps a script from running; its type waits in `data-type`. */
export const holdScript = (script: HTMLScriptElement): void => {
  if (script.type) script.dataset['type'] = script.type
  script.type = 'text/plain'
}

/** Keeps a frame or image from showing anything; its address waits in `data-src`. */
export const holdFrame = (frame: HTMLElement, address: string): void => {
  frame.dataset['src'] = address
  if (!frame.hasAttribute('src')) return
  frame.removeAttribute('src')
  // What it shows goes only so.
  reinsert(frame)
}
