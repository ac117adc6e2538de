import ts from 'typescript'
import { checker, globals, isInDom } from './source-program.ts'

/** What stands on another prototype than TypeScript's library has it. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'CSSStyleProperties.getPropertyPriority': 'CSSStyleDeclaration',
  'CSSStyleProperties.getPropertyValue': 'CSSStyleDeclaration',
  'CSSStyleProperties.setProperty': 'CSSStyleDeclaration',
  'DOMRectReadOnly.height': 'DOMRect',
  'DOMRectReadOnly.width': 'DOMRect',
}

/** Says whether it is a browser that has it. */
export const isOfBrowser = ({ declarations = [] }: ts.Symbol): boolean => declarations.some(isInDom)

/** Says whether it stands on `window`. */
export const isGlobal = (symbol: ts.Symbol): boolean => globals.get(symbol.name) === symbol

/** Each interface that has a prototype: the name is a value, too. */
const classes = new Map(
  [...globals.values()]
    .filter(({ flags }) => flags & ts.SymbolFlags.Value && flags & ts.SymbolFlags.Interface)
    .filter(isOfBrowser)
    .map(symbol => [symbol.name, checker.getDeclaredTypeOfSymbol(symbol)]),
)

const WINDOW = classes.get('Window') as ts.Type

const basesOf = (type: ts.Type): readonly ts.Type[] => {
  const { target = type } = type as ts.TypeReference
  return target.isClassOrInterface() ? checker.getBaseTypes(target) : []
}

const inherits = (type: ts.Type, from: ts.Type): boolean =>
  type === from || basesOf(type).some(base => inherits(base, from))

/** The topmost of a type and its bases that has both the member and a prototype. */
const topOf = (type: ts.Type, member: string): string | undefined => {
  if (!checker.getPropertyOfType(type, member)) return undefined
  for (const base of basesOf(type)) {
    const top = topOf(base, member)
    if (top) return top
  }
  const name = type.symbol?.name ?? ''
  return classes.has(name) ? (ELSEWHERE[`${name}.${member}`] ?? name) : undefined
}

/** Gives the interface that has what stands on `window`, which inherits its `addEventListener`. */
export const ownerOfGlobal = (name: string): string => topOf(WINDOW, name) ?? 'Window'

/**
 * Gives the interfaces on whose prototypes a browser has a member: `Element` for the `append` of any
 * element, which TypeScript declares in a mixin. None where nobody but a dictionary has it.
 */
export const ownersOf = (type: ts.Type, member: string): readonly string[] => {
  const apparent = checker.getApparentType(checker.getNonNullableType(type))
  if (apparent.isUnionOrIntersection())
    return apparent.types.flatMap(part => ownersOf(part, member))
  const found = checker.getPropertyOfType(apparent, member)
  if (!found || !isOfBrowser(found)) return []
  if (isGlobal(found)) return [ownerOfGlobal(member)]
  const top = topOf(apparent, member)
  if (top) return [top]
  return (found.declarations ?? []).flatMap(({ parent }) =>
    ts.isInterfaceDeclaration(parent) ? holdersOf(parent, member) : [],
  )
}

/** Who has the member of a mixin, or of what a mapped type such as `Partial<Element>` is made from. */
const holdersOf = ({ name }: ts.InterfaceDeclaration, member: string): readonly string[] => {
  const declared = checker.getTypeAtLocation(name)
  const top = topOf(declared, member)
  if (top) return [top]
  return [...classes.values()]
    .filter(type => inherits(type, declared))
    .flatMap(type => topOf(type, member) ?? [])
}
