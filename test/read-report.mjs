// @ts-check
import { stripVTControlCharacters } from 'node:util'

/**
 * The result of one test in one engine. `flaky` means that the test failed and its second run
 * passed, and that no failure is forbidden, as a request for Google is.
 *
 * @typedef {object} Result
 * @property {string} title The test's title, with the numbers of its behaviours at the end.
 * @property {'Node' | 'Chromium' | 'Firefox' | 'WebKit'} engine
 * @property {'passed' | 'flaky' | 'failed'} outcome
 */

const GOOGLE =
  /\b(?:googletagmanager|google-analytics|googlesyndication|doubleclick|google)\.(?:com|net)\b|\b_ga(?:_\w+)?\b/

/** @param {string} message A failure message. It may contain colour codes, even inside a name. */
const namesGoogle = message => GOOGLE.test(stripVTControlCharacters(message))

/**
 * Matches Vitest's message that a list is not empty. This message does not contain the list, so
 * every such failure counts as forbidden.
 */
const NOT_EMPTY = /to (?:deeply|strictly) equal \[\]/

/**
 * Reads the results from a Playwright report. A skipped test counts as failed. A flaky test counts
 * as failed if it has the annotation `forbidden` or if its failure names a host or a cookie of
 * Google.
 *
 * @param {any} report A report, or one suite of a report.
 * @returns {Result[]}
 */
export const resultsOfPlaywright = ({ suites = [], specs = [] }) => [
  ...suites.flatMap(resultsOfPlaywright),
  ...specs.flatMap((/** @type {any} */ { title, tests }) =>
    tests.map((/** @type {any} */ { projectName, status, annotations = [], results = [] }) => {
      const marks = [annotations, ...results.map((/** @type {any} */ run) => run.annotations ?? [])]
      const isForbidden =
        marks.flat().some(({ type }) => type === 'forbidden') ||
        // Do not use the messages in `errors`: they contain lines of the test's source, which may
        // name Google. The message in `error` contains none.
        results.some((/** @type {any} */ { error }) => namesGoogle(error?.message ?? ''))
      return {
        title,
        engine: projectName.startsWith('firefox') ? 'Firefox' : 'Chromium',
        outcome: outcomeOf(status === 'expected', status === 'flaky', isForbidden),
      }
    }),
  ),
]

/**
 * Reads the results from a Vitest report. In such a report, a flaky test is a passed test with
 * failure messages.
 *
 * @param {any} report
 * @param {Result['engine']} engine
 * @returns {Result[]}
 */
export const resultsOfVitest = ({ testResults }, engine) =>
  testResults.flatMap((/** @type {any} */ { assertionResults }) =>
    assertionResults.map((/** @type {any} */ { title, status, failureMessages: failures = [] }) => {
      const isForbidden = failures.some(
        (/** @type {string} */ failure) => namesGoogle(failure) || NOT_EMPTY.test(failure),
      )
      const isPassed = status === 'passed'
      const outcome = outcomeOf(isPassed && !failures.length, isPassed, isForbidden)
      return { title, engine, outcome }
    }),
  )

/** @type {(isPassed: boolean, isFlaky: boolean, isForbidden: boolean) => Result['outcome']} */
const outcomeOf = (isPassed, isFlaky, isForbidden) => {
  if (isPassed) return 'passed'
  return isFlaky && !isForbidden ? 'flaky' : 'failed'
}
