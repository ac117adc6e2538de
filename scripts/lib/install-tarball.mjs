// @ts-check

import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './run.mjs'

/** The folder of the npm package that sites install. */
const SDK = fileURLToPath(new URL('../../packages/consent', import.meta.url))

/**
 * Packs the built npm package.
 *
 * @param {string} folder The folder for the tarball.
 * @returns {{ tarball: string, files: string[], size: number }} `size` in bytes.
 */
export const pack = folder => {
  const args = ['pack', '--json', '--silent', '--pack-destination', folder]
  const [{ filename, files, size }] = JSON.parse(
    execFileSync('npm', args, { cwd: SDK, encoding: 'utf8' }),
  )
  const paths = files.map((/** @type {{ path: string }} */ { path }) => path)
  return { tarball: join(folder, filename), files: paths, size }
}

/**
 * Installs the dependencies of a project, and the tarball under the name that the project's code
 * imports.
 *
 * @param {string} host The project's folder, with a `package.json`.
 * @param {string} tarball
 * @returns {Promise<number>} The exit code.
 */
export const installTarball = (host, tarball) => {
  const manifest = join(host, 'package.json')
  const { dependencies, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'))
  const all = { ...dependencies, '@spaceone/consent': `file:${tarball}` }
  writeFileSync(manifest, JSON.stringify({ ...rest, dependencies: all }))
  return run('npm', [
    ...['install', '--prefix', host, '--silent', '--no-audit', '--no-fund', '--ignore-scripts'],
    '--prefer-offline',
  ])
}
