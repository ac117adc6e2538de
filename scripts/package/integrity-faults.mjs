// @ts-check
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Compares what `integrity.json` says of the script files with their bytes.
 *
 * @param {string} sdk The folder of the package, built.
 * @param {readonly string[]} scripts Names of the files that it has to know, and no others.
 * @returns {string[]} what is wrong
 */
export const integrityFaults = (sdk, scripts) => {
  const read = (/** @type {string} */ file) => readFileSync(join(sdk, file))
  const json = (/** @type {string} */ file) => JSON.parse(read(file).toString())
  const { version, files } = json('dist/script/integrity.json')
  const hashOf = (/** @type {string} */ file) =>
    `sha384-${createHash('sha384')
      .update(read(`dist/script/${file}`))
      .digest('base64')}`
  return [
    ...(version === json('package.json').version ? [] : ['integrity.json is of another version']),
    ...scripts
      .filter(file => files[file] !== hashOf(file))
      .map(file => `integrity.json has another hash of ${file}, or none`),
    ...Object.keys(files)
      .filter(file => !scripts.includes(file))
      .map(file => `integrity.json has a hash of ${file}, which is no file of the script tag`),
  ]
}
