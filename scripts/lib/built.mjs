// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'

/**
 * @typedef {object} Build
 * @property {readonly string[]} sources Files and folders that the build reads, from the root of
 *   the repository. Missing files count as empty.
 * @property {string} output The folder that the build writes.
 */

/** The build of the npm package and the script files. @type {Build} */
export const SDK = {
  sources: [
    ...['src', 'package.json', 'tsconfig.json', 'README.md'].map(
      name => `packages/consent/${name}`,
    ),
    ...[
      'scripts/build',
      'scripts/lib',
      'scripts/notices',
      'scripts/notices.mjs',
      'rollup.config.mjs',
    ],
    ...['package-lock.json', 'tsconfig.base.json', 'README.md', 'SECURITY.md'],
  ],
  output: 'packages/consent/dist',
}

/** The build of the audit. One command builds the SDK and the audit. @type {Build} */
export const AUDIT = {
  sources: [
    ...['src', 'package.json', 'tsconfig.json'].map(name => `packages/audit/${name}`),
    ...SDK.sources,
  ],
  output: 'packages/audit/dist',
}

/** Matches the names of files and folders that no build reads. */
const UNREAD = /^(node_modules|dist)$|\.test(-d)?\.tsx?$/

/** @param {string} path @returns {string[]} The path itself, or the files in the folder. */
const filesOf = path => {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  const names = readdirSync(path).filter(name => !UNREAD.test(name))
  return names.sort().flatMap(name => filesOf(`${path}/${name}`))
}

/**
 * @param {readonly string[]} paths @returns {string} A hash of the names and contents of the files.
 */
const hashOf = paths => {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesOf))
    hash.update(`${file}\n${createHash('sha256').update(readFileSync(file)).digest('hex')}\n`)
  return hash.digest('hex')
}

/** @param {Build} build */
const noteOf = ({ output }) => `${output}.built`

/**
 * Returns whether the output is built from the present sources. Compares contents and not times,
 * because Git and copying change the times of files.
 *
 * @param {Build} build
 */
export const isBuilt = build => {
  const note = noteOf(build)
  const now = () => `${hashOf(build.sources)}\n${hashOf([build.output])}\n`
  return existsSync(note) && readFileSync(note, 'utf8') === now()
}

/**
 * Hashes the sources before a build.
 *
 * @param {Build} build
 * @returns A function to call after the build. It writes a note for `isBuilt` beside the output. If
 *   a source has changed during the build, the output counts as outdated.
 */
export const beginBuild = build => {
  const sources = hashOf(build.sources)
  return () => writeFileSync(noteOf(build), `${sources}\n${hashOf([build.output])}\n`)
}
