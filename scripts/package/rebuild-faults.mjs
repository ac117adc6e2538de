// @ts-check
import { execFile } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'

/** What a build reads, besides the libraries. */
const SOURCES = ['package.json', 'packages', 'rollup.config.mjs', 'scripts', 'tsconfig.base.json']

const DIST = 'packages/consent/dist'

/**
 * Builds the sources once more in another folder, and compares every byte with what is published.
 *
 * @param {string} root The folder of the repository, built.
 * @param {string} elsewhere A folder that is not there yet.
 * @returns {Promise<string[]>} what is wrong
 */
export const rebuildFaults = async (root, elsewhere) => {
  const filter = (/** @type {string} */ path) => !/[\\/](dist|node_modules)$/.test(path)
  for (const name of SOURCES)
    cpSync(join(root, name), join(elsewhere, name), { recursive: true, filter })
  symlinkSync(join(root, 'node_modules'), join(elsewhere, 'node_modules'), 'junction')
  const rollup = join(root, 'node_modules/rollup/dist/bin/rollup')
  await promisify(execFile)(process.execPath, [rollup, '--config', '--silent'], { cwd: elsewhere })

  const files = (/** @type {string} */ folder) =>
    readdirSync(join(folder, DIST), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
  const read = (/** @type {string} */ path) => (existsSync(path) ? readFileSync(path) : undefined)
  return [...new Set([...files(root), ...files(elsewhere)])]
    .filter(file => !read(join(root, file))?.equals(read(join(elsewhere, file)) ?? Buffer.alloc(0)))
    .map(file => `${file} has other bytes, or is missing, when it is built elsewhere`)
}
