import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'
import manifest from '../packages/consent/package.json' with { type: 'json' }

const SDK = fileURLToPath(new URL('../packages/consent', import.meta.url))

/** The entries that have types, as paths in `src` that end in `.d.ts`; see `sourceOf`. */
const ENTRIES = Object.values(manifest.exports).flatMap(target =>
  typeof target === 'string' ? [] : [target.types.replace('./dist/', `${SDK}/src/`)],
)

const sourceOf = (declarations: string) => declarations.replace(/\.d\.ts$/, '.ts')

const { config } = ts.readConfigFile(`${SDK}/tsconfig.json`, ts.sys.readFile)
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, SDK)
const program = ts.createProgram(ENTRIES.map(sourceOf), options)
const checker = program.getTypeChecker()

/** Returns the text that an editor shows for a name. */
const docstring = (symbol: ts.Symbol) =>
  ts.displayPartsToString(symbol.getDocumentationComment(checker))

const exportsOf = (file: string) => {
  const source = program.getSourceFile(file)
  const module = source && checker.getSymbolAtLocation(source)
  return module ? checker.getExportsOfModule(module) : []
}

/** Lists the functions of an exported interface, which a site may call. */
const methodsOf = (symbol: ts.Symbol) =>
  checker
    .getDeclaredTypeOfSymbol(symbol)
    .getProperties()
    .filter(
      ({ flags, declarations: [declaration] = [] }) =>
        flags & ts.SymbolFlags.Method &&
        !declaration?.getSourceFile().fileName.includes('node_modules'),
    )

test.each(ENTRIES.map(sourceOf).map(file => [basename(file), file] as const))(
  'every export of %s, and every function of its types, has a docstring',
  (_, file) => {
    const symbols = exportsOf(file).map(symbol =>
      symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
    )
    expect(symbols.length).toBeGreaterThan(0)
    const silent = symbols.filter(symbol => !/\w+ \w+ \w+/.test(docstring(symbol)))
    expect(silent.map(({ name }) => name)).toEqual([])
    const silentMethods = symbols.flatMap(symbol =>
      methodsOf(symbol)
        .filter(method => method.getDocumentationComment(checker).length === 0)
        .filter(method => method.getJsDocTags(checker).length === 0)
        .map(({ name }) => `${symbol.name}.${name}`),
    )
    expect(silentMethods).toEqual([])
  },
)
