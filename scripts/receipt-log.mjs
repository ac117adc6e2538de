// @ts-check
// Starts the receipt log of examples/receipt-log, or runs one of its commands; installs what is
// missing before. With `test` it runs its tests.

import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { installPostgres, installReceiptLog, RECEIPT_LOG } from './lib/install-receipt-log.mjs'
import { isInstalled } from './lib/is-installed.mjs'
import { run } from './lib/run.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** @param {readonly string[]} args */
const runTests = async args => {
  process.chdir(ROOT)
  if (!isInstalled(ROOT) && (await run('npm', ['ci'])) !== 0) return 1
  if (!(await installPostgres())) return 1
  return run('npx', ['vitest', 'run', '--config', 'test/receiver.config.ts', ...args])
}

/**
 * Runs it in its own folder, so that it is the one that a signal stops in order.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
const runServer = args =>
  new Promise(resolve => {
    const program = ['--import', 'tsx', 'src/main.ts', ...args]
    const server = spawn(process.execPath, program, { cwd: RECEIPT_LOG, stdio: 'inherit' })
    // Ctrl+C reaches it by itself.
    process.on('SIGINT', () => {})
    process.on('SIGTERM', () => server.kill('SIGTERM'))
    server.on('close', code => resolve(code ?? 1))
  })

const [command, ...rest] = process.argv.slice(2)
if (!(await installReceiptLog())) process.exit(1)
process.exit(command === 'test' ? await runTests(rest) : await runServer(process.argv.slice(2)))
