import type { Node } from '@babel/types'
import { bare, propertyOf, valueIn, walk } from './nodes.ts'

/** Stands in a text for a part that is known only when the source runs. */
export const UNKNOWN = '\0'

/** What a script's constants are. */
export interface Constants {
  /** Returns the value of a constant; `undefined` if the name stands for more than one thing. */
  readonly constant: (name: string) => Node | undefined
  /** Returns the text of an expression, with `UNKNOWN` in the place of what is not known. */
  readonly textOf: (node: Node | undefined) => string
}

/** The most constants that are followed from one to the next. */
const DEPTH = 10

/** Finds the constants of a script. A name that is declared twice, in any place, is unknown. */
export const constantsIn = (root: Node): Constants => {
  const values = new Map<string, Node | undefined>()
  const declare = (name: string, value?: Node): void => {
    values.set(name, values.has(name) ? undefined : value)
  }
  walk(root, node => {
    if (node.type === 'VariableDeclaration')
      for (const { id, init } of node.declarations)
        if (id.type === 'Identifier' && node.kind === 'const') declare(id.name, init ?? undefined)
        else for (const name of namesIn(id)) declare(name)
    if (node.type === 'TSEnumDeclaration') declare(node.id.name, node)
    if ('params' in node && Array.isArray(node.params))
      for (const name of node.params.flatMap(namesIn)) declare(name)
  })

  const textOf = (given: Node | undefined, depth = 0): string => {
    const node = given && bare(given)
    const inner = (one: Node | undefined) => textOf(one, depth + 1)
    if (!node || depth > DEPTH) return UNKNOWN
    switch (node.type) {
      case 'StringLiteral':
        return node.value
      case 'NumericLiteral':
        return String(node.value)
      case 'TemplateLiteral':
        return node.quasis
          .map(
            ({ value }, at) => (at ? inner(node.expressions[at - 1]) : '') + (value.cooked ?? ''),
          )
          .join('')
      case 'BinaryExpression':
        return node.operator === '+' ? inner(node.left) + inner(node.right) : UNKNOWN
      case 'Identifier':
        return inner(values.get(node.name))
      case 'MemberExpression': {
        const object = node.object.type === 'Identifier' ? values.get(node.object.name) : undefined
        return inner(object && memberOf(bare(object), propertyOf(node) ?? ''))
      }
      default:
        return UNKNOWN
    }
  }
  return { constant: name => values.get(name), textOf }
}

const memberOf = (object: Node, name: string): Node | undefined => {
  if (object.type !== 'TSEnumDeclaration') return valueIn(object, name)
  const isNamed = ({ id }: (typeof object.members)[number]) =>
    (id.type === 'Identifier' ? id.name : id.value) === name
  return object.members.find(isNamed)?.initializer ?? undefined
}

/** Returns the names that a pattern declares, such as `a` and `b` of `{ a, c: [b] }`. */
const namesIn = (pattern: Node): readonly string[] => {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name]
    case 'ObjectPattern':
      return pattern.properties.flatMap(one =>
        namesIn(one.type === 'RestElement' ? one.argument : one.value),
      )
    case 'ArrayPattern':
      return pattern.elements.flatMap(one => (one ? namesIn(one) : []))
    case 'AssignmentPattern':
      return namesIn(pattern.left)
    case 'RestElement':
      return namesIn(pattern.argument)
    case 'TSParameterProperty':
      return namesIn(pattern.parameter)
    default:
      return []
  }
}
