// @ts-check

import { readFileSync, writeFileSync } from 'node:fs'
import { run } from './run.mjs'

/** @param {string} path */
const read = path => JSON.parse(readFileSync(path, 'utf8'))

/**
 * Tries the tests again that Playwright's last run has failed, one after the other.
 *
 * @param {readonly string[]} command What has run them all.
 * @param {string} output Where it has left what it knows of that run.
 * @param {string} report Where to write of those alone.
 * @returns {Promise<number>} How many have passed.
 */
export const tryFailedOfPlaywright = async (command, output, report) => {
  const file = `${output}-failed.json`
  // It is written anew by each run.
  writeFileSync(file, readFileSync(`${output}/.last-run.json`))
  const which = ['--last-failed', `--last-failed-file=${file}`]
  const how = ['--workers=1', '--trace=retain-on-failure', '--reporter=list,json']
  const exitCode = await run('npx', [...command, ...which, ...how, `--output=${output}-alone`], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  })
  return exitCode === 0 ? read(report).stats.expected : 0
}

/**
 * The same for Vitest.
 *
 * @param {readonly string[]} command What has run them all, without a reporter.
 * @param {any} failed The report of that run.
 * @param {string} report Where to write of those alone.
 * @returns {Promise<number>} How many have passed.
 */
export const tryFailedOfVitest = async (command, failed, report) => {
  const names = failed.testResults.flatMap((/** @type {any} */ { assertionResults }) =>
    assertionResults.flatMap((/** @type {any} */ { fullName, status }) =>
      status === 'failed' ? [fullName.replace(/[^\w ]/g, '\\$&')] : [],
    ),
  )
  const options = [
    '--hideSkippedTests',
    '--reporter=verbose',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const pattern = `--testNamePattern=^(${names.join('|')})$`
  const exitCode = await run('npx', [...command, ...options, pattern])
  return exitCode === 0 ? read(report).numPassedTests : 0
}
