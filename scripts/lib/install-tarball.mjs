// @ts-check

import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './run.mjs'

const PACKAGES = fileURLToPath(new URL('../../packages', import.meta.url))

/**
 * Packs a built npm package.
 *
 * @param {string} folder The folder for the tarball.
 * @param {string} name The name of the package's folder.
 * @returns {{ tarball: string, files: string[], size: number }} `size` in bytes.
 */
export const pack = (folder, name = 'consent') => {
  const args = ['pack', '--json', '--silent', '--pack-destination', folder]
  const [{ filename, files, size }] = JSON.parse(
    execFileSync('npm', args, { cwd: join(PACKAGES, name), encoding: 'utf8' }),
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
 * @param {string} name The name of the package in the tarball.
 * @returns {Promise<number>} The exit code.
 */
export const installTarball = (host, tarball, name = '@spaceone/consent') => {
  const manifest = join(host, 'package.json')
  const { dependencies, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'))
  const all = { ...dependencies, [name]: `file:${tarball}` }
  writeFileSync(manifest, JSON.stringify({ ...rest, dependencies: all }))
  return run('npm', [
    ...['install', '--prefix', host, '--silent', '--no-audit', '--no-fund', '--ignore-scripts'],
    '--prefer-offline',
  ])
}
