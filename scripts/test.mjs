// @ts-check
// Runs the tests and adds up the results. `npm test` is the short run: each behaviour once, and the
// main job in each engine. `npm run test:full` runs the short run, then the rest: all tests with the
// tag `full`, and in Firefox those that the short run has in Chromium alone. `node scripts/test.mjs
// rest` runs the rest alone. A test says by its tags in which run, and in which engine, it is.

import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { behaviourFaults, titleFaults } from '../test/behaviours.mjs'
import { resultsOfPlaywright, resultsOfVitest } from '../test/read-report.mjs'
import { buildConsole } from './console.mjs'
import { installBrowsers } from './lib/browsers.mjs'
import { installPostgres, installReceiptLog } from './lib/install-receipt-log.mjs'
import { prepare } from './lib/prepare.mjs'
import { run } from './lib/run.mjs'
import { startersBuilt } from './starters.mjs'

const RESULTS = 'test/results/reports'

/**
 * The largest number of flaky tests for which a busy machine may be the reason. With more flaky
 * tests the run fails.
 */
const MOST_FLAKY = 2

/** @typedef {import('../test/read-report.mjs').Result} Result */
/** @typedef {'short' | 'rest'} Part */
/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {(part: Part, report: string) => readonly string[]} command Returns the command that
 *   runs a part and writes a report to the file `report`.
 * @property {(report: any, part: Part) => Result[]} read Reads the report.
 */

/**
 * Describes a suite of Vitest.
 *
 * @param {string} name
 * @param {string} config
 * @param {Result['engine']} engine
 * @returns {Suite}
 */
const vitest = (name, config, engine) => ({
  name,
  command: (part, report) => [
    ...['vitest', 'run', '--config', config, '--reporter=dot', '--reporter=json'],
    `--outputFile.json=${report}`,
    `--tagsFilter=${part === 'short' ? '!full' : 'full'}`,
  ],
  read: (report, part) => resultsOfVitest(report, engine, part === 'short'),
})

const UNITS = vitest('units', 'test/vitest.config.ts', 'Node')
const AUDIT = vitest('audit', 'packages/audit/test/vitest.config.ts', 'Chromium')
const WEBKIT = vitest('webkit', 'test/webkit.config.ts', 'WebKit')
const RECEIPT_LOG = vitest('receipt-log', 'test/receiver.config.ts', 'Node')

/** @type {Suite} */
const BROWSERS = {
  name: 'browsers',
  command: () => ['playwright', 'test', '--config', 'test/playwright.config.ts'],
  read: resultsOfPlaywright,
}

/** @type {string[]} Messages about faults other than failed tests. */
const faults = []

/** @type {Result[]} */
const results = []

/** @type {{ suite: string, tests: number, seconds: number }[]} */
const durations = []

/** @type {(what: string, work: Promise<boolean | number>) => Promise<void>} */
const need = async (what, work) => {
  const outcome = await work.catch(error => {
    console.error(error)
    return false
  })
  if (outcome !== true && outcome !== 0) faults.push(what)
}

/**
 * Runs a part of a suite, and collects its results.
 *
 * @param {Part} part
 * @param {Suite} suite
 * @param {boolean} [isAside] Whether the output is written at the end, because another suite writes
 *   at the same time.
 */
const runSuite = async (part, { name, command, read }, isAside = false) => {
  const report = `${RESULTS}/${name}.${part}.json`
  const began = Date.now()
  const environment = { TEST_RUN: part, TEST_REPORT: report }
  const output = isAside ? 'at-end' : 'at-once'
  const exitCode = await run('npx', command(part, report), environment, output)
  const seconds = (Date.now() - began) / 1000
  try {
    const found = read(JSON.parse(readFileSync(report, 'utf8')), part)
    results.push(...found)
    durations.push({ suite: `${name}, ${part}`, tests: found.length, seconds })
    // A suite can fail without a failed test, for example by an error outside of every test.
    if (exitCode !== 0 && found.every(({ outcome }) => outcome !== 'failed'))
      faults.push(`The suite "${name}" ended with exit code ${exitCode}, without a failed test.`)
    if (found.length === 0) faults.push(`The suite "${name}" ran no test.`)
  } catch {
    faults.push(`The suite "${name}" wrote no report.`)
  }
}

const log = async () =>
  (await installReceiptLog()) && run('npx', ['tsc', '--project', 'examples/receipt-log'])

/** Runs the short run. The units need no other preparation than the build. */
const runShort = async () => {
  await Promise.all([
    runSuite('short', UNITS),
    need('examples/receipt-log could not be prepared.', log()),
    need('examples/console could not be built.', buildConsole()),
  ])
  await runSuite('short', BROWSERS)
  // WebKit and the receipt log leave more than half of the processor time unused.
  await Promise.all([
    runSuite('short', AUDIT),
    runSuite('short', WEBKIT, true),
    runSuite('short', RECEIPT_LOG, true),
  ])
  faults.push(...behaviourFaults(results))
}

/** Runs what `npm run test:full` has more than the short run. */
const runRest = async () => {
  await Promise.all([
    need('PostgreSQL is missing.', installPostgres()),
    need('examples/receipt-log could not be prepared.', log()),
    need('examples/console could not be built.', buildConsole()),
    need('The starters could not be built.', startersBuilt()),
    need('The packages beside the SDK could not be bundled.', run('node', ['test/bundle.mjs'])),
  ])
  await runSuite('rest', BROWSERS)
  await Promise.all([
    runSuite('rest', AUDIT),
    runSuite('rest', WEBKIT, true),
    runSuite('rest', RECEIPT_LOG, true),
  ])
  await need('The audit of the examples has failed.', run('node', ['scripts/audit.mjs']))
}

const [name = 'short'] = process.argv.slice(2)
/** @type {Record<string, readonly (() => Promise<void>)[]>} */
const RUNS = { short: [runShort], full: [runShort, runRest], rest: [runRest] }
const parts = RUNS[name]
if (!parts) throw new Error(`There is no run "${name}". Expected ${Object.keys(RUNS).join(', ')}.`)

const began = Date.now()
await prepare()
rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS, { recursive: true })
await need('The browsers of the tests are missing.', installBrowsers())
for (const part of parts) await part()
faults.push(...titleFaults(results))

const of = (/** @type {Result['outcome']} */ outcome) =>
  results.filter(result => result.outcome === outcome)
const [passed, flaky, failed] = [of('passed'), of('flaky'), of('failed')]
const isTooFlaky = flaky.length > MOST_FLAKY

console.log('\nHow long each suite took:')
for (const { suite, tests, seconds } of durations)
  console.log(
    `${suite.padEnd(20)}${`${tests} tests`.padStart(12)}${seconds.toFixed(0).padStart(6)} s`,
  )
console.log(
  `${'all, with the builds'.padEnd(32)}${((Date.now() - began) / 1000).toFixed(0).padStart(6)} s\n`,
)

for (const { engine, title } of failed) console.log(`Failed: ${engine}, ${title}`)
for (const { engine, title } of flaky) console.log(`Failed, then passed: ${engine}, ${title}`)
if (isTooFlaky)
  console.log(
    `More than ${MOST_FLAKY} tests passed only when retried, so these tests count as failed.`,
  )
for (const fault of faults) console.log(fault)

const sum = {
  passed: passed.length + (isTooFlaky ? 0 : flaky.length),
  failed: failed.length + (isTooFlaky ? flaky.length : 0) + faults.length,
}
console.log(`\n${sum.passed} passed, ${sum.failed} failed`)
process.exit(sum.failed === 0 && sum.passed > 0 ? 0 : 1)
