import { listen, observePage, ownDocument } from '../../shared/platform.ts'

/**
 * Keeps a list of shadow roots. Until the page is parsed, calls `onElement` with what the parser
 * adds, before a script in it runs, except one of `document.write`. Later an observer would make
 * every insertion a fifth slower.
 */
export const watchRoots = (
  onElement: (added: Element) => void,
  onParsed: () => void,
): {
  /** Returns the elements that match a selector, those of the document first. */
  find(selector: string): readonly Element[]
  /** Includes a new shadow root in every later search. */
  add(root: ShadowRoot): void
  stop(): void
} => {
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
  add(ownDocument)
  if (ownDocument.readyState === 'loading')
    disconnect = observePage(changes => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (node.nodeType === 1) onElement(node as Element)
    })
  const unlisten = listen('DOMContentLoaded', () => {
    disconnect()
    add(ownDocument)
    onParsed()
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
