import type { Node } from '@babel/types'
import { globalOf, objectOf, propertyOf, walk } from './nodes.ts'

/**
 * Finds the expressions of a script that open another page, and load nothing into this one: `href`
 * in objects and in JSX but `<link>`, `window.open()`, and changes of `location`.
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
