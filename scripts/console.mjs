// @ts-check
// Builds examples/console with the packed npm package, as a site would, and serves the result.

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beginBuild, isBuilt, SDK } from './lib/built.mjs'
import { installTarball, pack } from './lib/install-tarball.mjs'
import { listen } from './lib/listen.mjs'
import { run } from './lib/run.mjs'
import { step } from './lib/step.mjs'

const EXAMPLE = fileURLToPath(new URL('../examples/console', import.meta.url))
const RESULT = fileURLToPath(new URL('../test/results/console', import.meta.url))

/** @type {import('./lib/built.mjs').Build} */
const BUILD = {
  sources: ['examples/console', SDK.output, 'packages/consent/package.json', 'scripts/console.mjs'],
  output: 'test/results/console',
}

/**
 * The example's Content-Security-Policy blocks requests to Google. The example's ids are invented,
 * so requests would only cause errors.
 */
const POLICY = "script-src 'self'; connect-src 'self'; img-src 'self' data:"

/**
 * Packs the npm package, installs it into a copy of examples/console, checks the types of the copy,
 * and builds the copy into test/results/console. Does nothing if the output is up to date. Call
 * `prepare` first.
 *
 * @returns {Promise<number>} The exit code.
 */
export const buildConsole = async () => {
  if (isBuilt(BUILD)) return 0
  const noteBuilt = beginBuild(BUILD)
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
      noteBuilt()
    }
    return code
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Serves the output of `buildConsole` on the loopback address.
 *
 * @param {number} port 0 uses any free port.
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export const serveConsole = async port => {
  // Import sirv here and not at the top: in a fresh clone only `prepare` installs it.
  const { default: sirv } = await import('sirv')
  const setHeaders = (/** @type {import('node:http').ServerResponse} */ response) => {
    response.setHeader('Content-Security-Policy', POLICY)
  }
  const server = createServer(sirv(RESULT, { single: true, setHeaders }))
  const bound = await listen(server, port, '127.0.0.1')
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { address: `http://127.0.0.1:${bound}`, close }
}
