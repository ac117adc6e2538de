// @ts-check
// Starts an example. `npm start` starts the portal, `npm start -- console` the console (a front end
// in Vue), and `npm start -- receipt-log` the server that stores decisions, or a command of this
// server.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildConsole, serveConsole } from './console.mjs'
import { installPostgres, installReceiptLog, RECEIPT_LOG } from './lib/install-receipt-log.mjs'
import { checkPort } from './lib/listen.mjs'
import { prepare } from './lib/prepare.mjs'
import { run } from './lib/run.mjs'

/** The built entry of the audit that the receipt log imports. */
const JUDGE = fileURLToPath(new URL('../packages/audit/dist/judge.js', import.meta.url))

const { HOST, PORT, ENDPOINT: endpoint } = process.env

const startPortal = async () => {
  const port = Number(PORT || 4321)
  await checkPort(port)
  await prepare()
  // Import the server here and not at the top: in a fresh clone only `prepare` installs the
  // packages that it needs.
  const { startPortalServer } = await import('./portal-server.mjs')
  const { address } = await startPortalServer({ port, endpoint, isDemonstration: true })
  console.log(`\nThe portal example is at ${address}  (stop with Ctrl+C)`)
  console.log(`The playground, with the banner's options live: ${address}/playground/`)
  console.log('The console example, a front end in Vue: npm start -- console')
  if (endpoint) console.log(`The portal's pages deliver each decision to ${endpoint}`)
  else console.log('A server that stores the decisions: npm start -- receipt-log')
}

const startConsole = async () => {
  const port = Number(PORT || 4322)
  await checkPort(port)
  await prepare()
  if ((await buildConsole()) !== 0)
    throw new Error('examples/console could not be built (see above).')
  const { address } = await serveConsole(port)
  console.log(`\nThe console is at ${address}  (stop with Ctrl+C)`)
  console.log('A stand-in plays Google: the pages show what it receives.')
}

/**
 * Runs the receipt log in its own folder, as a child process. After a signal, waits until the child
 * process has ended.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>} The exit code.
 */
const runReceiptLog = args =>
  new Promise(resolve => {
    const program = ['--import', 'tsx', 'src/main.ts', ...args]
    const server = spawn(process.execPath, program, { cwd: RECEIPT_LOG, stdio: 'inherit' })
    // The terminal sends Ctrl+C to the child process too.
    process.on('SIGINT', () => {})
    process.on('SIGTERM', () => server.kill('SIGTERM'))
    server.on('close', code => resolve(code ?? 1))
  })

/**
 * Starts the receipt log, runs one of its commands, or runs its tests.
 *
 * @param {readonly string[]} args The receipt log's command and the command's arguments, or `test`
 *   and arguments for Vitest.
 */
const startReceiptLog = async ([command, ...rest]) => {
  if (!command || command === 'start') await checkPort(Number(PORT || 4323), HOST || undefined)
  // The receipt log uses the built packages, but a daily command must not build them each time.
  if (!existsSync(JUDGE)) await prepare()
  if (!(await installReceiptLog())) process.exit(1)
  if (command !== 'test') process.exit(await runReceiptLog(command ? [command, ...rest] : []))
  await prepare()
  if (!(await installPostgres())) process.exit(1)
  const vitest = ['vitest', 'run', '--config', 'test/receiver.config.ts', ...rest]
  process.exit(await run('npx', vitest))
}

/** @type {Record<string, (args: readonly string[]) => Promise<void>>} */
const EXAMPLES = { portal: startPortal, console: startConsole, 'receipt-log': startReceiptLog }

const [name = 'portal', ...args] = process.argv.slice(2)
try {
  const start = EXAMPLES[name]
  if (!start)
    throw new Error(`There is no example "${name}". Expected ${Object.keys(EXAMPLES).join(', ')}.`)
  await start(args)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
