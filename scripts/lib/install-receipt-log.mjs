// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { aptInstall } from './apt-install.mjs'
import { isInstalled } from './is-installed.mjs'
import { run } from './run.mjs'
import { step } from './step.mjs'

/** The folder of the receipt log. It has its own npm packages. */
export const RECEIPT_LOG = fileURLToPath(new URL('../../examples/receipt-log', import.meta.url))

/**
 * The programs that compile SQLite if no compiled file can be downloaded. Their Debian packages
 * have the same names.
 */
const COMPILER = ['g++', 'make', 'python3']

const hasProgram = (/** @type {string} */ name) =>
  (process.env['PATH'] ?? '').split(':').some(folder => existsSync(join(folder, name)))

/**
 * Returns npm's setting for the folder of Node's headers. Without this setting npm would download
 * the headers. Returns an empty object if Node is installed without headers.
 */
const headers = () => {
  const folder = dirname(dirname(process.execPath))
  return existsSync(join(folder, 'include/node/node.h')) ? { npm_config_nodedir: folder } : {}
}

// The repository forbids install scripts. SQLite's package needs its install script, which
// downloads or compiles SQLite.
const npmCi = () =>
  step('Installing the packages of examples/receipt-log', () =>
    run('npm', ['ci', '--silent', '--prefix', RECEIPT_LOG, '--ignore-scripts=false'], headers()),
  )

/**
 * Returns whether SQLite's package loads: its compiled file works with only one version of Node.
 */
const loads = () => {
  const program = "new (require('better-sqlite3'))(':memory:')"
  return spawnSync(process.execPath, ['-e', program], { cwd: RECEIPT_LOG }).status === 0
}

/**
 * Makes sure that the npm packages of the receipt log are installed. If a compiler is needed, calls
 * `aptInstall`.
 *
 * @returns {Promise<boolean>} Whether the npm packages are installed.
 */
export const installReceiptLog = async () => {
  if (isInstalled(RECEIPT_LOG) && loads()) return true
  if ((await npmCi()) === 0 && loads()) return true
  const missing = () => COMPILER.filter(program => !hasProgram(program))
  const hasCompiler = await aptInstall('The packages of examples/receipt-log', missing)
  if (hasCompiler && (await npmCi()) === 0 && loads()) return true
  console.error('npm ci failed in examples/receipt-log. Its error message is above.')
  return false
}

/**
 * Installs PostgreSQL if it is missing, or prints how to install it. Only tests need PostgreSQL.
 *
 * @returns {Promise<boolean>} Whether PostgreSQL is installed.
 */
export const installPostgres = () => {
  const debian = '/usr/lib/postgresql'
  const versions = () => (existsSync(debian) ? readdirSync(debian) : [])
  const isHere = () =>
    hasProgram('initdb') ||
    versions().some(version => existsSync(`${debian}/${version}/bin/initdb`))
  return aptInstall('The tests of examples/receipt-log', () => (isHere() ? [] : ['postgresql']))
}
