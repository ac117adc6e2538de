import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import manifest from '../packages/consent/package.json' with { type: 'json' }

const PACKAGE = new URL('../packages/consent/', import.meta.url)

/** The built types; `npm run package` fails if an entry has none. */
const ENTRIES = Object.values(manifest.exports).flatMap(target =>
  typeof target !== 'string' && existsSync(new URL(target.types, PACKAGE)) ? target.types : [],
)

/**
 * Matches a name of the module, or a function of a type, and whether a docstring of at least three
 * words stands above it.
 */
const DECLARED =
  /(?<=(^ *\*\/\n|\w+ \w+ \w+.*\*\/\n)?)^(?:(?:declare )?(?:const|function|class|interface|type) ([\w$]+)| {4}(\w+)[(<])/gm

/** The names in the type of a Vue plugin, which Vue calls. */
const OF_VUE = ['install']

test.each(ENTRIES)('every export of %s, and every function of its types, has a docstring', file => {
  const types = readFileSync(new URL(file, PACKAGE), 'utf8')
  const exported = [...types.matchAll(/^export (?:type )?\{ (.*) \};$/gm)]
    .flatMap(([, list = '']) => list.split(', '))
    .map(name => name.replace(/ as .*/, ''))
  expect(exported.length).toBeGreaterThan(0)
  const declared = [...types.matchAll(DECLARED)]
  const documented = declared.flatMap(([, docstring, name]) => (docstring ? name : []))
  expect(exported.filter(name => !documented.includes(name))).toEqual([])
  const methods = declared.flatMap(([, docstring, , method]) => (docstring ? [] : (method ?? [])))
  expect(methods.filter(name => !OF_VUE.includes(name))).toEqual([])
})
