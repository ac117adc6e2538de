import { readFileSync, statSync } from 'node:fs'
import { dirname, posix, resolve } from 'node:path'
import { createPathsMatcher, getTsconfig } from 'get-tsconfig'
import { type Constants, constantsIn, type ModuleAt } from './script/constants.ts'
import { languageOfFile, parseScript } from './script/parse-script.ts'

/** What an import may leave out at the end of a file's path: nothing, an extension or `index`. */
const ENDINGS = ['', '.ts', '.tsx', '.js', '.jsx', '.mjs', '/index.ts', '/index.js']

/**
 * The files that can have `paths`, by which imports begin with an alias such as `@/`. In a project
 * that was made by Vite or create-vue, tsconfig.json refers to tsconfig.app.json.
 */
const CONFIGS = ['tsconfig.json', 'tsconfig.app.json', 'jsconfig.json']

/** The largest module that is read for its constants, in bytes. */
const LARGEST_MODULE = 1_000_000

/** Creates the function that returns, for a file, the constants of the modules that it imports. */
export const createModules = (): ((file: string) => ModuleAt) => {
  const known = new Map<string, Constants | undefined>()
  const aliases = new Map<string, ReturnType<typeof aliasesFor>>()

  /** Returns the paths that the `paths` of the nearest configurations give an import. */
  const aliased = (file: string, source: string): readonly string[] => {
    const folder = dirname(resolve(file))
    const found = aliases.get(folder) ?? aliasesFor(folder)
    aliases.set(folder, found)
    return found.flatMap(pathsOf => pathsOf(source))
  }

  const read = (path: string): Constants | undefined => {
    if (known.has(path)) return known.get(path)
    known.set(path, undefined)
    try {
      const root = parseScript(readFileSync(path, 'utf8'), { language: languageOfFile(path) })
      known.set(path, constantsIn(root, modulesOf(path)))
    } catch {
      // A module that cannot be parsed is named when it is read itself.
    }
    return known.get(path)
  }
  const modulesOf =
    (file: string): ModuleAt =>
    source => {
      const isRelative = /^\.\.?\//.test(source)
      const bases = isRelative ? [posix.join(posix.dirname(file), source)] : aliased(file, source)
      const paths = bases.flatMap(base => [
        ...ENDINGS.map(end => base + end),
        base.replace(/\.js$/, '.ts'),
      ])
      const path = paths.find(one => /\.[cm]?[jt]sx?$/.test(one) && isSmallFile(one))
      return path === undefined ? undefined : read(path)
    }
  return modulesOf
}

/** Returns functions that resolve an alias, one for each configuration with `paths`. */
const aliasesFor = (folder: string): readonly ((source: string) => readonly string[])[] =>
  CONFIGS.flatMap(name => {
    try {
      const config = getTsconfig(folder, name)
      return (config && createPathsMatcher(config)) ?? []
    } catch {
      // A configuration that extends a file that is not there, such as Nuxt's before a build.
      return []
    }
  })

const isSmallFile = (path: string): boolean => {
  const found = statSync(path, { throwIfNoEntry: false })
  return found?.isFile() === true && found.size < LARGEST_MODULE
}
