// @ts-check
// Every test: prepares a fresh clone, brings the browsers, runs each suite and adds them up.

import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { installBrowsers } from './lib/browsers.mjs'
import { installPostgres, installReceiptLog } from './lib/install-receipt-log.mjs'
import { passAlone } from './lib/pass-alone.mjs'
import { prepare } from './lib/prepare.mjs'
import { run } from './lib/run.mjs'
import { tryFailedOfPlaywright, tryFailedOfVitest } from './lib/try-failed.mjs'

const RESULTS = 'test/results'

const PLAYWRIGHT = ['playwright', 'test', '--config', 'test/playwright.config.ts']
const WEBKIT = 'test/webkit.config.ts'

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * A suite of vitest, which writes its report where the loop at the end looks for it.
 *
 * @param {string} name
 * @param {string} config
 */
const vitest = (name, config) => ({
  name,
  tryFailed: undefined,
  command: [
    'vitest',
    'run',
    '--config',
    config,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${RESULTS}/${name}.json`,
  ],
  /** @type {(report: any) => Count} */
  count: ({ numPassedTests, numFailedTests, numPendingTests, success }) => ({
    passed: numPassedTests,
    // A skipped test is no passed one, and an error outside of a test is a failure too.
    failed: Math.max(numFailedTests + numPendingTests, success ? 0 : 1),
  }),
})

/**
 * The suites: each a command that writes a report, and how to read it. Those that wait for a browser
 * try again what has failed, and say how many have passed.
 */
const SUITES = [
  vitest('unit', 'test/vitest.config.ts'),
  vitest('receiver', 'test/receiver.config.ts'),
  {
    name: 'browsers',
    command: PLAYWRIGHT,
    tryFailed: () =>
      tryFailedOfPlaywright(PLAYWRIGHT, `${RESULTS}/browsers`, `${RESULTS}/browsers-alone.json`),
    /** @type {(report: any) => Count} */
    count: ({ stats, errors }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
    }),
  },
  {
    ...vitest('webkit', WEBKIT),
    tryFailed: (/** @type {any} */ report) =>
      tryFailedOfVitest(
        ['vitest', 'run', '--config', WEBKIT],
        report,
        `${RESULTS}/webkit-alone.json`,
      ),
  },
]

await prepare()
rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS, { recursive: true })

let passed = 0
let failed = 0

if (!(await installBrowsers())) failed += 1
if (!(await installReceiptLog()) || !(await installPostgres())) failed += 1
if ((await run('node', ['test/wrappers/build.mjs'])) !== 0) failed += 1
if ((await run('node', ['test/real-pages/build.mjs'])) !== 0) failed += 1
if ((await run('node', ['scripts/console.mjs'])) !== 0) failed += 1
for (const { name, command, count, tryFailed } of SUITES) {
  const exitCode = await run('npx', command)
  try {
    const report = JSON.parse(readFileSync(`${RESULTS}/${name}.json`, 'utf8'))
    const result = count(report)
    const isAccident =
      tryFailed && result.failed > 0 && (await passAlone(result.failed, () => tryFailed(report)))
    passed += isAccident ? result.passed + result.failed : result.passed
    if (!isAccident) failed += exitCode === 0 ? result.failed : Math.max(result.failed, 1)
  } catch {
    console.error(`The suite «${name}» gave no report.`)
    failed += 1
  }
}
if ((await run('node', ['scripts/behaviours.mjs'])) !== 0) failed += 1

console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
