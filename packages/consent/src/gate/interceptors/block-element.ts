import { reinsert } from '../reinsert.ts'
import { INTERCEPTED } from './intercepted.ts'
import type { BlockedBy } from './start-interceptors.ts'

/**
 * Matches the names of attributes that hold addresses, upper or lower case, with or without a
 * namespace prefix such as `xlink:`.
 */
const ATTRIBUTE = /^(?:.*:)?(src|srcset|href|data|poster|imagesrcset)$/i

/** The elements that request an address by themselves. */
export const LOADING = 'script,iframe,img,image,source,video,audio,track,link,embed,object,input'

// A string, not a list: bundlers would keep a call at the top level even where the gate is not
// used.
const requestsAddress = (localName: string | undefined) => `,${LOADING},`.includes(`,${localName},`)

/** An element that an interceptor may have blocked. */
type Interceptable = HTMLElement & { [INTERCEPTED]?: boolean | undefined }

/**
 * Says whether an attribute of an element has an address that the element requests. An element of
 * plain XML, such as one of a feed, has no `dataset` and requests nothing.
 */
export const isAddress = ({ localName, dataset }: Partial<HTMLElement>, name: string): boolean =>
  !!dataset && requestsAddress(localName) && ATTRIBUTE.test(name)

/**
 * Returns what would unblock the first blocked address in an attribute's value, see `BlockedBy`.
 *
 * @param element The element that has the attribute already.
 */
export const blockedByAttribute = (
  blockedBy: BlockedBy,
  name: string,
  value: string,
  element?: Element,
): string | undefined => {
  for (const address of /set$/i.test(name) ? value.split(/[\s,]+/) : [value]) {
    const key = address ? blockedBy(address, element) : undefined
    if (key !== undefined) return key
  }
  return undefined
}

/**
 * Blocks an element that has a blocked address. A script or iframe becomes blocked markup in its
 * place and is unblocked like any other. Any other element loses the address.
 */
export const blockIfNeeded = (blockedBy: BlockedBy, element: Element): void => {
  // Forms are skipped: a field named `attributes` would hide the property.
  if (!requestsAddress(element.localName)) return
  for (const { name, value } of [...element.attributes]) {
    const key = isAddress(element, name)
      ? blockedByAttribute(blockedBy, name, value, element)
      : undefined
    if (key !== undefined) blockIntercepted(element, name, value, key)
  }
}

/**
 * Blocks an element that has, or is about to get, a blocked address. Marks it with `INTERCEPTED`,
 * unless it was blocked markup already.
 */
export const blockIntercepted = (
  element: Interceptable | Element,
  name: string,
  value: string,
  key: string,
): void => {
  if ((element as HTMLScriptElement).type !== 'text/plain')
    (element as Interceptable)[INTERCEPTED] = true
  blockElement(element, name, value, key)
}

/** Turns an element into blocked markup. */
export const blockElement = (element: Element, name: string, value: string, key: string): void => {
  if (element.localName === 'script') {
    const script = element as HTMLScriptElement
    if (script.type === 'text/plain') return
    // A script that code has created is async by default. The attribute keeps this after the
    // insertion.
    if (script.async) script.async = true
    blockScript(script)
  } else {
    blockAddress(element, name, value)
  }
  ;(element as HTMLElement).dataset['consent'] = key
}

/** Returns the address of a script or iframe. A script of SVG has it in `href`. */
export const scriptAddress = (element: Element): string | null =>
  element.getAttribute('src') ?? element.getAttribute('href') ?? element.getAttribute('xlink:href')

/** Keeps a script from running. Its type is kept in `data-type`. */
export const blockScript = (script: HTMLScriptElement): void => {
  if (script.type) script.dataset['type'] = script.type
  script.type = 'text/plain'
}

/** Moves an address of an element to `data-…`, and empties an iframe. */
export const blockAddress = (element: Element, name: string, value: string): void => {
  element.setAttribute(`data-${name}`, value)
  if (!element.hasAttribute(name)) return
  element.removeAttribute(name)
  // Only a new insertion removes the content of an iframe.
  if (element.localName === 'iframe') reinsert(element)
}

/**
 * Removes the blocked address of an iframe when code of the page sets an address that is not
 * blocked.
 */
export const forgetBlocked = ({ dataset, [INTERCEPTED]: isIntercepted }: Interceptable): void => {
  if (!isIntercepted) return
  delete dataset['src']
  delete dataset['consent']
}
