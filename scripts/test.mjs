// @ts-check
// Runs every suite and adds up the results. `npm test` runs all browser tests in Chromium, those
// with the tag `@firefox` in Firefox, and some scenarios of test/everywhere in WebKit. `npm run
// test:full` sets FULL=1 and runs all browser tests in Chromium and Firefox, and all scenarios in
// WebKit. A test with a tag such as `@only-chromium` runs in that browser alone.

import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { behaviourFaults, writeBehaviours } from '../test/behaviours.mjs'
import { resultsOfPlaywright, resultsOfVitest } from '../test/read-report.mjs'
import { buildConsole } from './console.mjs'
import { installBrowsers } from './lib/browsers.mjs'
import { installPostgres, installReceiptLog } from './lib/install-receipt-log.mjs'
import { prepare } from './lib/prepare.mjs'
import { run } from './lib/run.mjs'

const RESULTS = 'test/results'

/**
 * The largest number of flaky tests for which a busy machine may be the reason. With more flaky
 * tests the run fails.
 */
const MOST_FLAKY = 2

/** @typedef {import('../test/read-report.mjs').Result} Result */
/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {readonly string[]} command Writes a report to `<name>.json`.
 * @property {(report: any) => Result[]} read Reads the report.
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
  command: [
    ...['vitest', 'run', '--config', config, '--reporter=dot', '--reporter=json'],
    `--outputFile.json=${RESULTS}/${name}.json`,
  ],
  read: (/** @type {any} */ report) => resultsOfVitest(report, engine),
})

/** The unit tests need no other preparation than the build, so they run beside the preparation. */
const UNITS = vitest('unit', 'test/vitest.config.ts', 'Node')

/**
 * The other suites, in groups that run one after the other. The suites of a group run at the same
 * time. The tests of the receipt log run beside the tests of WebKit, which leave more than half of
 * the processor time unused.
 *
 * @type {readonly (readonly Suite[])[]}
 */
const SUITES = [
  [
    {
      name: 'browsers',
      command: ['playwright', 'test', '--config', 'test/playwright.config.ts'],
      read: resultsOfPlaywright,
    },
  ],
  [vitest('audit', 'packages/audit/test/vitest.config.ts', 'Chromium')],
  [
    vitest('webkit', 'test/webkit.config.ts', 'WebKit'),
    vitest('receiver', 'test/receiver.config.ts', 'Node'),
  ],
]

/** @type {string[]} Messages about faults other than failed tests. */
const faults = []

/** @type {(program: string, ...args: readonly string[]) => Promise<void>} */
const need = async (program, ...args) => {
  if ((await run(program, args)) !== 0) faults.push(`Failed: ${[program, ...args].join(' ')}`)
}

await prepare()
rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS, { recursive: true })

if (!(await installBrowsers())) faults.push('The browsers of the tests are missing.')
if (!(await installPostgres())) faults.push('PostgreSQL is missing.')

const prepareReceiptLog = async () => {
  if (await installReceiptLog()) await need('npx', 'tsc', '--project', 'examples/receipt-log')
  else faults.push('The packages of examples/receipt-log are missing.')
}

/** @type {Result[]} */
const results = []

/**
 * Runs a suite and collects its results.
 *
 * @param {Suite} suite
 * @param {number} position The position in its group. The first suite writes its output at once,
 *   the others after their end. @default 0
 */
const runSuite = async ({ name, command, read }, position = 0) => {
  const exitCode = await run('npx', command, {}, position > 0)
  try {
    const found = read(JSON.parse(readFileSync(`${RESULTS}/${name}.json`, 'utf8')))
    results.push(...found)
    // A suite can fail without a failed test, for example by an error outside of every test.
    if (exitCode !== 0 && found.every(({ outcome }) => outcome !== 'failed'))
      faults.push(`The suite "${name}" ended with exit code ${exitCode}, without a failed test.`)
    if (found.length === 0) faults.push(`The suite "${name}" ran no test.`)
  } catch {
    faults.push(`The suite "${name}" wrote no report.`)
  }
}

await Promise.all([
  runSuite(UNITS),
  prepareReceiptLog(),
  need('node', 'test/bundle.mjs'),
  buildConsole()
    .catch(console.error)
    .then(code => code === 0 || faults.push('examples/console could not be built.')),
  need('node', 'scripts/starters.mjs'),
])
for (const group of SUITES) await Promise.all(group.map(runSuite))

if (process.env['FULL'] === '1') {
  // Keeps the audit from building everything again.
  process.env['BUILT'] = '1'
  await need('node', 'scripts/audit.mjs')
  writeBehaviours(results)
}
faults.push(...behaviourFaults(results))

const of = (/** @type {Result['outcome']} */ outcome) =>
  results.filter(result => result.outcome === outcome)
const [passed, flaky, failed] = [of('passed'), of('flaky'), of('failed')]
const isTooFlaky = flaky.length > MOST_FLAKY

console.log()
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
