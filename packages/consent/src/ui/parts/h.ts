import { type ComponentChildren, h as create, type VNode } from 'preact'

/**
 * Creates a virtual node as preact's `h` does, but the node's properties have no prototype. preact
 * reads properties by `for … in`, so a property that a page has added to `Object.prototype`, for
 * example `innerHTML` from a query string, would otherwise change each of our elements.
 */
// A function declaration, because TypeScript looks for the JSX types in a namespace of the same
// name.
export function h(type: string, props: object | null, ...children: ComponentChildren[]): VNode {
  const node: VNode = create(type, props && ({ __proto__: null, ...props } as object), ...children)
  Object.setPrototypeOf(node.props, null)
  return node
}

export declare namespace h {
  /** @public */
  export import JSX = create.JSX
}
