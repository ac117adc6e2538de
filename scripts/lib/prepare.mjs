// @ts-check
import { fileURLToPath } from 'node:url'
import { AUDIT, isBuilt, SDK } from './built.mjs'
import { isInstalled } from './is-installed.mjs'
import { run } from './run.mjs'
import { step } from './step.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const install = () => step('Installing the npm packages', () => run('npm', ['ci']))
const build = () =>
  step('Building the SDK and the audit', () => run('npx', ['rollup', '--config', '--silent']))

/**
 * Prepares a fresh or changed clone: installs npm packages and builds files, if they are missing or
 * outdated, and writes the pages of the portal. If Node.js is too old, or the installation or the
 * build fails, ends the process with a message that says so.
 */
export const prepare = async () => {
  process.chdir(ROOT)
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    stop(`Node.js 20.19 or newer is needed; this is ${process.versions.node}.`)
  if (!isInstalled(ROOT) && (await install()) !== 0)
    stop('npm ci failed: the packages could not be installed (see above).')
  if (![SDK, AUDIT].every(isBuilt) && (await build()) !== 0) stop('The build failed (see above).')
  await import('../../examples/portal/write-pages.mjs')
}

/** @param {string} message @returns {never} */
const stop = message => {
  console.error(message)
  process.exit(1)
}
