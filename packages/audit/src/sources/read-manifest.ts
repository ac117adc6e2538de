import { parseExpression } from '@babel/parser'
import { propertyOf, valueIn } from './script/nodes.ts'
import type { FileTraces } from './trace.ts'

/** The lists of packages that a site installs for its pages or its build. */
const LISTS = ['dependencies', 'devDependencies', 'optionalDependencies']

/**
 * Reads the packages of a package.json.
 *
 * @throws SyntaxError if the text is no JSON.
 */
export const readManifest = (into: FileTraces, text: string): void => {
  JSON.parse(text)
  const manifest = parseExpression(text)
  for (const list of LISTS) {
    const packages = valueIn(manifest, list)
    if (packages?.type !== 'ObjectExpression') continue
    for (const one of packages.properties) {
      const what = propertyOf(one)
      if (what) into.traces.push({ kind: 'package', what, line: one.loc?.start.line ?? 1 })
    }
  }
}
