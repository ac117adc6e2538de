// @ts-check
// Builds examples/console with the packed npm package, as a site would, and serves the result with
// a stand-in for Google.

import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createStandIn } from './lib/google-stand-in.mjs'
import { installTarball, pack } from './lib/install-tarball.mjs'
import { listen } from './lib/listen.mjs'
import { isBuilt } from './lib/prepare.mjs'
import { run } from './lib/run.mjs'
import { step } from './lib/step.mjs'

const EXAMPLE = fileURLToPath(new URL('../examples/console', import.meta.url))
const RESULT = fileURLToPath(new URL('../test/results/console', import.meta.url))

/**
 * The example's Content-Security-Policy: allows scripts, connections and images only of the
 * example's own server.
 */
const POLICY = "script-src 'self'; connect-src 'self'; img-src 'self' data:"

/**
 * Packs the npm package, installs it into a copy of examples/console, checks the types of the copy,
 * and builds the copy into test/results/console, unless `isBuilt`. Call `prepare` first.
 *
 * @returns {Promise<number>} The exit code.
 */
export const buildConsole = async () => {
  if (isBuilt() && existsSync(RESULT)) return 0
  const folder = mkdtempSync(join(tmpdir(), 'consent-console-'))
  try {
    cpSync(EXAMPLE, folder, {
      recursive: true,
      filter: path => !/[\\/](node_modules|dist)([\\/]|$)/.test(path.slice(EXAMPLE.length)),
    })
    const code =
      (await step('Installing the packages of examples/console', () =>
        installTarball(folder, pack(folder).tarball),
      )) ||
      (await step('Building examples/console', () =>
        run('npm', ['run', '--silent', 'build', '--prefix', folder]),
      ))
    if (code === 0) {
      rmSync(RESULT, { recursive: true, force: true })
      cpSync(join(folder, 'dist'), RESULT, { recursive: true })
    }
    return code
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Serves the output of `buildConsole` on the loopback address, with the configuration `local.json`,
 * in which a stand-in on the same server plays Google.
 *
 * @param {number} port 0 uses any free port.
 * @returns The server's address, without a slash at the end; `requests`, the live list of the last
 *   200 requests that Google would have received, oldest first; and `close`, which also closes open
 *   connections.
 */
export const serveConsole = async port => {
  // Import sirv here and not at the top: in a fresh clone only `prepare` installs it.
  const { default: sirv } = await import('sirv')
  const setHeaders = (/** @type {import('node:http').ServerResponse} */ response) => {
    response.setHeader('Content-Security-Policy', POLICY)
  }
  const files = sirv(RESULT, { single: true, setHeaders })
  const { requests, answer } = createStandIn()
  const server = createServer(async (request, response) => {
    try {
      if (await answer(request, response)) return
      if (request.url === '/config/production.json') request.url = '/config/local.json'
      files(request, response)
    } catch {
      // A visitor may leave in the middle of a request. The error must not end the server.
      response.destroy()
    }
  })
  const bound = await listen(server, port, '127.0.0.1')
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { address: `http://127.0.0.1:${bound}`, requests, close }
}
