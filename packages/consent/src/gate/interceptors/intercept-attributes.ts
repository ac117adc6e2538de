import { callIn } from '../../shared/call-in.ts'
import { createElement, documentPrototype } from '../../shared/own-document.ts'
import { quietly } from '../../shared/quietly.ts'
import { blockedByAttribute, blockIntercepted, forgetBlocked, isAddress } from './block-element.ts'
import type { Intercept } from './intercept.ts'
import { readAddress } from './read-address.ts'
import type { BlockedBy } from './start-interceptors.ts'

/** The properties that set an address, by element. `video` and `audio` inherit the same `src`. */
const PROPERTIES: Readonly<Partial<Record<keyof HTMLElementTagNameMap, string>>> = {
  script: 'src',
  iframe: 'src',
  img: 'src,srcset',
  source: 'src,srcset',
  link: 'href,imageSrcset',
  input: 'src',
  video: 'src,poster',
  track: 'src',
  embed: 'src',
  object: 'data',
}

/**
 * Intercepts every way to set the address of an element, by property or attribute. Blocks a script
 * or iframe that gets a blocked address. Any other element does not get the address, and dispatches
 * `load` as if the address had loaded.
 *
 * @param touched Is called when a script or iframe is blocked, since this element may be in the
 *   page already.
 */
export const interceptAttributes = (
  intercept: Intercept,
  blockedBy: BlockedBy,
  touched: () => void,
): void => {
  /**
   * Returns the answer to a call that would set a blocked address. @param at Index of the value.
   */
  const answer = (element: Element | null, name: string, args: readonly unknown[], at = 0) => {
    if (!element || !isAddress(element, name)) return undefined
    const value = readAddress(args, at)
    const key = blockedByAttribute(blockedBy, name, value)
    const { localName } = element
    if (key === undefined) {
      // An empty address, as in `frame.src = ''`, leaves the blocked address in `data-src`.
      if (value && localName === 'iframe') forgetBlocked(element as HTMLElement)
      return undefined
    }
    const isScript = localName === 'script'
    if (isScript || localName === 'iframe') {
      blockIntercepted(element, 'src', value, key)
      touched()
    } else callIn(0, () => quietly(() => element.dispatchEvent(new Event('load'))))
    // A script gets the address, since its type keeps it from running. Other elements do not.
    return isScript ? undefined : () => {}
  }

  for (const [tag, names] of Object.entries(PROPERTIES) as [keyof typeof PROPERTIES, string][])
    intercept<Element, unknown[]>(createElement(tag), names, (self, args, name) =>
      answer(self, name, args),
    )

  const element = createElement('a')
  intercept(element, 'setAttribute', (self, args) => answer(self, readAddress(args), args, 1))
  intercept(element, 'setAttributeNS', (self, args) => answer(self, readAddress(args, 1), args, 2))
  const byNode = (owner: Element | null, attribute: unknown) =>
    isAttribute(attribute) ? answer(owner, attribute.name, [attribute.value]) : undefined
  intercept(element, 'setAttributeNode,setAttributeNodeNS', (self, [attribute]) =>
    byNode(self, attribute),
  )
  intercept(element.attributes, 'setNamedItem,setNamedItemNS', (self, [attribute]) => {
    if ((attribute as Attr | null)?.name === PROBE) return undefined
    // A `NamedNodeMap` has no property for its element. An attribute in the map has `ownerElement`.
    const probe = createAttribute()
    self.setNamedItem(probe)
    const owner = probe.ownerElement
    self.removeNamedItem(PROBE)
    return byNode(owner, attribute)
  })
  const byValue = (self: object, args: readonly unknown[]) =>
    isAttribute(self) && args[0] !== null ? answer(self.ownerElement, self.name, args) : undefined
  const attribute = createAttribute()
  intercept(attribute, 'value,nodeValue,textContent', byValue)
  const { Audio } = window
  intercept(window, 'Audio', (self, [address]) => () => {
    const audio: HTMLAudioElement = Reflect.construct(Audio, [], self.constructor)
    if (address !== undefined) audio.src = address as string
    return audio
  })
  // This property does not tell its element, so any blocked address is dropped.
  intercept(SVGAnimatedString.prototype, 'baseVal', (_, args) =>
    blockedBy(readAddress(args)) === undefined ? undefined : () => {},
  )
}

const isAttribute = (value: unknown): value is Attr =>
  (value as Partial<Node> | null)?.nodeType === 2

const createAttribute = () => documentPrototype().createAttribute.call(document, PROBE)

/**
 * Name of an attribute that the SDK adds to a `NamedNodeMap` for a moment, to find the map's
 * element.
 */
const PROBE = 'data-map'
