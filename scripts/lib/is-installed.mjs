// @ts-check
import { existsSync, statSync } from 'node:fs'

/**
 * Says whether a folder's node_modules holds what its lock file asks for.
 *
 * @param {string} folder
 */
export const isInstalled = folder => {
  // npm writes its own copy of the lock file last.
  const installed = `${folder}/node_modules/.package-lock.json`
  return (
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(`${folder}/package-lock.json`).mtimeMs
  )
}
