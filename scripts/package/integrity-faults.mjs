// @ts-check
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Compares the hashes in `integrity.json` with the script files.
 *
 * @param {string} sdk The folder of the built package.
 * @param {readonly string[]} scripts Names of the files that `integrity.json` must list, and no
 *   others.
 * @returns {string[]} A message for each fault.
 */
export const integrityFaults = (sdk, scripts) => {
  const read = (/** @type {string} */ file) => readFileSync(join(sdk, file))
  const { version, files } = JSON.parse(`${read('dist/script/integrity.json')}`)
  const hashOf = (/** @type {string} */ file) =>
    createHash('sha384')
      .update(read(`dist/script/${file}`))
      .digest('base64')
  return [
    ...(version === JSON.parse(`${read('package.json')}`).version
      ? []
      : ['integrity.json is of another version']),
    ...[...new Set([...scripts, ...Object.keys(files)])]
      .filter(file => !scripts.includes(file) || files[file] !== `sha384-${hashOf(file)}`)
      .map(file => `integrity.json has a wrong hash of ${file}, or none, or should not name it`),
  ]
}
