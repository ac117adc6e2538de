// @ts-check
import { stripVTControlCharacters } from 'node:util'

/**
 * The result of one test in one engine. `flaky`: it failed, its retry passed, and the failure was
 * nothing forbidden.
 *
 * @typedef {object} Result
 * @property {string} title With the numbers of the behaviours at its end.
 * @property {'Node' | 'Chromium' | 'Firefox' | 'WebKit'} engine
 * @property {'passed' | 'flaky' | 'failed'} outcome
 */

/** A host or a cookie of Google's, in the message of a failure. */
const GOOGLE =
  /\b(?:googletagmanager|google-analytics|googlesyndication|doubleclick|google)\.(?:com|net)\b|\b_ga(?:_\w+)?\b/

/** @param {string} message May be coloured, in the middle of a name too. */
const namesGoogle = message => GOOGLE.test(stripVTControlCharacters(message))

/** Vitest's report leaves out what such a list held, so every one of them counts as forbidden. */
const NOT_EMPTY = /to (?:deeply|strictly) equal \[\]/

/**
 * Reads the results out of a report of Playwright. A skipped test counts as failed, and so does a flaky
 * one that has the annotation `forbidden` or whose failure names something of Google's.
 *
 * @param {any} report Or one suite of it.
 * @returns {Result[]}
 */
export const resultsOfPlaywright = ({ suites = [], specs = [] }) => [
  ...suites.flatMap(resultsOfPlaywright),
  ...specs.flatMap((/** @type {any} */ { title, tests }) =>
    tests.map((/** @type {any} */ { projectName, status, annotations = [], results = [] }) => {
      const marks = [annotations, ...results.map((/** @type {any} */ run) => run.annotations ?? [])]
      const isForbidden =
        marks.flat().some(({ type }) => type === 'forbidden') ||
        // The messages in `errors` have lines of the test's source in them.
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
 * Reads the results out of a report of Vitest, in which a flaky test is a passed one with a failure.
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
