// @ts-check
import { readFileSync } from 'node:fs'

/** The sources with links to documents. */
const LINKING = ['options/messages.ts', 'ui/view/check-accent-text.ts']

/** @param {string} file */
const linked = file =>
  readFileSync(new URL(`../../packages/consent/src/${file}`, import.meta.url), 'utf8').match(
    /[\w/.-]*README\.md(?=#)/g,
  ) ?? []

/** The documents that messages point to, from the root of the repository. */
export const DOCUMENTS = [...new Set(LINKING.flatMap(linked))]

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
