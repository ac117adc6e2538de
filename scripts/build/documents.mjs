// @ts-check
import { readFileSync } from 'node:fs'

/** The documents that messages point to, see `LINKS` in `options/messages.ts`. */
const DOCUMENTS = [
  ...['README.md', 'packages/consent/README.md'],
  ...['core', 'evidence', 'gate', 'script', 'ui'].map(
    folder => `packages/consent/src/${folder}/README.md`,
  ),
]

/**
 * A Rollup plugin that copies the documents beside the script files, in the folders of the
 * repository, so that the links between them lead somewhere. The npm package contains them there
 * too.
 *
 * @type {import('rollup').Plugin}
 */
export const documents = {
  name: 'documents',
  generateBundle() {
    for (const file of DOCUMENTS)
      this.emitFile({ type: 'asset', fileName: `docs/${file}`, source: readFileSync(file, 'utf8') })
  },
}
