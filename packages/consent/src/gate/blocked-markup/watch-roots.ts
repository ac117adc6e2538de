import { listen, observePage, ownDocument } from '../../shared/platform.ts'

/** Finds elements in the page and in its shadow roots. */
export interface Watch {
  /**
   * Returns the elements that match a selector: first those of the document, then those of each
   * shadow root.
   */
  find(selector: string): readonly Element[]
  /** Includes a new shadow root in every search. */
  add(root: ShadowRoot): void
  stop(): void
}

/**
 * Watches the document while it is parsed, and keeps a list of its shadow roots.
 *
 * @param look Is called with each element that the parser adds, before a script in that element
 *   runs. Not called after parsing: the observer makes every insertion a fifth slower, so it is
 *   removed.
 * @param done Is called at the end of parsing.
 */
export const watchRoots = (look: (added: Element) => void, done: () => void): Watch => {
  const roots = new Set<WeakRef<ParentNode>>()
  const known = new WeakSet<ParentNode>()
  const add = (root: Document | ShadowRoot) => {
    if (!known.has(root)) roots.add(new WeakRef<ParentNode>(root))
    known.add(root)
    // No interceptor sees a shadow root that is declared in the HTML, so search for those.
    for (const { shadowRoot } of root.querySelectorAll('*'))
      if (shadowRoot instanceof ShadowRoot) add(shadowRoot)
  }
  let disconnect = () => {}
  // Not `document`: an element of the page may hide a method of the document, see `ownDocument`.
  add(ownDocument)
  if (ownDocument.readyState === 'loading')
    disconnect = observePage(changes => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (node.nodeType === 1) look(node as Element)
    })
  const unlisten = listen('DOMContentLoaded', () => {
    disconnect()
    add(ownDocument)
    done()
  })

  return {
    add,
    find: selector =>
      [...roots].flatMap(root => {
        const node = root.deref()
        if (!node) roots.delete(root)
        return node ? [...node.querySelectorAll(selector)] : []
      }),
    stop() {
      disconnect()
      unlisten()
    },
  }
}
