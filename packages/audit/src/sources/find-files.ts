import { readdirSync, statSync } from 'node:fs'
import { posix } from 'node:path'
import { isSource } from './read-file.ts'

/** Matches names of folders that are left out: `node_modules`, `dist`, and hidden ones. */
const LEFT_OUT = /^(node_modules|dist|\..*)$/

/**
 * Lists the sources in folders, each folder sorted by name, without subfolders named
 * `node_modules`, `dist` or with a dot at the start. Lists a file in `paths`, whatever its name.
 *
 * @throws Error of Node's if a path does not exist.
 */
export const findSources = (paths: readonly string[]): readonly string[] => {
  const found = paths.flatMap(given => {
    const path = posix.normalize(given.replaceAll('\\', '/'))
    return statSync(path).isDirectory() ? sourcesBelow(path) : [path]
  })
  return [...new Set(found)]
}

const sourcesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap(entry => {
      const path = posix.join(folder, entry.name)
      if (entry.isDirectory()) return LEFT_OUT.test(entry.name) ? [] : sourcesBelow(path)
      return entry.isFile() && isSource(path) ? [path] : []
    })
