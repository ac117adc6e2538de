import ts from 'typescript'
import { isGlobal, isOfBrowser, ownerOfGlobal, ownersOf } from './owners-of.ts'
import { checker, pathOf, sources } from './source-program.ts'

/** Objects without a prototype of their own: what they have is written `console:warn`. */
const OBJECTS = ['CSS', 'Intl', 'console']

/** What of the language itself a browser may lack. */
const LATE = ['FinalizationRegistry', 'WeakRef']

/** What is read off `window` and is there by the page, or by us. */
const NO_API = ['__zone_symbol__setTimeout', '_gaUserPrefs', 'gtag', 'spaceoneConsent']

/**
 * Finds every API of a browser that our sources use, and the files that do: each member that is read,
 * written or called, also one that is named beside its object, as in `patch(window, 'fetch')`, and
 * one of which TypeScript does not know, as in `window as { CookieStore? }`. What JSX sets is left
 * to preact.
 */
export const findBrowserApis = (): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>()
  for (const source of sources) {
    const visit = (node: ts.Node): void => {
      if (ts.isTypeNode(node)) return
      for (const api of apisAt(node))
        found.set(api, [...new Set(found.get(api)).add(pathOf(source))])
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  return found
}

const apisAt = (node: ts.Node): readonly string[] => {
  if (ts.isIdentifier(node)) return namedBy(node)
  if (ts.isPropertyAccessExpression(node)) return membersOf(node.expression, [node.name.text])
  if (ts.isElementAccessExpression(node))
    return membersOf(node.expression, textsOf(node.argumentExpression))
  if (ts.isObjectBindingPattern(node)) {
    const { parent } = node
    const from = ts.isVariableDeclaration(parent) ? parent.initializer : undefined
    return membersOf(from ?? node, node.elements.flatMap(takenBy))
  }
  if (ts.isCallExpression(node)) {
    const [object, member] = node.arguments
    return object && member ? membersOf(object, textsOf(member)) : []
  }
  return []
}

/** What stands on `window` under a name. */
const namedBy = (node: ts.Identifier): readonly string[] => {
  const { text, parent } = node
  const symbol = ts.isShorthandPropertyAssignment(parent)
    ? checker.getShorthandAssignmentValueSymbol(parent)
    : checker.getSymbolAtLocation(node)
  if (!symbol || !isGlobal(symbol) || OBJECTS.includes(text)) return []
  if (!isOfBrowser(symbol) && !LATE.includes(text)) return []
  return [isMade(node) ? `new ${text}` : `${ownerOfGlobal(text)}.${text}`]
}

/** What an object has under some names. */
const membersOf = (object: ts.Node, names: readonly string[]): readonly string[] => {
  if (ts.isIdentifier(object) && OBJECTS.includes(object.text))
    return names.map(name =>
      isMade(object.parent) ? `new ${object.text}.${name}` : `${object.text}:${name}`,
    )
  const type = checker.getTypeAtLocation(object)
  const origin = originOf(object)
  const owner = origin === object ? undefined : interfaceOf(checker.getTypeAtLocation(origin))
  return names.flatMap(name => {
    const known = [
      ...ownersOf(type, name).map(owner => `${owner}.${name}`),
      ...staticsOf(type, name),
    ]
    return known.length > 0 || !owner || NO_API.includes(name) ? known : `${owner}.${name}`
  })
}

/** Says whether `new` stands before it. */
const isMade = (node: ts.Node): boolean =>
  ts.isNewExpression(node.parent) && node.parent.expression === node

/** The name of a property that a pattern takes. */
const takenBy = ({ propertyName, name }: ts.BindingElement): readonly string[] => {
  const taken = propertyName ?? name
  return ts.isIdentifier(taken) ? [taken.text] : []
}

/** The texts that an expression can be, as far as its type says so. */
const textsOf = (node: ts.Expression): readonly string[] => {
  const type = checker.getTypeAtLocation(originOf(node))
  return (type.isUnion() ? type.types : [type]).flatMap(one =>
    one.isStringLiteral() ? one.value : [],
  )
}

/** What belongs to the constructor itself, such as `URL.canParse`; its constants cannot fail. */
const staticsOf = (type: ts.Type, name: string): readonly string[] => {
  const found = checker.getPropertyOfType(type, name)
  if (!found || !isOfBrowser(found) || name === 'prototype' || !/[a-z]/.test(name)) return []
  return (found.declarations ?? []).flatMap(({ parent }) =>
    ts.isTypeLiteralNode(parent) && ts.isVariableDeclaration(parent.parent)
      ? `${parent.parent.name.getText()}:${name}`
      : [],
  )
}

/** The interface of an object of the browser's. */
const interfaceOf = (type: ts.Type): string | undefined => {
  const { symbol } = type.isIntersection() ? (type.types[0] as ts.Type) : type
  if (symbol?.name === 'globalThis') return 'Window'
  return symbol && isOfBrowser(symbol) ? symbol.name : undefined
}

const isCast = (node: ts.Node): node is ts.AsExpression | ts.ParenthesizedExpression =>
  ts.isAsExpression(node) || ts.isParenthesizedExpression(node)

/** What it was before it was given another type, there or where the constant was made. */
const originOf = (node: ts.Node): ts.Node => {
  if (isCast(node)) return originOf(node.expression)
  const declaration = checker.getSymbolAtLocation(node)?.valueDeclaration
  const made = declaration && ts.isVariableDeclaration(declaration) && declaration.initializer
  return made && isCast(made) ? originOf(made) : node
}
