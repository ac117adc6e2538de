import { rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { commandFault } from './fault.ts'

/** The used part of the site's library `jiti` 2. @see https://github.com/unjs/jiti */
interface Jiti {
  createJiti(from: string): { import(path: string): Promise<unknown> }
}

/** The used part of the site's library `typescript`, 4.9 to 6. */
interface TypeScript {
  readonly transpileModule?: (
    source: string,
    options: { readonly compilerOptions: Readonly<Record<string, unknown>> },
  ) => { readonly outputText: string }
  readonly sys: { readFile(path: string): string }
}

const importPath = (path: string): Promise<unknown> => import(pathToFileURL(path).href)

/** Imports a library that the site has installed; `undefined` if it cannot be imported. */
const libraryOf = async (path: string, name: string): Promise<unknown> => {
  try {
    return await importPath(createRequire(path).resolve(name))
  } catch {
    return undefined
  }
}

/**
 * Compiles a file to a temporary file beside it, where its imports are found. Imports the temporary
 * file, and deletes it.
 */
const importCompiled = async (path: string, { transpileModule, sys }: TypeScript) => {
  const compilerOptions = { module: 99, target: 9 }
  const compiled = join(dirname(path), `.${basename(path)}.${process.pid}.mjs`)
  try {
    const { outputText = '' } = transpileModule?.(sys.readFile(path), { compilerOptions }) ?? {}
    writeFileSync(compiled, outputText)
    return await importPath(compiled)
  } finally {
    rmSync(compiled, { force: true })
  }
}

/**
 * Imports a JavaScript or TypeScript file: TypeScript by Node.js itself where it can, else by the
 * `jiti` of the site, else by its `typescript`, which compiles this file alone.
 *
 * @param runsTypeScript Whether Node.js removes types, as from 22.18 on.
 * @throws The error of reading, compiling or importing the file, or a `commandFault` if nothing can
 *   read TypeScript.
 * @see https://nodejs.org/api/process.html#processfeaturestypescript
 */
export const importFile = async (
  path: string,
  runsTypeScript: boolean = !!(process.features as { readonly typescript?: unknown }).typescript,
): Promise<unknown> => {
  if (!/\.[cm]?ts$/.test(path) || runsTypeScript) return importPath(path)
  const jiti = (await libraryOf(path, 'jiti')) as Jiti | undefined
  if (jiti?.createJiti) return jiti.createJiti(path).import(path)
  const loaded = (await libraryOf(path, 'typescript')) as { default?: TypeScript } | undefined
  if (loaded?.default?.transpileModule) return importCompiled(path, loaded.default)
  throw commandFault(
    `${basename(path)} could not be read: Node.js ${process.version} runs no TypeScript. Expected Node.js 22.18 or newer, jiti or typescript (4.9 to 6) among your packages, or the configuration in an .mjs or .json file. Nothing is written.`,
  )
}
