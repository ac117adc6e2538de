// @ts-check
import { fileURLToPath } from 'node:url'
import { isInstalled } from './is-installed.mjs'
import { run } from './run.mjs'
import { step } from './step.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Says whether to use the files of the last build: the CI builds everything before its checks. */
export const isBuilt = () => process.env['BUILT'] === '1'

const install = () => step('Installing the npm packages', () => run('npm', ['ci']))
const build = () =>
  step('Building the SDK and the audit', () =>
    run('npm', ['run', '--silent', 'build', '--', '--silent']),
  )

/**
 * Prepares a fresh or changed clone: installs the npm packages if they are missing or outdated, and
 * builds the SDK and the audit, unless the environment variable `BUILT` is 1. Writes the pages of the
 * portal. If Node.js is too old, or the installation or the build fails, ends the process with a
 * message that says so.
 */
export const prepare = async () => {
  process.chdir(ROOT)
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    stop(`Node.js 20.19 or newer is needed; this is ${process.versions.node}.`)
  if (!isInstalled(ROOT) && (await install()) !== 0)
    stop('npm ci failed: the packages could not be installed (see above).')
  if (!isBuilt() && (await build()) !== 0) stop('The build failed (see above).')
  await import('../../examples/portal/write-pages.mjs')
}

/** @param {string} message @returns {never} */
const stop = message => {
  console.error(message)
  process.exit(1)
}
