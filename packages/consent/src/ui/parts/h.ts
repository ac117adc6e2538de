import { type ComponentChildren, h as create, type VNode } from 'preact'
import { quietly } from '../../shared/quietly.ts'

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
  // Components are functions, and get their own listeners as they are.
  if (own && typeof type === 'string')
    for (const name of Object.keys(own))
      if (name.startsWith('on')) {
        const run = own[name] as ((event: Event) => unknown) | undefined
        own[name] = (event: Event) => quietly(() => run?.(event))
      }
  const node: VNode = create(type, own, ...children)
  Object.setPrototypeOf(node.props, null)
  return node
}

export declare namespace h {
  /** @public */
  export import JSX = create.JSX
}
