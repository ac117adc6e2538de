// @ts-check
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * The folder of the notes. `npm ci` deletes it with all packages, and then everything is made again.
 */
const NOTES = join(ROOT, 'node_modules/.cache/spaceone-consent')

/** Matches what an installation or a build writes beside its sources, and tests of the sources. */
const NO_SOURCE = /(^|\/)(node_modules|dist|\.nuxt|\.output|\.astro)(\/|$)|\.test(-d)?\.tsx?$/

/**
 * Returns the files of a path, which may be a file, a folder or missing.
 *
 * @param {string} path
 * @param {(file: string) => boolean} has Gets the path relative to the folder.
 */
const filesOf = (path, has) => {
  const whole = join(ROOT, path)
  if (!existsSync(whole)) return []
  if (!statSync(whole).isDirectory()) return [path]
  return readdirSync(whole, { recursive: true, encoding: 'utf8' })
    .filter(file => has(file.replaceAll('\\', '/')) && statSync(join(whole, file)).isFile())
    .map(file => join(path, file))
    .sort()
}

/** @param {readonly string[]} files */
const hashOf = files => {
  const hash = createHash('sha256').update(process.version)
  for (const file of files) hash.update(`\n${file}\n`).update(readFileSync(join(ROOT, file)))
  return hash.digest('hex')
}

/**
 * Makes files from other files, unless the files were made from the same contents before and have
 * not changed since. Before they are made, the old ones are deleted. All paths are relative to the
 * root of the repository.
 *
 * @param {string} name Names the note of what was made.
 * @param {object} paths
 * @param {readonly string[]} paths.from Files and folders. Of a folder, tests and what was installed
 *   or built in it do not count.
 * @param {string} paths.to The file or folder that is made.
 * @param {(file: string) => boolean} [paths.has] Says which files of the folder `to` are made. Gets
 *   the path relative to the folder. @default all
 * @param {() => Promise<number>} make Returns an exit code.
 * @returns {Promise<number>} The exit code; 0 if nothing had to be made.
 */
export const unlessMade = async (name, { from, to, has = () => true }, make) => {
  const note = join(NOTES, name.replaceAll('/', '-'))
  const sources = hashOf(from.flatMap(path => filesOf(path, file => !NO_SOURCE.test(file))))
  const noted = () => {
    const made = filesOf(to, has)
    return made.length > 0 && `${sources} ${hashOf(made)}`
  }
  if (existsSync(note) && readFileSync(note, 'utf8') === noted()) return 0
  rmSync(note, { force: true })
  for (const file of filesOf(to, has)) rmSync(join(ROOT, file))
  const code = await make()
  const made = noted()
  if (code === 0 && made) {
    mkdirSync(NOTES, { recursive: true })
    writeFileSync(note, made)
  }
  return code
}
