// @ts-check
import { readFileSync } from 'node:fs'

const MESSAGES = new URL('../../packages/consent/src/options/messages.ts', import.meta.url)

/** The paths of the documents that messages point to, relative to the root of the repository. */
export const DOCUMENTS = [
  ...new Set(readFileSync(MESSAGES, 'utf8').match(/[\w/.-]*README\.md(?=#)/g)),
]

/**
 * A Rollup plugin that copies the documents into a folder beside the script files. The copies have
 * the same relative paths as in the repository, so that the links between them work. The npm
 * package contains the copies too.
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
