import { type ComponentChildren, h as create, type VNode } from 'preact'

/**
 * Makes a virtual node as preact's own `h` does, with properties that inherit nothing. preact reads
 * them by `for … in`: what a page's query string has put on `Object.prototype`, such as `innerHTML`,
 * would be set on each element of ours.
 */
// A function, as TypeScript looks for the types of JSX in a namespace of its name.
export function h(type: string, props: object | null, ...children: ComponentChildren[]): VNode {
  const node: VNode = create(type, props && ({ __proto__: null, ...props } as object), ...children)
  Object.setPrototypeOf(node.props, null)
  return node
}

export declare namespace h {
  /** @public */
  export import JSX = create.JSX
}
