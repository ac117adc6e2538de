import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const PACKAGES = fileURLToPath(new URL('../../packages', import.meta.url))

const files = readdirSync(PACKAGES, { recursive: true, encoding: 'utf8' })
  .filter(file => /^\w+\/src\/.*\.tsx?$/.test(file) && !/\.test(-d)?\.tsx?$/.test(file))
  .map(file => `${PACKAGES}/${file}`)

const { config } = ts.readConfigFile(`${PACKAGES}/sdk/tsconfig.json`, ts.sys.readFile)
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, `${PACKAGES}/sdk`)
const program = ts.createProgram(files, options)

/** Knows the type of whatever stands in `sources`. */
export const checker: ts.TypeChecker = program.getTypeChecker()

/** The sources of every package, without their tests. */
export const sources: readonly ts.SourceFile[] = files.flatMap(
  file => program.getSourceFile(file) ?? [],
)

/** Gives the path of a source from the root. */
export const pathOf = ({ fileName }: ts.SourceFile): string =>
  `packages/${fileName.slice(PACKAGES.length + 1)}`

/** Says whether TypeScript's library of the browser has a declaration. */
export const isInDom = (node: ts.Node): boolean =>
  /\/lib\.dom[.\w]*$/.test(node.getSourceFile().fileName)

/** What stands on `window`, and the interfaces, by name. */
export const globals: ReadonlyMap<string, ts.Symbol> = new Map(
  program
    .getSourceFiles()
    .filter(isInDom)
    .slice(0, 1)
    .flatMap(file =>
      checker.getSymbolsInScope(file, ts.SymbolFlags.Value | ts.SymbolFlags.Interface),
    )
    .map(symbol => [symbol.name, symbol]),
)
