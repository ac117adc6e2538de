import { INTERCEPTED } from '../../shared/platform.ts'
import type { MissingGrant } from '../rules.ts'

/**
 * Matches the names of attributes whose addresses elements of `LOADING` request, also with a prefix
 * such as `xlink:`.
 */
const ATTRIBUTE = /^(?:.*:)?(src|srcset|href|data|poster|imagesrcset)$/i

/** The elements whose addresses the gate checks: browsers can request them without a click. */
export const LOADING = 'script,iframe,img,image,source,video,audio,track,link,embed,object,input'

/** Says whether an element is a script with `data-consent` and a type of JavaScript, or none. */
export const isMarkedScript = (element: Element): boolean =>
  element.localName === 'script' &&
  element.hasAttribute('data-consent') &&
  /^$|module|javascript/i.test((element as HTMLScriptElement).type)

// A string, not a `Set`: bundlers would keep `new Set(…)` even in a bundle without the gate.
const requestsAddress = (localName: string | undefined) => `,${LOADING},`.includes(`,${localName},`)

/**
 * Says whether an attribute has addresses that an element of `LOADING` may request. The browser
 * requests nothing for an element of plain XML, such as of a feed, which has no `dataset`.
 */
export const isAddress = ({ localName, dataset }: Partial<HTMLElement>, name: string): boolean =>
  !!dataset && requestsAddress(localName) && ATTRIBUTE.test(name)

/** Returns the missing grant of the first blocked address in an attribute's value. */
export const missingGrantIn = (
  missingGrant: MissingGrant<string>,
  name: string,
  value: string,
  element?: Element,
  isSet?: boolean,
): string | undefined => {
  for (const address of /set$/i.test(name) ? value.split(/[\s,]+/) : [value]) {
    const key = address ? missingGrant(address, element, isSet) : undefined
    if (key !== undefined) return key
  }
  return undefined
}

/** Blocks an element with a blocked address, and a script whose `data-consent` is not granted. */
export const blockIfNeeded = (missingGrant: MissingGrant<string>, element: Element): void => {
  // First, since a form may have a field named `attributes`, which hides the property.
  if (!requestsAddress(element.localName)) return
  for (const { name, value } of [...element.attributes]) {
    // A script may have `data-consent` and no address.
    const isChecked =
      isAddress(element, name) || (name === 'data-consent' && isMarkedScript(element))
    const key = isChecked ? missingGrantIn(missingGrant, name, value, element) : undefined
    if (key !== undefined) blockElement(element, name, value, key, true)
  }
}

/**
 * Turns an element into blocked markup, such as one that is about to get a blocked address. Leaves
 * a script with the type `text/plain` as it is.
 *
 * @param isIntercepted Whether an interceptor blocks the element.
 */
export const blockElement = (
  element: Element & { [INTERCEPTED]?: boolean | undefined },
  name: string,
  value: string,
  key: string,
  isIntercepted?: boolean,
): void => {
  if (element.localName === 'script') {
    const script = element as HTMLScriptElement
    if (script.type === 'text/plain') return
    // A script that code has created is async without the attribute, and not after an insertion.
    if (script.async) script.async = true
    blockScript(script)
  } else {
    blockAddress(element, name, value)
  }
  if (isIntercepted) element[INTERCEPTED] = true
  ;(element as HTMLElement).dataset['consent'] = key
}

/** Returns the address of a script or iframe: of a script of SVG, its `href` or `xlink:href`. */
export const scriptAddress = (element: Element): string | null =>
  element.getAttribute('src') ?? element.getAttribute('href') ?? element.getAttribute('xlink:href')

/** Keeps a script from running. Saves the script's type, if it has one, in `data-type`. */
export const blockScript = (script: HTMLScriptElement): void => {
  if (script.type) script.dataset['type'] = script.type
  script.type = 'text/plain'
}

/**
 * Removes an element from its parent and inserts it again in the same place, so that a script runs,
 * and an iframe gets a new frame. Chromium keeps what a frame has loaded in the history of the tab,
 * and loads it again when the visitor goes back, but not in a frame that code has inserted.
 *
 * @param change Is called while the element is out of the page.
 */
export const reinsert = (element: Element, change: () => void): void => {
  // Ask no parent, which may be a form with a field named `insertBefore`.
  const place = new Comment()
  element.replaceWith(place)
  change()
  place.replaceWith(element)
}

/** Puts an address of an element into a `data-` attribute. Empties an iframe that has loaded it. */
export const blockAddress = (element: Element, name: string, value: string): void => {
  element.setAttribute(`data-${name}`, value)
  if (!element.hasAttribute(name)) return
  const remove = () => element.removeAttribute(name)
  if (element.localName === 'iframe') reinsert(element, remove)
  else remove()
}

/** Removes the blocked address of an iframe that an interceptor has blocked. */
export const forgetBlocked = (frame: HTMLElement): void => {
  if (!(INTERCEPTED in frame)) return
  delete frame.dataset['src']
  delete frame.dataset['consent']
}
