// @ts-check
// Builds examples/console with the packed npm package, as a site would, and serves the result with
// a stand-in for Google.

import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { buildExample } from './lib/build-example.mjs'
import { createStandIn } from './lib/google-stand-in.mjs'
import { listen } from './lib/listen.mjs'

const RESULT = fileURLToPath(new URL('../test/results/console', import.meta.url))

/**
 * The example's Content-Security-Policy: allows scripts, connections and images only of the
 * example's own server.
 */
const POLICY = "script-src 'self'; connect-src 'self'; img-src 'self' data:"

/**
 * Builds the example into test/results/console, see `buildExample`.
 *
 * @returns {Promise<number>} The exit code.
 */
export const buildConsole = () => buildExample('console')

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
