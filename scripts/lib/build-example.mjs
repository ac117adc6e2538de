// @ts-check
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installTarball, pack } from './install-tarball.mjs'
import { unlessMade } from './made.mjs'
import { step } from './step.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Matches the folders that an installation or a build makes. */
const MADE = /[\\/](node_modules|dist|\.nuxt|\.output|\.astro)([\\/]|$)/

/** Keeps the frameworks from reporting the build to their makers. */
const NO_TELEMETRY = { ASTRO_TELEMETRY_DISABLED: '1', NUXT_TELEMETRY_DISABLED: '1' }

/**
 * Runs `npm run build` in a folder. Shows its output only if it fails, or the SDK warns in it.
 *
 * @param {string} cwd
 * @returns {Promise<number>} The exit code; 1 after a warning of the SDK.
 */
const build = cwd =>
  new Promise(resolve => {
    const options = { cwd, env: { ...process.env, ...NO_TELEMETRY } }
    execFile('npm', ['run', '--silent', 'build'], options, (error, ...output) => {
      const hasFailed = error || output.join('').includes('[SpaceONE Consent]')
      if (hasFailed) console.error(output.join(''))
      resolve(hasFailed ? 1 : 0)
    })
  })

/**
 * Packs the npm package, installs it into a copy of an example, and builds the copy.
 *
 * @param {string} name
 * @param {string} output The folder in the example that the build writes.
 * @param {string} result The folder to which the output is copied, relative to the root.
 * @returns {Promise<number>} The exit code.
 */
const buildCopy = async (name, output, result) => {
  const example = join(ROOT, 'examples', name)
  const folder = mkdtempSync(join(tmpdir(), 'consent-example-'))
  try {
    cpSync(example, folder, {
      recursive: true,
      filter: path => !MADE.test(path.slice(example.length)),
    })
    const code =
      (await step(`Installing the packages of examples/${name}`, () =>
        installTarball(folder, pack(folder).tarball),
      )) || (await step(`Building examples/${name}`, () => build(folder)))
    if (code === 0) cpSync(join(folder, output), join(ROOT, result), { recursive: true })
    return code
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Builds an example as a site would, with the packed npm package, into test/results/, unless the
 * example and the package are those of the last build. Call `prepare` first.
 *
 * @param {string} name The example's folder in examples/, which the result's is named for.
 * @param {string} output The folder in the example that the build writes.
 * @returns {Promise<number>} The exit code.
 */
export const buildExample = (name, output = 'dist') => {
  const result = `test/results/${name}`
  const from = [`examples/${name}`, 'packages/consent/dist', 'packages/consent/package.json']
  return unlessMade(name, { from, to: result }, () => buildCopy(name, output, result))
}
