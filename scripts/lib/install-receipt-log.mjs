// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { aptInstall } from './apt-install.mjs'
import { isInstalled } from './is-installed.mjs'
import { run } from './run.mjs'

/** The server, with packages of its own. */
export const RECEIPT_LOG = fileURLToPath(new URL('../../examples/receipt-log', import.meta.url))

/** What compiles SQLite where no binary of it can be had: programs, and Debian's packages of that name. */
const COMPILER = ['g++', 'make', 'python3']

const hasProgram = (/** @type {string} */ name) =>
  (process.env['PATH'] ?? '').split(':').some(folder => existsSync(join(folder, name)))

/** Node's headers, where they lie beside it: the compiler would have to load them otherwise. */
const headers = () => {
  const folder = dirname(dirname(process.execPath))
  return existsSync(join(folder, 'include/node/node.h')) ? { npm_config_nodedir: folder } : {}
}

// The workspace's own setting is not to run scripts: this one compiles.
const npmCi = () =>
  run('npm', ['ci', '--silent', '--prefix', RECEIPT_LOG, '--ignore-scripts=false'], headers())

/** SQLite is compiled for one version of Node. */
const loads = () => {
  const program = "new (require('better-sqlite3'))(':memory:')"
  return spawnSync(process.execPath, ['-e', program], { cwd: RECEIPT_LOG }).status === 0
}

/**
 * Makes sure that the packages of the receipt log are here; brings a compiler where one is needed.
 *
 * @returns {Promise<boolean>} Whether they are.
 */
export const installReceiptLog = async () => {
  if (isInstalled(RECEIPT_LOG) && loads()) return true
  if ((await npmCi()) === 0 && loads()) return true
  const missing = () => COMPILER.filter(program => !hasProgram(program))
  const hasCompiler = await aptInstall('The packages of examples/receipt-log', missing)
  if (hasCompiler && (await npmCi()) === 0 && loads()) return true
  console.error('npm ci failed in examples/receipt-log (see above).')
  return false
}

/**
 * Makes sure that PostgreSQL's programs are here, for the tests alone.
 *
 * @returns {Promise<boolean>} Whether they are.
 */
export const installPostgres = () => {
  const debian = '/usr/lib/postgresql'
  const versions = () => (existsSync(debian) ? readdirSync(debian) : [])
  const isHere = () =>
    hasProgram('initdb') ||
    versions().some(version => existsSync(`${debian}/${version}/bin/initdb`))
  return aptInstall('The tests of examples/receipt-log', () => (isHere() ? [] : ['postgresql']))
}
