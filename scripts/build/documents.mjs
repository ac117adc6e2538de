// @ts-check
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'

const MESSAGES = new URL('../../packages/consent/src/options/messages.ts', import.meta.url)

/**
 * The paths of the documents for sites, relative to the root of the repository: those that messages
 * point to, and those of the inspector and the guide.
 */
export const DOCUMENTS = [
  ...new Set(readFileSync(MESSAGES, 'utf8').match(/[\w/.-]*README\.md(?=#)/g)),
  'packages/consent/src/inspect/README.md',
  'packages/consent/src/guide/README.md',
  'packages/consent/src/command/README.md',
]

/** Matches a link or picture of a document with a path, not with a whole address. */
const LINK = /(!?)\[([^\]]*)\]\((?!\w+:|#)([^)#\s]+)(#[^)\s]*)?\)/g

/** The path of the copies in the package, which the README of the package links. */
const COPIES = 'packages/consent/dist/script/docs/'

/**
 * Returns the text of a document for its copy. A link to another copy stays. Where the target is a
 * file of the repository alone, the copy has the text of the link and the path of the file; in the
 * place of a picture, the copy has its description.
 *
 * @param {string} file
 */
const copyOf = file =>
  readFileSync(file, 'utf8').replace(LINK, (_, isPicture, text, path, hash = '') => {
    const target = posix.join(posix.dirname(file), path).replace(COPIES, '')
    if (DOCUMENTS.includes(target))
      return `[${text}](${posix.relative(posix.dirname(file), target)}${hash})`
    return isPicture ? text : `${text} (\`${target}\` in the repository)`
  })

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
      this.emitFile({ type: 'asset', fileName: `docs/${file}`, source: copyOf(file) })
  },
}
