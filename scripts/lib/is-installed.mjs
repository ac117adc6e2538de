// @ts-check
import { existsSync, statSync } from 'node:fs'

/**
 * Returns whether node_modules in a folder agrees with the lock file there.
 *
 * @param {string} folder
 */
export const isInstalled = folder => {
  // npm writes its own copy of the lock file as the last step of an installation.
  const installed = `${folder}/node_modules/.package-lock.json`
  return (
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(`${folder}/package-lock.json`).mtimeMs
  )
}
