import type { Node } from '@babel/types'
import { type FileTraces, readComment } from '../trace.ts'
import { addressIn } from './address-in.ts'
import { constantsIn } from './constants.ts'
import { cookieJarsIn } from './cookie-jars.ts'
import { inventoryName, isDeletion, writtenCookie } from './cookie-name.ts'
import { inlineIn } from './inline-in.ts'
import { linksIn } from './links.ts'
import { bare, childrenOf, globalOf, objectOf, propertyOf, valueIn } from './nodes.ts'
import { packageIn } from './package-in.ts'
import { parseScript, type ScriptPlace } from './parse-script.ts'

/**
 * Reads what a script stores, contacts and imports.
 *
 * @throws SyntaxError if the text cannot be parsed.
 */
export const readScript = (into: FileTraces, text: string, place: ScriptPlace): void => {
  const { line = 1 } = place
  const file = parseScript(text, place)
  for (const { value, loc } of file.comments ?? []) readComment(into, value, loc?.end.line ?? line)
  readTree(into, file, line)
}

/** Reads the syntax tree of a script into the lists. */
const readTree = (into: FileTraces, root: Node, first: number): void => {
  const constants = constantsIn(root, into.moduleAt)
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
    if (isWhole && !isPart && MARKUP.test(textOf(node)))
      into.inline.push({ kind: 'markup', text: textOf(node), line })
    for (const one of inlineIn(node))
      into.inline.push({ kind: 'script', text: textOf(one), line: one.loc?.start.line ?? line })
    if (node.type === 'AssignmentExpression') readAssignment(bare(node.left), node.right, node)
    if (node.type === 'CallExpression' || node.type === 'OptionalCallExpression') readCall(node)
    const what = packageIn(node)
    if (what) into.traces.push({ kind: 'package', what, line })
    for (const child of childrenOf(node)) visit(child, isWhole, isLink || links.has(child))
  }
  visit(root, false, false)
}

/** Matches markup in a text that loads something when the text is written into a page. */
const MARKUP = /<(script|iframe|img|link|embed|object|source)\s[^>]*>/i

/**
 * Says whether a node is a text that begins with letters of its own. A text that begins with a
 * constant is read where the constant is.
 */
const beginsWithText = (node: Node): boolean => {
  if (node.type === 'TemplateLiteral') return node.quasis[0]?.value.cooked?.trim() !== ''
  if (node.type === 'BinaryExpression') return node.operator === '+' && beginsWithText(node.left)
  return node.type === 'StringLiteral'
}
