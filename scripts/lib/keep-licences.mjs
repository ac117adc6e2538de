// @ts-check

import { readFileSync } from 'node:fs'

/** Where the notices lie: beside the scripts, since whoever serves those copies their folder. */
const FILE = 'THIRD-PARTY-LICENSES.txt'

/** The folder of a library's own files, and its name. */
const LIBRARY = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//

/**
 * Keeps the licence of every library that a script has code of, in one file beside the scripts. The
 * plugin is one for all rows that it stands in; the last one writes what all have.
 *
 * @returns {import('rollup').Plugin}
 */
export const keepLicences = () => {
  /** @type {Map<string, string>} Folders by name. */
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
