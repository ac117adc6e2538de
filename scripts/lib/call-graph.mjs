import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** @typedef {ts.FunctionLikeDeclaration | ts.SourceFile} Code A function with a body, or the code of a file outside functions. */
/** @typedef {Code | ts.SignatureDeclaration | ts.ParameterDeclaration | string} Place Code, the type of a function, a parameter, or the name of a store. */

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** The functions of nanostores, and ours for `$state`, that subscribe to a store. */
const SUBSCRIBES = /^(listen|subscribe|onChange)$/

/**
 * Reads which code leads to which. Code leads to each function that it calls or passes on, and to
 * the callbacks that it contains. Where only the type of a function is known, as with a property of
 * an interface or a parameter, the type leads to all functions that stand where this type is
 * expected. Code that sets a store leads to the store, and the store to its subscribers.
 *
 * @param {readonly string[]} folders The folders to read, from the root of the repository.
 * @returns {ReadonlyMap<Place, ReadonlySet<Place>>}
 */
export const readCallGraph = folders => {
  const config = { extends: './tsconfig.base.json', compilerOptions: { types: ['node'] } }
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT)
  const program = ts.createProgram({
    rootNames: folders.flatMap(folder =>
      ts.sys.readDirectory(ROOT + folder, ['.ts', '.tsx'], ['**/*.test.*', '**/*.test-d.*']),
    ),
    options: { ...options, lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'] },
  })
  const checker = program.getTypeChecker()
  const sources = new Set(
    program
      .getSourceFiles()
      .filter(({ fileName }) => folders.some(folder => fileName.startsWith(`${ROOT}${folder}/`))),
  )
  /** @type {Map<Place, Set<Place>>} */
  const graph = new Map()
  /** @param {Place} from @param {readonly Place[]} places */
  const link = (from, places) => {
    for (const to of places)
      if (to !== from) graph.set(from, (graph.get(from) ?? new Set()).add(to))
  }

  /** @param {ts.Type | undefined} type */
  const partsOf = type => (type?.isUnion() ? type.types : type ? [type] : [])
  /**
   * Returns the functions, or types of functions, of our sources that a type stands for.
   *
   * @param {ts.Type | undefined} type
   */
  const functionsOf = type =>
    partsOf(type).flatMap(part =>
      checker
        .getSignaturesOfType(part, ts.SignatureKind.Call)
        .flatMap(({ declaration }) =>
          declaration && sources.has(declaration.getSourceFile())
            ? [/** @type {ts.SignatureDeclaration} */ (declaration)]
            : [],
        ),
    )
  /** @param {ts.Node} node */
  const typeOf = node => checker.getTypeAtLocation(node)
  /** @param {ts.Identifier} node */
  const parameterOf = node =>
    checker.getSymbolAtLocation(node)?.declarations?.filter(ts.isParameter) ?? []
  /**
   * Returns the types that are expected for the value of a property in an object literal.
   *
   * @param {ts.ObjectLiteralElementLike} node
   */
  const expectedFor = node =>
    partsOf(checker.getContextualType(/** @type {ts.ObjectLiteralExpression} */ (node.parent)))
      .flatMap(part => checker.getPropertyOfType(part, node.name?.getText() ?? '') ?? [])
      .map(property => checker.getTypeOfSymbol(property))

  /** @param {ts.Node} node */
  const visit = node => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { expression, name } = node.expression
      const [, store = '$state'] = /(\$\w+)$/.exec(expression.getText()) ?? []
      const [first] = node.arguments
      if (name.text === 'set' && expression.getText().endsWith(store))
        link(codeAround(node), [store])
      if (SUBSCRIBES.test(name.text) && first) link(store, functionsOf(typeOf(first)))
    }
    const isProperty = ts.isObjectLiteralElementLike(node) && !ts.isSpreadAssignment(node)
    const isNamed =
      !ts.isSourceFile(node) &&
      (ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent))
    const isName = ts.isIdentifier(node) && 'name' in node.parent && node.parent.name === node
    if (isProperty) {
      const given = functionsOf(typeOf(ts.isMethodDeclaration(node) ? node : node.name))
      const expected = expectedFor(node)
        .flatMap(functionsOf)
        .filter(type => !isCode(type))
      for (const type of expected[0] ? expected : [codeAround(node)]) link(type, given)
    } else if (ts.isExpression(node) && !isName) {
      const given = functionsOf(typeOf(node))
      if (given[0])
        for (const type of functionsOf(checker.getContextualType(node))) link(type, given)
      // A named function is led to by its name.
      if (!ts.isCallExpression(node) && !(isNamed && isCode(node))) {
        const [parameter] = ts.isIdentifier(node) ? parameterOf(node) : []
        if (parameter) link(parameter, given)
        link(codeAround(node), parameter ? [parameter] : given)
      }
    }
    ts.forEachChild(node, visit)
  }
  sources.forEach(visit)
  return graph
}

/** @param {ts.Node} node */
const codeAround = node => /** @type {Code} */ (ts.findAncestor(node.parent, isCode))

/** @param {Place | ts.Node} place @returns {place is Code} */
export const isCode = place =>
  typeof place !== 'string' &&
  (ts.isSourceFile(place) || (ts.isFunctionLike(place) && 'body' in place && !!place.body))

/** Says whether a place is a parameter or a store. @param {Place} place */
export const isArgument = place => typeof place === 'string' || ts.isParameter(place)

/**
 * Returns the name of code: `()` for a callback, behind the name of the function that contains it;
 * the empty string outside functions.
 *
 * @param {Code} code @returns {string}
 */
export const nameOf = code => {
  if (ts.isSourceFile(code)) return ''
  const { name = 'name' in code.parent ? code.parent.name : undefined } = code
  return name?.getText() ?? `${nameOf(codeAround(code))}()`
}

/** Returns the path of code without its ending, from the root of the repository. @param {Code} code */
export const fileOf = code =>
  code
    .getSourceFile()
    .fileName.slice(ROOT.length)
    .replace(/\.tsx?$/, '')
