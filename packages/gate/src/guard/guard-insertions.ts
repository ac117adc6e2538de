import type { DeniedCategory } from './guard.ts'
import { holdIfDenied } from './hold.ts'
import type { Intercept } from './intercept.ts'

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
]

/** What puts HTML into a tree: scripts in it do not run, but there may be held mark-up. */
const SINKS = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTML', 'setHTMLUnsafe']

/**
 * Holds a script element that comes with a refused address, however it is put into a document.
 *
 * Looked at are the element itself, and the whole of what comes from a parser or another document.
 * To look through each inserted subtree would cost every page, and find nothing else: a script
 * inside of one has had its address assigned, and was held then.
 *
 * @param touched Is told of each insertion.
 */
export const guardInsertions = (
  patch: Intercept,
  deniedCategory: DeniedCategory,
  touched: () => void,
): void => {
  const holdWithin = (node: ParentNode) => {
    for (const element of node.querySelectorAll?.('script,iframe') ?? [])
      holdIfDenied(deniedCategory, element)
  }
  // By index, and nothing that is made anew: pages call these more often than anything else.
  const inserted = (_: object, ...nodes: readonly unknown[]) => {
    for (let at = 0; at < nodes.length; at += 1) {
      const node = nodes[at] as Element | null | undefined
      if (node?.localName === 'script') holdIfDenied(deniedCategory, node)
      else if (node?.ownerDocument !== document && node) holdWithin(node)
    }
    touched()
    return undefined
  }
  for (const { prototype } of [Node, Element, Document, DocumentFragment, CharacterData, Range])
    for (const method of METHODS) patch<object, unknown[]>(prototype, method as never, inserted)

  for (const { prototype } of [Element, ShadowRoot])
    for (const sink of SINKS)
      for (const kind of ['value', 'set'] as const)
        patch<object, unknown[]>(prototype, sink as never, touched as () => undefined, kind)

  const made = () => (make: () => unknown) => {
    const node = make()
    holdWithin(node as ParentNode)
    return node
  }
  patch(Range.prototype, 'createContextualFragment', made)
  patch(Document.prototype, 'importNode', made)
  patch(Document.prototype, 'adoptNode', made)
}
