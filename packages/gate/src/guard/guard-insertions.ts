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

/**
 * Holds a script element that comes with a refused address, however it is put into a document.
 *
 * Looked at are the element itself, and the whole of what comes from a parser or another document.
 * To look through each inserted subtree would cost every page, and find nothing else: a script
 * inside of one has had its address assigned, and was held then.
 */
export const guardInsertions = (patch: Intercept, deniedCategory: DeniedCategory): void => {
  const holdWithin = (node: unknown) => {
    for (const element of (node as ParentNode).querySelectorAll?.('script,iframe') ?? [])
      holdIfDenied(deniedCategory, element)
  }
  const inserted = (_: object, ...nodes: readonly unknown[]) => {
    for (const node of nodes as readonly (Element | null | undefined)[])
      if (node?.localName === 'script') holdIfDenied(deniedCategory, node)
      else if (node?.ownerDocument !== document && node) holdWithin(node)
    return undefined
  }
  for (const { prototype } of [Node, Element, Document, DocumentFragment, CharacterData, Range])
    for (const method of METHODS) patch<object, unknown[]>(prototype, method as never, inserted)

  const made = () => (make: () => unknown) => {
    const node = make()
    holdWithin(node)
    return node
  }
  patch(Range.prototype, 'createContextualFragment', made)
  patch(Document.prototype, 'importNode', made)
  patch(Document.prototype, 'adoptNode', made)
}
