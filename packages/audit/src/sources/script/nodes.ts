import type { Node } from '@babel/types'

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof Object(value).type === 'string'

/** Returns the nodes directly below a node, without TypeScript's literal and import types. */
export const childrenOf = (node: Node): readonly Node[] =>
  Object.entries(node)
    .filter(([name]) => name !== 'extra' && name !== 'loc')
    .flatMap(([, value]) => value as unknown)
    .filter(isNode)
    .filter(({ type }) => type !== 'TSLiteralType' && type !== 'TSImportType')

/** Calls `visit` for a node and, as far as `childrenOf` returns them, for the nodes below. */
export const walk = (node: Node, visit: (node: Node) => void): void => {
  visit(node)
  for (const child of childrenOf(node)) walk(child, visit)
}

/** Returns an expression without `await`, parentheses and marks of TypeScript around it. */
export const bare = (node: Node): Node => {
  switch (node.type) {
    case 'AwaitExpression':
      return bare(node.argument)
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'ParenthesizedExpression':
      return bare(node.expression)
    default:
      return node
  }
}

/** Returns a property's name, as in `a.name` and `a['name']`; `undefined` for `a[name]`. */
export const propertyOf = (node: Node): string | undefined => {
  if (node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression')
    return keyOf(node.property, node.computed)
  return node.type === 'ObjectProperty' ? keyOf(node.key, node.computed) : undefined
}

const keyOf = (key: Node, isComputed: boolean): string | undefined => {
  if (key.type === 'StringLiteral') return key.value
  return key.type === 'Identifier' && !isComputed ? key.name : undefined
}

/** Returns the object of `a.name` or `a[name]`; `undefined` for other expressions. */
export const objectOf = (node: Node): Node | undefined =>
  node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression'
    ? bare(node.object)
    : undefined

/** Matches the names of the page's global object. */
const GLOBAL = /^(window|globalThis|self)$/

/** Returns the name of a possible global, as in `name` and `window.name`, else `undefined`. */
export const globalOf = (given: Node): string | undefined => {
  const node = bare(given)
  if (node.type === 'Identifier') return node.name
  const object = objectOf(node)
  return object?.type === 'Identifier' && GLOBAL.test(object.name) ? propertyOf(node) : undefined
}

/** Returns the value of a property of an object literal; `undefined` if there is none. */
export const valueIn = (object: Node, name: string): Node | undefined => {
  if (object.type !== 'ObjectExpression') return undefined
  const found = object.properties.find(one => propertyOf(one) === name)
  return found?.type === 'ObjectProperty' ? found.value : undefined
}
