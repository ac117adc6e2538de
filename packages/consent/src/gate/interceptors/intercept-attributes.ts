import { createElement, dispatch, documentPrototype } from '../../shared/platform.ts'
import { callIn } from '../../shared/timers.ts'
import type { MissingGrant } from '../rules.ts'
import { blockElement, forgetBlocked, isAddress, LOADING, missingGrantIn } from './block-element.ts'
import { type Intercept, readText } from './intercept.ts'

/** The properties by which code sets the addresses of HTML elements of `LOADING`. */
const PROPERTIES = 'src,srcset,href,data,poster,imageSrcset'

/**
 * Intercepts code that sets an address of an element, by property or attribute. Blocks a script or
 * iframe that gets a blocked address. Any other element does not get a blocked address, and
 * dispatches `load` as if the address had loaded.
 *
 * @param searchSoon Is called when a script or iframe is blocked, which may be in the page already.
 */
export const interceptAttributes = (
  intercept: Intercept,
  missingGrant: MissingGrant<string>,
  searchSoon: () => void,
): void => {
  /** Returns how to answer a call with an address at `at`; `undefined` to call the built-in. */
  const answer = (element: Element | null, name: string, args: readonly unknown[], at = 0) => {
    if (!element || !isAddress(element, name)) return undefined
    const value = readText(args, at)
    const key = missingGrantIn(missingGrant, name, value, element, true)
    const { localName } = element
    if (key === undefined) {
      // An empty address, as in `frame.src = ''`, leaves the blocked address in `data-src`.
      if (value && localName === 'iframe') forgetBlocked(element as HTMLElement)
      return undefined
    }
    const isScript = localName === 'script'
    if (isScript || localName === 'iframe') {
      blockElement(element, 'src', value, key, true)
      searchSoon()
    } else callIn(0, () => dispatch('load', element))
    // Set the address of a script, since its type keeps it from running.
    return isScript ? undefined : () => {}
  }

  // `<video>` and `<audio>` inherit one property `src`, which is intercepted once.
  for (const tag of LOADING.replace('audio,', '').split(','))
    intercept<Element, unknown[]>(createElement(tag as 'img'), PROPERTIES, (self, args, name) =>
      answer(self, name, args),
    )

  const image = createElement('img')
  intercept(image, 'setAttribute', (self, args) => answer(self, readText(args), args, 1))
  intercept(image, 'setAttributeNS', (self, args) => answer(self, readText(args, 1), args, 2))
  // The built-in throws if the argument is no attribute.
  const byNode = (owner: Element, [attribute]: readonly Partial<Attr>[]) =>
    answer(owner, `${attribute?.name}`, [attribute?.value])
  intercept<Element, Attr[]>(image, 'setAttributeNode,setAttributeNodeNS', byNode)
  // Only the attributes of a `NamedNodeMap` name its element. An element that is unknown, as that of
  // an `SVGAnimatedString`, counts as an image, which gets no blocked address.
  intercept<NamedNodeMap, Attr[]>(image.attributes, 'setNamedItem,setNamedItemNS', (self, args) =>
    byNode(self?.item?.(0)?.ownerElement ?? image, args),
  )
  intercept(SVGAnimatedString.prototype, 'baseVal', (_, args) => answer(image, 'href', args))
  // All nodes share `nodeValue` and `textContent`, but only an attribute has an `ownerElement`.
  const attribute = documentPrototype().createAttribute.call(document, 'a')
  intercept<Attr, unknown[]>(attribute, 'value,nodeValue,textContent', (self, args) =>
    args[0] === null ? undefined : answer(self?.ownerElement, self?.name, args),
  )
  // The interceptor of `src` blocks the address.
  intercept(
    window,
    'Audio',
    (_, args) =>
      args[0] !== undefined &&
      readText(args) !== '' &&
      (construct => {
        const [src] = args.splice(0)
        return Object.assign(construct() as HTMLAudioElement, { src })
      }),
  )
}
