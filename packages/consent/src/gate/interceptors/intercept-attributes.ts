import { callIn } from '../../shared/call-in.ts'
import { quietly } from '../../shared/quietly.ts'
import { blockIntercepted, forgetBlocked, isAddress, openerOfAttribute } from './block-element.ts'
import type { Intercept, WrapMethod } from './intercept.ts'
import { readAddress } from './read-address.ts'
import type { OpenerOf } from './start-interceptors.ts'

/** The properties that set an address, by kind of element. */
const PROPERTIES: Readonly<Record<string, string>> = {
  Script: 'src',
  IFrame: 'src',
  Image: 'src,srcset',
  Source: 'src,srcset',
  Link: 'href,imageSrcset',
  Input: 'src',
  Media: 'src',
  Video: 'poster',
  Track: 'src',
  Embed: 'src',
  Object: 'data',
}

/**
 * Intercepts every way to set the address of an element, by property or attribute. A script or
 * iframe is blocked. Any other element gets no address; a `load` event follows, as for an image
 * that loads.
 */
export const interceptAttributes = (
  intercept: Intercept,
  wrap: WrapMethod,
  openerOf: OpenerOf,
): void => {
  /**
   * Returns the answer to a call that would set a blocked address. @param at Index of the value.
   */
  const answer = (element: Element | null, name: string, args: readonly unknown[], at = 0) => {
    if (!element || !isAddress(element, name)) return undefined
    const value = readAddress(args, at)
    const opener = openerOfAttribute(openerOf, name, value)
    const { localName } = element
    if (opener === undefined) {
      // An empty address, as in `frame.src = ''`, replaces nothing.
      if (value && localName === 'iframe') forgetBlocked(element as HTMLElement)
      return undefined
    }
    const isScript = localName === 'script'
    if (isScript || localName === 'iframe') blockIntercepted(element, 'src', value, opener)
    else callIn(0, () => quietly(() => element.dispatchEvent(new Event('load'))))
    // A blocked script keeps the address in `src`. Any other element does not get the address.
    return isScript ? undefined : () => {}
  }

  for (const [kind, names] of Object.entries(PROPERTIES))
    for (const name of names.split(','))
      intercept<Element, [unknown]>(
        window[`HTML${kind}Element` as 'HTMLElement']?.prototype,
        name as never,
        (self, args) => answer(self, name, args),
      )

  const { prototype } = Element
  // `setAttribute` is called often, so it is wrapped directly: `intercept` would be slower.
  wrap<Element, unknown[]>(
    prototype,
    'setAttribute',
    set =>
      function (...args) {
        const answerCall = answer(this, readAddress(args), args, 1)
        return answerCall ? answerCall() : Reflect.apply(set, this, args)
      },
  )
  intercept(prototype, 'setAttributeNS', (self, args) =>
    answer(self, readAddress(args, 1), args, 2),
  )
  const byNode = (element: Element | null, attribute: unknown) =>
    attribute instanceof Attr ? answer(element, attribute.name, [attribute.value]) : undefined
  for (const end of ['', 'NS'] as const) {
    intercept(prototype, `setAttributeNode${end}`, (self, [attribute]) => byNode(self, attribute))
    intercept(
      NamedNodeMap.prototype,
      `setNamedItem${end}`,
      (self, [attribute]: readonly [Attr]) => {
        if (attribute?.name === PROBE) return undefined
        // A `NamedNodeMap` has no property for its element, but an attribute in the map has one.
        const probe = document.createAttribute(PROBE)
        self.setNamedItem(probe)
        const element = probe.ownerElement
        self.removeNamedItem(PROBE)
        return byNode(element, attribute)
      },
    )
  }
  const byValue = (self: object, args: readonly unknown[]) =>
    self instanceof Attr && args[0] !== null
      ? answer(self.ownerElement, self.name, args)
      : undefined
  intercept(Attr.prototype, 'value', byValue)
  intercept(Node.prototype, 'nodeValue', byValue)
  intercept(Node.prototype, 'textContent', byValue)
  // The element is unknown, so the address is not set.
  intercept(SVGAnimatedString?.prototype, 'baseVal', (_, args) =>
    openerOf(readAddress(args)) === undefined ? undefined : () => {},
  )
  wrap(window as unknown as Record<'Audio', Construct>, 'Audio', Original =>
    Object.assign(
      // A function without `this` would be minified to an arrow function, which cannot be a
      // constructor.
      function (this: object, address: unknown) {
        const audio: HTMLAudioElement = Reflect.construct(Original, [], this.constructor)
        if (address !== undefined) audio.src = address as string
        return audio
      },
      { prototype: Original.prototype },
    ),
  )
}

type Construct = (this: object, address: unknown) => unknown

/** Name of the attribute that is added to a `NamedNodeMap` for a moment, to find its element. */
const PROBE = 'data-map'
