// @ts-check
// Starts an example: `npm start` the portal, `npm start -- console` a front end in Vue,
// `npm start -- receipt-log` the server that keeps decisions, or one of its commands.

import { spawn } from 'node:child_process'
import { buildConsole, serveConsole } from './console.mjs'
import { installPostgres, installReceiptLog, RECEIPT_LOG } from './lib/install-receipt-log.mjs'
import { prepare } from './lib/prepare.mjs'
import { run } from './lib/run.mjs'

const { PORT, REPORT: report } = process.env

const startPortal = async () => {
  await prepare()
  // Not at the top: a fresh clone has no packages before `prepare`.
  const { startPortalServer } = await import('./portal-server.mjs')
  const { address } = await startPortalServer({ port: Number(PORT ?? 4321), report })
  console.log(`\nThe portal example is at ${address}  (stop with Ctrl+C)`)
  console.log('The console example, a front end in Vue: npm start -- console')
  if (report) console.log(`Its pages tell ${report} of each decision`)
  else console.log('A server that keeps the decisions: npm start -- receipt-log')
}

const startConsole = async () => {
  await prepare()
  const code = await buildConsole()
  if (code === 0) await serveConsole(Number(PORT ?? 4322))
  else process.exit(code)
}

/**
 * Runs the receipt log in its own folder and as a process of its own, which a signal stops in order.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>} The exit code.
 */
const runReceiptLog = args =>
  new Promise(resolve => {
    const program = ['--import', 'tsx', 'src/main.ts', ...args]
    const server = spawn(process.execPath, program, { cwd: RECEIPT_LOG, stdio: 'inherit' })
    // Ctrl+C reaches it by itself.
    process.on('SIGINT', () => {})
    process.on('SIGTERM', () => server.kill('SIGTERM'))
    server.on('close', code => resolve(code ?? 1))
  })

/** @param {readonly string[]} args */
const startReceiptLog = async ([command, ...rest]) => {
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
