// @ts-check
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** @type {{ version: string }} */
const { version } = JSON.parse(readFileSync('packages/consent/package.json', 'utf8'))

/** @type {Record<string, string>} The SHA-384 of each script file, by the file's name. */
const hashes = {}

/**
 * A Rollup plugin that writes the hashes of the script files to integrity.json. Each Rollup
 * configuration of script files adds the hashes of its files.
 *
 * @type {import('rollup').Plugin}
 */
export const integrity = {
  name: 'integrity',
  generateBundle(_, bundle) {
    for (const output of Object.values(bundle))
      if (output.type === 'chunk')
        hashes[output.fileName] =
          `sha384-${createHash('sha384').update(output.code).digest('base64')}`
    this.emitFile({
      type: 'asset',
      fileName: 'integrity.json',
      source: `${JSON.stringify({ version, files: hashes }, null, 2)}\n`,
    })
  },
}
