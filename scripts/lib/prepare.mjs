// @ts-check
import { fileURLToPath } from 'node:url'
import { isInstalled } from './is-installed.mjs'
import { run } from './run.mjs'
import { step } from './step.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const install = () => step('Installing the npm packages', () => run('npm', ['ci']))

/**
 * Prepares a fresh or changed clone: installs the npm packages if they are missing or outdated, and
 * builds what has changed of the SDK and the audit. Writes the pages of the portal. If Node.js is too
 * old, or the installation or the build fails, ends the process with a message that says so.
 *
 * @param {(builds: typeof import('../build.mjs')) => Promise<number>} build Chooses what to build.
 *   @default everything
 */
export const prepare = async (build = builds => builds.buildAll()) => {
  process.chdir(ROOT)
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    stop(`Node.js 20.19 or newer is needed; this is ${process.versions.node}.`)
  if (!isInstalled(ROOT) && (await install()) !== 0)
    stop('npm ci failed: the packages could not be installed (see above).')
  // Import the build here and not at the top: in a fresh clone only this function installs the
  // packages that it needs.
  if ((await build(await import('../build.mjs'))) !== 0) stop('The build failed (see above).')
  await import('../../examples/portal/write-pages.mjs')
}

/** @param {string} message @returns {never} */
const stop = message => {
  console.error(message)
  process.exit(1)
}
