import { type ComponentChildren, h as create, type VNode } from 'preact'
import { quietly } from '../../shared/errors.ts'

/**
 * Creates a virtual node as preact's `h` does, but the node's properties have no prototype. preact
 * reads properties by `for … in`, so a property that a page has added to `Object.prototype`, for
 * example `innerHTML` from a query string, would otherwise change each of our elements. Errors of an
 * element's listeners are caught.
 */
// A function declaration, because TypeScript looks for the JSX types in a namespace of the same
// name.
export function h(type: string, props: object | null, ...children: ComponentChildren[]): VNode {
  const own: Record<string, unknown> | null = props && { __proto__: null, ...props }
  // A component is a function, and gets its functions as they are.
  if (typeof type === 'string')
    for (const name in own)
      if (/^on/.test(name)) {
        const run = own[name] as (event: Event) => unknown
        own[name] = (event: Event) => quietly(() => run(event))
      }
  const node: VNode = create(type, own, ...children)
  Object.setPrototypeOf(node.props, null)
  return node
}

export declare namespace h {
  /** @public */
  export import JSX = create.JSX
}
