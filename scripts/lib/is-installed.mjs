// @ts-check
import { existsSync, statSync } from 'node:fs'

/**
 * Returns whether node_modules in a folder was installed after the lock file last changed.
 *
 * @param {string} folder
 */
export const isInstalled = folder => {
  // At the end of an installation npm writes a copy of the lock file into node_modules.
  const installed = `${folder}/node_modules/.package-lock.json`
  return (
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(`${folder}/package-lock.json`).mtimeMs
  )
}
