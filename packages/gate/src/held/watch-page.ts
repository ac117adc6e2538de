/** A page that is watched. */
export interface Watch {
  /** Gives the elements of a selector, the document's first, in document order. */
  find(selector: string): readonly Element[]
  /** Takes in a shadow root of which nobody else would tell. */
  add(root: ShadowRoot): void
  stop(): void
}

/**
 * Watches the document and each shadow root in it.
 *
 * @param look Is called with whatever is put in later, by the parser or by a script.
 */
export const watchPage = (look: (added: Element) => void): Watch => {
  const roots = new Set<WeakRef<ParentNode>>()
  const known = new WeakSet<ParentNode>()
  const observer = new MutationObserver(mutations => {
    for (const { addedNodes } of mutations)
      for (const node of addedNodes) if (node instanceof Element) look(node)
  })
  const add = (root: Document | ShadowRoot) => {
    if (!known.has(root)) {
      known.add(root)
      roots.add(new WeakRef<ParentNode>(root))
      observer.observe(root, { childList: true, subtree: true })
    }
    for (const { shadowRoot } of root.querySelectorAll('*'))
      if (shadowRoot instanceof ShadowRoot) add(shadowRoot)
  }
  add(document)

  // Shadow roots that stand in the HTML come without a word.
  const addAll = () => add(document)
  document.addEventListener('DOMContentLoaded', addAll)

  return {
    add,
    find: selector =>
      [...roots].flatMap(root => {
        const node = root.deref()
        if (!node) roots.delete(root)
        return [...(node?.querySelectorAll(selector) ?? [])]
      }),
    stop() {
      observer.disconnect()
      document.removeEventListener('DOMContentLoaded', addAll)
    },
  }
}
