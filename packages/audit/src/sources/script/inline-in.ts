import type { Node } from '@babel/types'
import { propertyOf } from './nodes.ts'

/**
 * Returns the texts of a JSX element that may run as scripts: plain ones and expressions between
 * braces in a `<script>` or a `<Script>` such as Next's, also as `dangerouslySetInnerHTML`.
 */
export const inlineIn = (node: Node): readonly Node[] => {
  if (node.type !== 'JSXElement') return []
  const { name, attributes } = node.openingElement
  if (name.type !== 'JSXIdentifier' || !/^script$/i.test(name.name)) return []
  return [...node.children, ...attributes.map(one => htmlOf(one) ?? one)].flatMap(one =>
    one.type === 'JSXExpressionContainer' && one.expression.type !== 'JSXEmptyExpression'
      ? [one.expression]
      : isText(one)
        ? [one]
        : [],
  )
}

const isText = ({ type }: Node): boolean =>
  type === 'StringLiteral' || type === 'TemplateLiteral' || type === 'JSXText'

/** Returns the text of `dangerouslySetInnerHTML={{ __html: … }}`. */
const htmlOf = (attribute: Node): Node | undefined => {
  if (attribute.type !== 'JSXAttribute' || attribute.name.name !== 'dangerouslySetInnerHTML')
    return undefined
  const { value } = attribute
  const object = value?.type === 'JSXExpressionContainer' ? value.expression : undefined
  if (object?.type !== 'ObjectExpression') return undefined
  const html = object.properties.find(one => propertyOf(one) === '__html')
  return html?.type === 'ObjectProperty' ? html.value : undefined
}
