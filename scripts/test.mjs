// @ts-check
// Every test: prepares a fresh clone, brings the browsers, runs each suite and adds them up.

import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { installBrowsers } from './lib/browsers.mjs'
import { prepare } from './lib/prepare.mjs'
import { run } from './lib/run.mjs'

const RESULTS = 'test/results'

/**
 * The suites: a command that writes a JSON report, and where that report says what passed.
 *
 * @type {readonly {
 *   name: string
 *   command: readonly string[]
 *   environment?: NodeJS.ProcessEnv
 *   count: (report: any) => { passed: number, failed: number }
 * }[]}
 */
const SUITES = [
  {
    name: 'unit',
    command: [
      'vitest',
      'run',
      '--config',
      'test/vitest.config.ts',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${RESULTS}/unit.json`,
    ],
    count: ({ numPassedTests, numFailedTests, success }) => ({
      passed: numPassedTests,
      // An error outside of a test is a failure too.
      failed: Math.max(numFailedTests, success ? 0 : 1),
    }),
  },
  {
    name: 'browsers',
    command: ['playwright', 'test', '--config', 'test/playwright.config.ts'],
    count: ({ stats, errors }) => ({
      passed: stats.expected,
      // A skipped test is no passed one.
      failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
    }),
  },
]

await prepare()
rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS, { recursive: true })

let passed = 0
let failed = 0

if (!(await installBrowsers())) failed += 1
for (const { name, command, environment, count } of SUITES) {
  const exitCode = await run('npx', command, environment)
  try {
    const result = count(JSON.parse(readFileSync(`${RESULTS}/${name}.json`, 'utf8')))
    passed += result.passed
    failed += exitCode === 0 ? result.failed : Math.max(result.failed, 1)
  } catch {
    console.error(`The suite «${name}» gave no report.`)
    failed += 1
  }
}

console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
