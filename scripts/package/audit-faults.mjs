// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installBrowsers } from '../lib/browsers.mjs'
import { installTarball, pack } from '../lib/install-tarball.mjs'
import { run } from '../lib/run.mjs'

const NAME = '@spaceone/consent-audit'

/** All files of the audit's package. */
const FILES = [
  'report.webp',
  ...['LICENSE', 'LICENSE-open-cookie-database.txt', 'README.md', 'action.yml', 'package.json'],
  ...['audit.js', 'command.js', 'evidence.js', 'sources.js', 'suggest.js', 'seen.schema.json'].map(
    file => `dist/${file}`,
  ),
  ...['index', 'judge'].flatMap(name => [`dist/${name}.js`, `dist/${name}.d.ts`]),
]

/** Matches the module name in an import, an export or an `import()`. */
const SPECIFIER = /(?:^(?:im|ex)port\b[^'";]*|\bimport\()['"]([^'"]+)['"]/gm

/** The tests of the short run suffice: they play a page, and read and write files. */
const SHORT = '--tagsFilter=!full'

/**
 * Packs the audit, checks the files in the tarball, installs the tarball into a new folder, and
 * tests the command that is installed there.
 *
 * @param {string} root The folder of the repository.
 * @param {string} folder An existing folder for the tarball and the new folder.
 * @returns {Promise<string[]>} A message for each fault.
 */
export const auditFaults = async (root, folder) => {
  const { tarball, files, size } = pack(folder, 'audit')
  console.log(`${NAME}: ${files.length} files, ${(size / 1024).toFixed(0)} kB packed`)
  const source = join(root, 'packages/audit')
  const { dependencies } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
  const known = Object.keys(dependencies)
  const foreign = files
    .filter(file => /\.(js|d\.ts)$/.test(file))
    .flatMap(file =>
      [...readFileSync(join(source, file), 'utf8').matchAll(SPECIFIER)]
        .map(([, name = '']) => name)
        .filter(
          name =>
            !/^(node:|\.)/.test(name) &&
            !known.some(one => name === one || name.startsWith(`${one}/`)),
        )
        .map(name => `${file} imports ${name}, which is no dependency`),
    )
  const faults = [
    ...files.filter(file => !FILES.includes(file)).map(file => `${file} must not be in ${NAME}`),
    ...FILES.filter(file => !files.includes(file)).map(file => `${file} is missing in ${NAME}`),
    ...foreign,
  ]
  const host = join(folder, 'audit')
  mkdirSync(host)
  writeFileSync(join(host, 'package.json'), '{ "private": true }')
  const need = async (/** @type {string} */ what, /** @type {Promise<number>} */ code) => {
    if ((await code) !== 0) faults.push(`${NAME}: ${what} failed`)
  }
  const attw = [tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-emoji']
  await need('publint', run('npx', ['publint', 'run', tarball, '--strict']))
  await need('attw', run('npx', ['attw', ...attw]))
  await need('installing', installTarball(host, tarball, NAME))
  const help = ['--prefix', host, '--no', '--', 'consent-audit', '--help']
  await need('npx --no -- consent-audit --help', run('npx', help))
  // The test audits the portal.
  await import('../../examples/portal/write-pages.mjs')
  if (!(await installBrowsers())) faults.push('The browsers of the tests are missing.')
  const command = { AUDIT_COMMAND: join(host, 'node_modules', NAME, 'dist/command.js') }
  const test = ['run', '--config', 'packages/audit/test/vitest.config.ts', 'command', SHORT]
  await need('the command', run('npx', ['vitest', ...test], command))
  return faults
}
