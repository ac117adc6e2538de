import { ownDocument } from '../../shared/own-document.ts'
import { quietly } from '../../shared/quietly.ts'

/** A page that is watched. */
export interface Watch {
  /** Gives the elements of a selector, the document's first, in document order. */
  find(selector: string): readonly Element[]
  /** Takes in a shadow root of which nobody else would tell. */
  add(root: ShadowRoot): void
  /** Hears of the parser's end, again where that is to come again. */
  listen(): void
  stop(): void
}

/** Finds elements: in the document by the prototype, see `ownDocument`. */
const all = (root: ParentNode, selector: string) =>
  (root === document ? ownDocument : root).querySelectorAll(selector)

/**
 * Knows the document and each shadow root in it.
 *
 * @param look Is called with whatever the parser puts in, before a script in it would run. Only the
 *   parser's work is observed: to observe a page for good makes each insertion a fifth dearer.
 * @param done Is called when the parser has come to its end.
 */
export const watchPage = (look: (added: Element) => void, done: () => void): Watch => {
  const roots = new Set<WeakRef<ParentNode>>()
  const known = new WeakSet<ParentNode>()
  const add = (root: Document | ShadowRoot) => {
    if (!known.has(root)) roots.add(new WeakRef<ParentNode>(root))
    known.add(root)
    // Those that stand in the HTML come without a word.
    quietly(() => {
      for (const { shadowRoot } of all(root, '*'))
        if (shadowRoot instanceof ShadowRoot) add(shadowRoot)
    })
  }
  let observer: MutationObserver | undefined
  const observe = () => {
    observer = new MutationObserver(mutations =>
      quietly(() => {
        for (const { addedNodes } of mutations)
          for (const node of addedNodes) if (node instanceof Element) look(node)
      }),
    )
    observer.observe(document, { childList: true, subtree: true })
  }
  const disconnect = () => quietly(() => observer?.disconnect())
  const end = () => {
    disconnect()
    add(document)
    done()
  }

  const listen = () => ownDocument.addEventListener('DOMContentLoaded', end)

  add(document)
  quietly(() => ownDocument.readyState === 'loading' && observe())
  quietly(listen)

  return {
    add,
    listen,
    find: selector =>
      [...roots].flatMap(root => {
        const node = root.deref()
        if (!node) roots.delete(root)
        return node ? [...all(node, selector)] : []
      }),
    stop() {
      disconnect()
      ownDocument.removeEventListener('DOMContentLoaded', end)
    },
  }
}
