// @ts-check

import { readFileSync } from 'node:fs'

/**
 * The name of a file with licences. The scripts have such a file of their own, because sites copy
 * the folder of the scripts.
 */
const FILE = 'THIRD-PARTY-LICENSES.txt'

/** Matches the folder and the name of a library in a path. */
const LIBRARY = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//

/**
 * Returns a Rollup plugin that writes the licence of every bundled library into one file beside the
 * built files. All Rollup configurations of the script tag share one instance of the plugin, so the
 * file that the last of them writes has the licences of all. Each npm configuration has its own
 * instance.
 *
 * @returns {import('rollup').Plugin}
 */
export const keepLicences = () => {
  /** @type {Map<string, string>} The folders of the libraries, by name. */
  const libraries = new Map()
  return {
    name: 'keep-licences',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          const [folder, name] = LIBRARY.exec(id) ?? []
          if (folder && name && renderedLength > 0) libraries.set(name, folder)
        }
      }
      const notices = [...libraries].sort().map(([name, folder]) => {
        const { version, license } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'))
        const text = readFileSync(`${folder}LICENSE`, 'utf8').trim()
        return `${name} ${version} (${license})\n\n${text}\n`
      })
      this.emitFile({ type: 'asset', fileName: FILE, source: notices.join('\n---\n\n') })
    },
  }
}
