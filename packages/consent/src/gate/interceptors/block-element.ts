import { INTERCEPTED } from '../../shared/platform.ts'
import type { MissingGrant } from '../rules.ts'

/**
 * Matches the names of attributes that hold addresses, upper or lower case, with or without a
 * namespace prefix such as `xlink:`.
 */
const ATTRIBUTE = /^(?:.*:)?(src|srcset|href|data|poster|imagesrcset)$/i

/** The elements that request an address by themselves. */
export const LOADING = 'script,iframe,img,image,source,video,audio,track,link,embed,object,input'

/**
 * Says whether an element is a script with `data-consent` that would run, since it has no
 * `type="text/plain"`. A script of another type is data, such as JSON.
 */
export const isMarkedScript = (element: Element): boolean =>
  element.localName === 'script' &&
  element.hasAttribute('data-consent') &&
  /^$|module|javascript/i.test((element as HTMLScriptElement).type)

// A string, not a `Set`: bundlers would keep `new Set(…)` even in a bundle without the gate.
const requestsAddress = (localName: string | undefined) => `,${LOADING},`.includes(`,${localName},`)

/** An element that an interceptor may have blocked. */
type Interceptable = HTMLElement & { [INTERCEPTED]?: boolean | undefined }

/**
 * Says whether the browser requests the address in an attribute of an element. An element of plain
 * XML, such as an element of a feed, has no `dataset`, and the browser requests nothing for it.
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

/**
 * Blocks an element that has a blocked address, and a script whose `data-consent` is not granted. A
 * script or iframe becomes blocked markup and stays in its place, and the grant unblocks it. In any
 * other element the address moves to a `data-` attribute; the grant restores only elements that have
 * `data-src` or `data-srcset`.
 */
export const blockIfNeeded = (missingGrant: MissingGrant<string>, element: Element): void => {
  // Return before `attributes` is read: a form may have a field named `attributes`, which hides the
  // property.
  if (!requestsAddress(element.localName)) return
  for (const { name, value } of [...element.attributes]) {
    // A script may have `data-consent` and no address.
    const isChecked =
      isAddress(element, name) || (name === 'data-consent' && isMarkedScript(element))
    const key = isChecked ? missingGrantIn(missingGrant, name, value, element) : undefined
    if (key !== undefined) blockIntercepted(element, name, value, key)
  }
}

/**
 * Blocks an element that has or is about to get a blocked address. Marks the element with
 * `INTERCEPTED`, unless the element is a script that has the type `text/plain` already.
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
    // A script that code has created is async by default. Add the attribute, so that the script is
    // still async after its insertion.
    if (script.async) script.async = true
    blockScript(script)
  } else {
    blockAddress(element, name, value)
  }
  ;(element as HTMLElement).dataset['consent'] = key
}

/** Returns the address of a script or iframe. An SVG script has its address in `href`. */
export const scriptAddress = (element: Element): string | null =>
  element.getAttribute('src') ?? element.getAttribute('href') ?? element.getAttribute('xlink:href')

/** Keeps a script from running. Saves the script's type in `data-type`. */
export const blockScript = (script: HTMLScriptElement): void => {
  if (script.type) script.dataset['type'] = script.type
  script.type = 'text/plain'
}

/**
 * Removes an element and inserts it again in the same place, so that a script runs, and an iframe
 * drops its document.
 *
 * @param change Is called while the element is out of the page.
 */
export const reinsert = (element: Element, change?: () => void): void => {
  const { parentNode, nextSibling } = element
  // The parent may be a form with a field named `removeChild`, so call the prototype's method.
  if (parentNode) Node.prototype.removeChild.call(parentNode, element)
  change?.()
  if (parentNode) Node.prototype.insertBefore.call(parentNode, element, nextSibling)
}

/** Moves an address of an element to a `data-` attribute. Empties an iframe. */
export const blockAddress = (element: Element, name: string, value: string): void => {
  element.setAttribute(`data-${name}`, value)
  if (!element.hasAttribute(name)) return
  element.removeAttribute(name)
  // Without a new insertion the iframe would keep its content.
  if (element.localName === 'iframe') reinsert(element)
}

/**
 * Removes the blocked address of an iframe that an interceptor has blocked. Is called when code of
 * the page sets an address that is not blocked.
 */
export const forgetBlocked = ({ dataset, [INTERCEPTED]: isIntercepted }: Interceptable): void => {
  if (!isIntercepted) return
  delete dataset['src']
  delete dataset['consent']
}
