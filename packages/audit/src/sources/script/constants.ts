import type { Node } from '@babel/types'
import { bare, propertyOf, valueIn, walk } from './nodes.ts'

/** Stands in a text for a part that is known only when the source runs. */
export const UNKNOWN = '\0'

/** What is known of a script's constants, and of the texts of its expressions. */
export interface Constants {
  /** Returns a constant's value; `undefined` if the script has none of this name, or two. */
  readonly constant: (name: string) => Node | undefined
  /** Returns the text of an expression, with `UNKNOWN` in the place of what is not known. */
  readonly textOf: (node: Node | undefined) => string
  /** Returns the text of a constant, or of a property of a constant, for another module. */
  readonly exported: (name: string, property?: string, depth?: number) => string
}

/** Returns an imported module's constants; `undefined` if it is no readable file of the site. */
export type ModuleAt = (source: string) => Constants | undefined

/** How deep expressions, and the constants in them, are followed. */
const DEPTH = 10

/** Finds a script's constants. A name of two variables or imports, in any scope, is unknown. */
export const constantsIn = (root: Node, moduleAt: ModuleAt = () => undefined): Constants => {
  const values = new Map<string, Node | undefined>()
  /** The names in the braces of imports, each with its module and its name there. */
  const imports = new Map<string, readonly [source: string, name: string]>()
  const declare = (name: string, value?: Node): void => {
    if (values.has(name)) imports.delete(name)
    values.set(name, values.has(name) ? undefined : value)
  }
  walk(root, node => {
    if (node.type === 'ImportDeclaration')
      for (const { local, ...one } of node.specifiers) {
        const isTwice = values.has(local.name)
        declare(local.name)
        if (isTwice) continue
        if (one.type === 'ImportSpecifier' && one.imported.type === 'Identifier')
          imports.set(local.name, [node.source.value, one.imported.name])
      }
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
      case 'JSXText':
        return node.value
      case 'TemplateLiteral':
        return node.quasis
          .map(
            ({ value }, at) => (at ? inner(node.expressions[at - 1]) : '') + (value.cooked ?? ''),
          )
          .join('')
      case 'BinaryExpression':
        return node.operator === '+' ? inner(node.left) + inner(node.right) : UNKNOWN
      case 'Identifier':
        return named(node.name, undefined, depth + 1)
      case 'MemberExpression': {
        const { object } = node
        const property = propertyOf(node) ?? ''
        return object.type === 'Identifier' ? named(object.name, property, depth + 1) : UNKNOWN
      }
      default:
        return UNKNOWN
    }
  }
  const named = (name: string, property: string | undefined, depth: number): string => {
    const [source, exported = ''] = imports.get(name) ?? []
    if (source !== undefined)
      return moduleAt(source)?.exported(exported, property, depth) ?? UNKNOWN
    const value = values.get(name)
    return textOf(value && property !== undefined ? memberOf(bare(value), property) : value, depth)
  }
  return {
    constant: name => values.get(name),
    textOf: node => textOf(node),
    exported: (name, property, depth = 0) => named(name, property, depth),
  }
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
