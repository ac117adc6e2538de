import { callIn } from '../../shared/call-in.ts'
import { quietly } from '../../shared/quietly.ts'
import type { DeniedCategory } from './guard.ts'
import { addressOf, holdIfDenied } from './hold.ts'
import type { Intercept, WrapMethod } from './intercept.ts'
import { readAddress } from './read-address.ts'

/** The properties and attributes that hold an address, or say whether a script runs. */
const NAMES = ['src', 'srcset', 'href', 'data', 'type'] as const

/** Other spellings of these that an attribute may have. */
const SPELLINGS = ['srcSet', 'xlink:href']

/** The elements that have such a property; not each has every one. */
const ELEMENTS = [
  'Script',
  'IFrame',
  'Image',
  'Source',
  'Link',
  'Input',
  'Media',
  'Embed',
  'Object',
] as const

/** What makes a request of its own for an address that it is given, besides scripts and frames. */
const LOADERS = /^(img|image|link|input|embed|object|video|audio|source)$/

/**
 * Watches what elements get for an address, by property and by attribute: a script or frame is held,
 * anything else gets nothing; an image says that it has loaded, as the pixel would.
 */
export const guardAttributes = (
  patch: Intercept,
  wrap: WrapMethod,
  deniedCategory: DeniedCategory,
): void => {
  const isDenied = (address: string | null) => !!address && deniedCategory(address) !== undefined

  /** Frames that wait since a script gave them their address: another address takes its place. */
  const waiting = new WeakSet<Element>()

  const answer = (element: Element, name: string, value: string): (() => void) | false => {
    const { localName, dataset } = element as HTMLElement
    // As in `holdIfDenied`.
    if (!dataset) return false
    if (localName === 'script') {
      if (name !== 'type') {
        holdIfDenied(deniedCategory, element, value)
        return false
      }
      // A type that is given later must not make a held script run.
      const isHeld = element.hasAttribute('data-consent') && isDenied(addressOf(element))
      return isHeld && value !== 'text/plain' && (() => element.setAttribute('data-type', value))
    }
    if (localName === 'iframe') {
      if (name !== 'src') return false
      if (isDenied(value)) {
        waiting.add(element)
        return () => holdIfDenied(deniedCategory, element, value)
      }
      // Not for `frame.src = frame.src`, which is to stop a video and has nothing to give.
      if (value && dataset['src'] && waiting.delete(element)) {
        delete dataset['src']
        delete dataset['consent']
      }
      return false
    }
    if (name === 'type' || !LOADERS.test(localName)) return false
    const addresses = name === 'srcset' ? value.split(/[\s,]+/) : [value]
    return (
      addresses.some(isDenied) &&
      (() => void callIn(0, () => quietly(() => element.dispatchEvent(new Event('load')))))
    )
  }

  for (const element of ELEMENTS)
    for (const name of NAMES)
      patch<Element, [unknown]>(
        window[`HTML${element}Element`].prototype,
        name as never,
        (self, args) => answer(self, name, readAddress(args)),
      )

  // Made here and not above: bundlers keep what is called at the top, also for those who have no gate.
  const attributes = new Set([...NAMES, ...SPELLINGS].flatMap(name => [name, name.toUpperCase()]))
  /** @param at Index of the value among the arguments; the name stands before it. */
  const byName = (element: Element, name: unknown, args: readonly unknown[], at: number) =>
    attributes.has(name as string) &&
    answer(element, `${name}`.toLowerCase().replace('xlink:', ''), readAddress(args, at))
  // A function of its own, like that for insertions: called as often.
  wrap<Element, unknown[]>(
    Element.prototype,
    'setAttribute',
    set =>
      function (...args) {
        const give = byName(this, args[0], args, 1)
        return give ? give() : Reflect.apply(set, this, args)
      },
  )
  patch(Element.prototype, 'setAttributeNS', (element, args) => byName(element, args[1], args, 2))
  for (const method of ['setAttributeNode', 'setAttributeNodeNS'] as const)
    patch(Element.prototype, method, (element, [attribute]: readonly [Attr]) =>
      byName(element, attribute?.name, [attribute?.value], 0),
    )
  patch(
    Attr.prototype,
    'value',
    ({ ownerElement, name }, args) => ownerElement && byName(ownerElement, name, args, 0),
  )
}
