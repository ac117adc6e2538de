// @ts-check
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** What a build reads, besides the libraries. */
const SOURCES = ['package.json', 'packages', 'rollup.config.mjs', 'scripts', 'tsconfig.base.json']

const DIST = 'packages/consent/dist'

/**
 * Builds the sources once more in another folder, and compares every byte: what is published is what
 * anybody gets from them, wherever they lie.
 *
 * @param {string} root The folder of the repository, built.
 * @param {string} elsewhere A folder that is not there yet.
 * @returns {Promise<string[]>} what is wrong
 */
export const rebuildFaults = async (root, elsewhere) => {
  const isBuilt = (/** @type {string} */ path) => /[\\/](dist|node_modules)$/.test(path)
  for (const name of SOURCES)
    cpSync(join(root, name), join(elsewhere, name), {
      recursive: true,
      filter: path => !isBuilt(path),
    })
  const libraries = join(elsewhere, 'node_modules')
  mkdirSync(libraries)
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@spaceone')
      symlinkSync(join(root, 'node_modules', name), join(libraries, name), 'junction')
  // The links to our own packages are relative, and lead to those of the copy.
  cpSync(join(root, 'node_modules/@spaceone'), join(libraries, '@spaceone'), {
    recursive: true,
    verbatimSymlinks: true,
  })

  const rollup = join(libraries, 'rollup/dist/bin/rollup')
  await promisify(execFile)(process.execPath, [rollup, '--config', '--silent'], { cwd: elsewhere })

  const read = (/** @type {string} */ folder, /** @type {string} */ file) => {
    const path = join(folder, DIST, file)
    return existsSync(path) ? readFileSync(path) : undefined
  }
  return [...new Set([root, elsewhere].flatMap(folder => filesIn(join(folder, DIST))))]
    .filter(file => !read(root, file)?.equals(read(elsewhere, file) ?? Buffer.alloc(0)))
    .map(file => `${file} has other bytes, or is missing, when it is built elsewhere`)
}

/** @param {string} folder */
const filesIn = folder =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
