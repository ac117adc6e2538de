// @ts-check
// Packs the npm package, installs it into a throw-away copy of examples/console, checks that copy's
// types and builds it into test/results/console. Needs a build. With `serve` it serves the result.

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'
import { installTarball, pack } from './lib/install-tarball.mjs'
import { run } from './lib/run.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const EXAMPLE = join(ROOT, 'examples/console')
const RESULT = join(ROOT, 'test/results/console')

const folder = mkdtempSync(join(tmpdir(), 'consent-console-'))
const isOurs = (/** @type {string} */ path) => !/[\\/](node_modules|dist)([\\/]|$)/.test(path)
let code = 1
try {
  cpSync(EXAMPLE, folder, {
    recursive: true,
    filter: path => isOurs(path.slice(EXAMPLE.length)),
  })
  const began = Date.now()
  code = await installTarball(folder, pack(folder).tarball)
  const installed = Date.now()
  if (code === 0) code = await run('npm', ['run', '--silent', 'build', '--prefix', folder])
  if (code === 0) {
    rmSync(RESULT, { recursive: true, force: true })
    cpSync(join(folder, 'dist'), RESULT, { recursive: true })
  }
  const seconds = (/** @type {number} */ from, /** @type {number} */ to) =>
    ((to - from) / 1000).toFixed(1)
  const times = [seconds(began, installed), seconds(installed, Date.now())]
  console.log(
    `${code === 0 ? '✓' : '✗'} examples/console (installed in ${times[0]} s, built in ${times[1]} s)`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/**
 * The browser may ask for what Google has, and gets nothing: the example's ids are nobody's. Its own
 * tools show each attempt as blocked.
 */
const POLICY = "script-src 'self'; connect-src 'self'; img-src 'self' data:"

if (code === 0 && process.argv.includes('serve')) {
  const setHeaders = (/** @type {import('node:http').ServerResponse} */ response) => {
    response.setHeader('Content-Security-Policy', POLICY)
  }
  const port = Number(process.env['PORT'] ?? 4322)
  createServer(sirv(RESULT, { single: true, setHeaders })).listen(port, '127.0.0.1', () =>
    console.log(`\nThe console is at http://127.0.0.1:${port}  (stop with Ctrl+C)`),
  )
} else process.exit(code)
