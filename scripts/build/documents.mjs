// @ts-check
import { readFileSync } from 'node:fs'

const MESSAGES = new URL('../../packages/consent/src/options/messages.ts', import.meta.url)

/** The documents that messages point to, from the root of the repository. */
export const DOCUMENTS = [
  ...new Set(readFileSync(MESSAGES, 'utf8').match(/[\w/.-]*README\.md(?=#)/g)),
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
