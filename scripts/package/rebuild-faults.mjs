// @ts-check
import { execFile } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'

/** The files and folders that a build reads, without the libraries. */
const SOURCES = [
  ...['package.json', 'packages', 'README.md', 'rollup.config.mjs', 'scripts'],
  'tsconfig.base.json',
]

const DIST = 'packages/consent/dist'

/**
 * Builds the sources again in another folder, and compares every byte with the package's files.
 *
 * @param {string} root The repository's root, after a build.
 * @param {string} elsewhere Path of a folder that does not exist yet.
 * @returns {Promise<string[]>} A message for each fault.
 */
export const rebuildFaults = async (root, elsewhere) => {
  const filter = (/** @type {string} */ path) => !/[\\/](dist|node_modules)$/.test(path)
  for (const name of SOURCES)
    cpSync(join(root, name), join(elsewhere, name), { recursive: true, filter })
  symlinkSync(join(root, 'node_modules'), join(elsewhere, 'node_modules'), 'junction')
  const rollup = [join(root, 'node_modules/rollup/dist/bin/rollup'), '--config', '--configPart']
  for (const step of [[...rollup, 'sdk'], [...rollup, 'types'], ['scripts/notices.mjs']])
    await promisify(execFile)(process.execPath, step, { cwd: elsewhere })

  const files = (/** @type {string} */ folder) =>
    readdirSync(join(folder, DIST), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
  const read = (/** @type {string} */ path) => (existsSync(path) ? readFileSync(path) : undefined)
  return [...new Set([...files(root), ...files(elsewhere)])]
    .filter(file => !read(join(root, file))?.equals(read(join(elsewhere, file)) ?? Buffer.alloc(0)))
    .map(file => `${file} has other bytes, or is missing, when it is built elsewhere`)
}
