import { documentPrototype } from '../../shared/own-document.ts'
import type { DeniedCategory } from './guard.ts'
import { holdIfDenied } from './hold.ts'
import type { WrapMethod } from './intercept.ts'

/** What puts nodes into a tree. Not every kind of node has every one of them. */
const METHODS = [
  'appendChild',
  'insertBefore',
  'replaceChild',
  'append',
  'prepend',
  'replaceChildren',
  'before',
  'after',
  'replaceWith',
  'insertAdjacentElement',
  'insertNode',
  'surroundContents',
] as const

/** What puts HTML into a tree: scripts in it do not run, but there may be held mark-up. */
const SINKS = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTML', 'setHTMLUnsafe'] as const

/**
 * Holds a script or frame that comes with a refused address, however it is put into a document.
 *
 * Looked at are the element itself, and the whole of what comes from a parser or another document.
 * To look through each inserted subtree would cost every page, and find next to nothing else: what
 * is inside of one has mostly had its address assigned, and was held then.
 *
 * @param touched Is told of each insertion.
 */
export const guardInsertions = (
  wrap: WrapMethod,
  deniedCategory: DeniedCategory,
  touched: () => void,
): void => {
  const page = document
  const holdWithin = (node: Element) => {
    const { localName, nodeType, matches } = node as Partial<Element>
    if (LOADS.test(`${localName}`)) holdIfDenied(deniedCategory, node)
    // By the prototype: a form may have a field of the name of any method. Other nodes have none.
    const kind = nodeType === Node.DOCUMENT_FRAGMENT_NODE ? DocumentFragment : matches && Element
    if (!kind) return
    const { querySelector, querySelectorAll } = kind.prototype
    // Mostly there is none, and to make a list of none costs more than to ask.
    if (querySelector.call(node, HELD))
      for (const element of querySelectorAll.call(node, HELD)) holdIfDenied(deniedCategory, element)
  }
  // A function of its own for what pages call more often than anything else: by index, and nothing
  // that is made anew.
  const inserting = (insert: Insert): Insert =>
    function (...nodes) {
      for (let at = 0; at < nodes.length; at += 1) {
        const node = nodes[at] as Element | null | undefined
        if (!node) continue
        const { localName } = node
        if (localName === 'script' || localName === 'iframe') holdIfDenied(deniedCategory, node)
        else if (node.ownerDocument !== page) holdWithin(node)
      }
      touched()
      return Reflect.apply(insert, this, nodes)
    }
  const documents = { prototype: documentPrototype() }
  for (const { prototype } of [Node, Element, documents, DocumentFragment, CharacterData, Range])
    for (const method of METHODS) wrap<object, unknown[]>(prototype, method as never, inserting)

  const touching = (insert: Insert): Insert =>
    function (...html) {
      touched()
      return Reflect.apply(insert, this, html)
    }
  for (const { prototype } of [Element, ShadowRoot])
    for (const sink of SINKS) wrap<object, unknown[]>(prototype, sink as never, touching)

  const making = (make: Insert): Insert =>
    function (...args) {
      const node = Reflect.apply(make, this, args)
      holdWithin(node as Element)
      return node
    }
  wrap<object, unknown[]>(Range.prototype, 'createContextualFragment' as never, making)
  wrap<object, unknown[]>(documents.prototype, 'importNode' as never, making)
  wrap<object, unknown[]>(documents.prototype, 'adoptNode' as never, making)
}

type Insert = (this: object, ...args: unknown[]) => unknown

/** What a piece of another document asks for as soon as it is in this one. */
const HELD = 'script,iframe,img'
const LOADS = /^(script|iframe|img)$/
