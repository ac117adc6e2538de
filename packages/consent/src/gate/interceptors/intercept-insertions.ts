import { documentPrototype } from '../../shared/own-document.ts'
import { blockIfNeeded, LOADING } from './block-element.ts'
import type { WrapMethod } from './intercept.ts'
import type { OpenerOf } from './start-interceptors.ts'

/** The methods that insert nodes. No prototype has all of them. */
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

/**
 * The properties and methods that insert HTML. Its scripts do not run, but it may have blocked
 * markup.
 */
const SINKS = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTML', 'setHTMLUnsafe'] as const

/**
 * Blocks scripts and iframes that already have a blocked address when code of the page inserts
 * them.
 *
 * Checks the inserted element, and all descendants of nodes from a parser or another document, such
 * as the clone of a template. Other descendants are not checked: nearly all of them were
 * intercepted when their address was set, and a search of every insertion would slow down every
 * page.
 *
 * @param touched Is called at each insertion.
 */
export const interceptInsertions = (
  wrap: WrapMethod,
  openerOf: OpenerOf,
  touched: () => void,
): void => {
  const page = document
  const blockWithin = (node: Element) => {
    const { nodeType, matches } = node as Partial<Element>
    if (matches) blockIfNeeded(openerOf, node)
    // From the prototype: a form field may hide a method of the form. Text nodes have neither
    // method.
    const kind = nodeType === Node.DOCUMENT_FRAGMENT_NODE ? DocumentFragment : matches && Element
    if (!kind) return
    const { querySelector, querySelectorAll } = kind.prototype
    // Most nodes have no such element, and `querySelector` is faster than an empty list.
    if (querySelector.call(node, LOADING))
      for (const element of querySelectorAll.call(node, LOADING)) blockIfNeeded(openerOf, element)
  }
  // Not by `intercept`: pages call these methods most often, so this function creates no objects
  // and loops by index.
  const inserting = (insert: Insert): Insert =>
    function (...nodes) {
      for (let at = 0; at < nodes.length; at += 1) {
        const node = nodes[at] as Element | null | undefined
        if (!node) continue
        const { localName } = node
        if (localName === 'script' || localName === 'iframe') blockIfNeeded(openerOf, node)
        else if (node.ownerDocument !== page) blockWithin(node)
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
      blockWithin(node as Element)
      return node
    }
  wrap<object, unknown[]>(Range.prototype, 'createContextualFragment' as never, making)
  wrap<object, unknown[]>(documents.prototype, 'importNode' as never, making)
  wrap<object, unknown[]>(documents.prototype, 'adoptNode' as never, making)
}

type Insert = (this: object, ...args: unknown[]) => unknown
