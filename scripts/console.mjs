// @ts-check
// Packs the npm package, installs it into a throw-away copy of examples/console, checks that copy's
// types and builds it into test/results/console. Needs a build. With `serve`, serves the copy.

import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './lib/run.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const EXAMPLE = join(ROOT, 'examples/console')
const RESULT = join(ROOT, 'test/results/console')

/** Installs the tarball as the registry's package would be. @param {string} folder */
const install = async folder => {
  const pack = ['pack', '--json', '--silent', '--pack-destination', folder]
  const [{ filename }] = JSON.parse(
    execFileSync('npm', pack, { cwd: join(ROOT, 'packages/sdk'), encoding: 'utf8' }),
  )
  const manifest = join(folder, 'package.json')
  const { dependencies, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'))
  const all = { ...dependencies, '@spaceone/consent': `file:${filename}` }
  writeFileSync(manifest, JSON.stringify({ ...rest, dependencies: all }))
  return run('npm', [
    ...['install', '--prefix', folder, '--silent', '--no-audit', '--no-fund', '--ignore-scripts'],
    '--prefer-offline',
  ])
}

const folder = mkdtempSync(join(tmpdir(), 'consent-console-'))
const isOurs = (/** @type {string} */ path) => !/[\\/](node_modules|dist)([\\/]|$)/.test(path)
let code = 1
try {
  cpSync(EXAMPLE, folder, {
    recursive: true,
    filter: path => isOurs(path.slice(EXAMPLE.length)),
  })
  const began = Date.now()
  code = await install(folder)
  const installed = Date.now()
  if (code === 0) {
    const isServed = process.argv.includes('serve')
    const task = isServed ? 'dev' : 'build'
    code = await run('npm', ['run', '--silent', task, '--prefix', folder])
    if (code === 0 && !isServed) {
      rmSync(RESULT, { recursive: true, force: true })
      cpSync(join(folder, 'dist'), RESULT, { recursive: true })
    }
  }
  const seconds = (/** @type {number} */ from, /** @type {number} */ to) =>
    ((to - from) / 1000).toFixed(1)
  const times = `installed in ${seconds(began, installed)} s, built in ${seconds(installed, Date.now())} s`
  console.log(`${code === 0 ? '✓' : '✗'} examples/console: ${times}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit(code)
