import { createElement, documentPrototype } from '../../shared/own-document.ts'
import { blockIfNeeded, LOADING } from './block-element.ts'
import type { Intercept } from './intercept.ts'
import type { BlockedBy } from './start-interceptors.ts'

/** The methods of documents and fragments that insert nodes. Elements have them too. */
const PARENT = 'append,prepend,replaceChildren'

/** The methods of text that insert nodes. Elements have them too. */
const CHILD = 'before,after,replaceWith'

/**
 * The properties and methods that insert HTML. Its scripts do not run, but it may have blocked
 * markup.
 */
const SINKS = 'innerHTML,outerHTML,insertAdjacentHTML,setHTML,setHTMLUnsafe'

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
  intercept: Intercept,
  blockedBy: BlockedBy,
  touched: () => undefined,
): void => {
  const page = document
  const prototype = documentPrototype()
  const element = createElement('a')
  const fragment = prototype.createDocumentFragment.call(page)
  const range = prototype.createRange.call(page)
  const blockWithin = (node: Element) => {
    const { nodeType, matches } = node as Partial<Element>
    if (matches) blockIfNeeded(blockedBy, node)
    // From another node: a form field may hide a method of the form. Text nodes have neither
    // method.
    const kind = nodeType === 11 ? fragment : matches && element
    if (!kind) return
    const { querySelector, querySelectorAll } = kind
    // Most nodes have no such element, and `querySelector` is faster than an empty list.
    if (querySelector.call(node, LOADING))
      for (const element of querySelectorAll.call(node, LOADING)) blockIfNeeded(blockedBy, element)
  }
  // Loops by index, which creates no object: pages call these methods most often.
  const inserting = (most: number) => (_: object, nodes: unknown[]) => {
    for (let at = 0; at < nodes.length && at < most; at += 1) {
      const node = nodes[at] as Element | null | undefined
      if (!node) continue
      const { localName } = node
      if (localName === 'script' || localName === 'iframe') blockIfNeeded(blockedBy, node)
      else if (node.ownerDocument !== page) blockWithin(node)
    }
    return touched()
  }
  // The second argument of `insertBefore` and `replaceChild` is in the page already, and may have
  // run before the SDK was loaded.
  intercept(element, 'appendChild,insertBefore,replaceChild', inserting(1))
  const insertingAll = inserting(Infinity)
  intercept(element, `insertAdjacentElement,${PARENT},${CHILD}`, insertingAll)
  intercept(fragment, PARENT, insertingAll)
  intercept(prototype, PARENT, insertingAll)
  intercept(prototype.createTextNode.call(page, ''), CHILD, insertingAll)
  intercept(range, 'insertNode,surroundContents', insertingAll)

  const making = () => (make: () => unknown) => {
    const node = make()
    blockWithin(node as Element)
    return node
  }
  intercept(range, 'createContextualFragment', making)
  intercept(prototype, 'importNode,adoptNode', making)
  intercept(element, SINKS, touched)
  intercept(ShadowRoot.prototype, SINKS, touched)
}
