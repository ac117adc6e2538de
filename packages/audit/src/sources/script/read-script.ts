import { type ParserPlugin, parse, parseExpression } from '@babel/parser'
import type { Node } from '@babel/types'
import { type FileTraces, readComment } from '../trace.ts'
import { addressIn } from './address-in.ts'
import { constantsIn } from './constants.ts'
import { cookieJarsIn } from './cookie-jars.ts'
import { inventoryName, isDeletion, writtenCookie } from './cookie-name.ts'
import { linksIn } from './links.ts'
import { bare, childrenOf, globalOf, objectOf, propertyOf, valueIn } from './nodes.ts'
import { packageIn } from './package-in.ts'

/** The languages of a script. Only `typescript` knows types in `<>` before an expression. */
export type ScriptLanguage = 'javascript' | 'typescript' | 'tsx'

const PLUGINS: Readonly<Record<ScriptLanguage, readonly ParserPlugin[]>> = {
  javascript: ['jsx', 'flow'],
  typescript: ['typescript'],
  tsx: ['typescript', 'jsx'],
}

/** Where a script stands in its file. */
export interface ScriptPlace {
  readonly language: ScriptLanguage
  /** The line on which the script begins. @default 1 */
  readonly line?: number
  /** Whether the text is one expression. @default false */
  readonly isExpression?: boolean
}

/**
 * Reads what a script stores, contacts and imports.
 *
 * @throws SyntaxError if the text cannot be parsed.
 */
export const readScript = (
  into: FileTraces,
  text: string,
  { language, line = 1, isExpression = false }: ScriptPlace,
): void => {
  const file = (isExpression ? parseExpression : parse)(text, {
    ...{ sourceType: 'unambiguous', startLine: line, attachComment: false, errorRecovery: true },
    ...{ allowReturnOutsideFunction: true, allowAwaitOutsideFunction: true },
    ...{ allowNewTargetOutsideFunction: true, allowSuperOutsideMethod: true },
    plugins: [...PLUGINS[language], 'decorators-legacy', 'decoratorAutoAccessors'],
  })
  for (const { value, loc } of file.comments ?? []) readComment(into, value, loc?.end.line ?? line)
  readTree(into, file, line)
}

/** Reads a tree of syntax. */
const readTree = (into: FileTraces, root: Node, first: number): void => {
  const constants = constantsIn(root)
  const { textOf, constant } = constants
  const jars = cookieJarsIn(root, constants)
  const links = linksIn(root)

  const addName = (kind: 'cookie' | 'storage', text: string, { loc }: Node) => {
    const what = inventoryName(text)
    const line = loc?.start.line ?? first
    if (what === undefined) into.computed.push({ kind, line })
    else into.traces.push({ kind, what, line })
  }
  const areaOf = (node: Node): boolean => {
    const one = bare(node)
    const value = one.type === 'Identifier' ? (constant(one.name) ?? one) : one
    return /^(local|session)Storage$/.test(globalOf(value) ?? '')
  }

  const readAssignment = (left: Node, right: Node | undefined, node: Node) => {
    const [object, property] = [objectOf(left), propertyOf(left)]
    if (!object) return
    if (property === 'cookie' && globalOf(object) === 'document') {
      const text = textOf(right)
      if (!isDeletion(text)) addName('cookie', writtenCookie(text), node)
    } else if (areaOf(object))
      addName('storage', property ?? textOf((left as { property?: Node }).property), node)
  }
  const readCall = (
    node: Node & { readonly arguments: readonly Node[]; readonly callee: Node },
  ) => {
    const [first] = node.arguments
    const name = jars.nameIn(node)
    if (name) addName('cookie', textOf(valueIn(name, 'name') ?? name), node)
    const object = objectOf(node.callee)
    if (first && object && propertyOf(node.callee) === 'setItem' && areaOf(object))
      addName('storage', textOf(first), node)
  }

  /**
   * @param isPart Whether the node is a part of a text that was read.
   * @param isLink Whether the node is in a link.
   */
  const visit = (node: Node, isPart: boolean, isLink: boolean): void => {
    const line = node.loc?.start.line ?? first
    const isWhole = beginsWithText(node)
    const address = isWhole && !isPart && !isLink ? addressIn(textOf(node)) : undefined
    if (address) into.traces.push({ kind: 'host', what: address, line })
    if (node.type === 'AssignmentExpression') readAssignment(bare(node.left), node.right, node)
    if (node.type === 'CallExpression' || node.type === 'OptionalCallExpression') readCall(node)
    const what = packageIn(node)
    if (what) into.traces.push({ kind: 'package', what, line })
    for (const child of childrenOf(node)) visit(child, isWhole, isLink || links.has(child))
  }
  visit(root, false, false)
}

/**
 * Says whether a node is a text that begins with letters of its own. A text that begins with a
 * constant is read where the constant is.
 */
const beginsWithText = (node: Node): boolean => {
  if (node.type === 'TemplateLiteral') return node.quasis[0]?.value.cooked?.trim() !== ''
  if (node.type === 'BinaryExpression') return node.operator === '+' && beginsWithText(node.left)
  return node.type === 'StringLiteral'
}
