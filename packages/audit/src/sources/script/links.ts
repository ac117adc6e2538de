import type { Node } from '@babel/types'
import { globalOf, objectOf, propertyOf, walk } from './nodes.ts'

/**
 * Finds the texts of a script that are links. A link contacts its host only when a visitor follows
 * it: `href` in JSX and in objects, `window.open()`, and the address of the page.
 */
export const linksIn = (root: Node): ReadonlySet<Node> => {
  const links = new Set<Node>()
  const isLocation = (node: Node | undefined) => node !== undefined && globalOf(node) === 'location'
  walk(root, node => {
    switch (node.type) {
      case 'ObjectProperty':
        if (propertyOf(node) === 'href') links.add(node.value)
        break
      case 'JSXOpeningElement': {
        if (node.name.type === 'JSXIdentifier' && node.name.name === 'link') break
        for (const one of node.attributes) {
          if (one.type !== 'JSXAttribute' || one.name.name !== 'href' || !one.value) continue
          const { value } = one
          links.add(value.type === 'JSXExpressionContainer' ? value.expression : value)
        }
        break
      }
      case 'AssignmentExpression':
        if (
          isLocation(node.left) ||
          (propertyOf(node.left) === 'href' && isLocation(objectOf(node.left)))
        )
          links.add(node.right)
        break
      case 'CallExpression': {
        const [first] = node.arguments
        const isMove =
          /^(assign|replace)$/.test(propertyOf(node.callee) ?? '') &&
          isLocation(objectOf(node.callee))
        if (first && (globalOf(node.callee) === 'open' || isMove)) links.add(first)
        break
      }
    }
  })
  return links
}
