// @ts-check
import { fileURLToPath } from 'node:url'
import { isInstalled } from './is-installed.mjs'
import { run } from './run.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Prepares a fresh clone: installs npm packages that are missing or outdated, and builds the script
 * files. If that fails, the process ends with a message that says what is missing.
 */
export const prepare = async () => {
  process.chdir(ROOT)
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    stop(`Node.js 20.19 or newer is needed; this is ${process.versions.node}.`)
  if (!isInstalled(ROOT) && (await run('npm', ['ci'])) !== 0)
    stop('npm ci failed: the packages could not be installed (see above).')
  if ((await run('npx', ['rollup', '--config', '--silent'])) !== 0)
    stop('The build failed (see above).')
}

/** @param {string} message @returns {never} */
const stop = message => {
  console.error(message)
  process.exit(1)
}
