// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../../lib/run.mjs'

/**
 * Installs npm packages into a temporary folder. `remove`, or the end of this process, deletes the
 * folder.
 *
 * @param {readonly string[]} packages Names with exact versions.
 * @returns {Promise<{ modules: string, remove: () => void }>} `modules` is the folder of the
 *   packages.
 * @throws Error if npm cannot install the packages.
 */
export const installPackages = async packages => {
  const folder = mkdtempSync(join(tmpdir(), 'consent-benchmark-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  // Node emits `exit` after an uncaught error too, but not after Ctrl+C.
  process.once('exit', remove)
  process.once('SIGINT', () => process.exit(130))
  const options = ['--silent', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline']
  const exitCode = await run('npm', ['install', '--prefix', folder, ...options, ...packages])
  if (exitCode !== 0) throw new Error(`npm could not install ${packages.join(' and ')}.`)
  return { modules: join(folder, 'node_modules'), remove }
}
