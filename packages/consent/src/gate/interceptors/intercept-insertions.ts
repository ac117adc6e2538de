import { createElement, documentPrototype } from '../../shared/platform.ts'
import type { MissingGrant } from '../rules.ts'
import { blockIfNeeded, LOADING } from './block-element.ts'
import type { Intercept } from './intercept.ts'

/** The methods that insert any number of children. */
const PARENT = 'append,prepend,replaceChildren'

/** The methods that insert any number of nodes beside a node, or in its place. */
const CHILD = 'before,after,replaceWith'

/** What inserts HTML: its scripts do not run, but the HTML may have blocked markup. */
const SINKS = 'innerHTML,outerHTML,insertAdjacentHTML,setHTML,setHTMLUnsafe'

/**
 * Intercepts code that inserts nodes, and first blocks elements with a blocked address.
 *
 * Checks a script or iframe that is itself inserted. Checks another node and its descendants only
 * if the node comes from another document, such as that of `DOMParser` or of a template: most other
 * addresses were checked when code set them, and a search would slow down every insertion.
 *
 * @param searchSoon Is called at each insertion.
 */
export const interceptInsertions = (
  intercept: Intercept,
  missingGrant: MissingGrant<string>,
  searchSoon: () => undefined,
): void => {
  const page = document
  const prototype = documentPrototype()
  const element = createElement('a')
  const fragment = prototype.createDocumentFragment.call(page)
  const range = prototype.createRange.call(page)
  const blockWithin = (node: Element) => {
    blockIfNeeded(missingGrant, node)
    // Take `querySelectorAll` from another node: a form field of this name hides the form's method.
    // Skip text nodes, which have no `querySelectorAll`.
    const kind = node.nodeType === 11 ? fragment : (node as Partial<Element>).matches && element
    if (kind)
      for (const inner of kind.querySelectorAll.call(node, LOADING))
        blockIfNeeded(missingGrant, inner)
  }
  // Loops by index, which creates no object: pages call these methods very often.
  const inserting = (most: number) => (_: object, nodes: unknown[]) => {
    for (let at = 0; at < nodes.length && at < most; at += 1) {
      const node = nodes[at] as Element | null | undefined
      if (!node) continue
      const { localName } = node
      if (localName === 'script' || localName === 'iframe') blockIfNeeded(missingGrant, node)
      else if (node.ownerDocument !== page) blockWithin(node)
    }
    return searchSoon()
  }
  // The second argument is in the page already, and may be a script that ran before the SDK.
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
  intercept(element, SINKS, searchSoon)
  intercept(ShadowRoot.prototype, SINKS, searchSoon)
}
