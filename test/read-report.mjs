// @ts-check
import { stripVTControlCharacters } from 'node:util'

/**
 * The result of one test in one engine. `flaky` means that the test failed and its second run
 * passed, and that no failure is forbidden, as a request for Google is.
 *
 * @typedef {{
 *   title: string
 *   engine: 'Node' | 'Chromium' | 'Firefox' | 'WebKit'
 *   outcome: 'passed' | 'flaky' | 'failed'
 * }} Result
 */

const GOOGLE =
  /\b(?:googletagmanager|google-analytics|googlesyndication|doubleclick|google)\.(?:com|net)\b|\b_ga(?:_\w+)?\b/

/** @param {string} message A failure message. It may contain colour codes, even inside a name. */
const namesGoogle = message => GOOGLE.test(stripVTControlCharacters(message))

/** Vitest's message that a list is not empty. It does not contain the list, so it counts. */
const NOT_EMPTY = /to (?:deeply|strictly) equal \[\]/

/** @type {(isPassed: boolean, isFlaky: boolean, isForbidden: boolean) => Result['outcome']} */
const outcomeOf = (isPassed, isFlaky, isForbidden) => {
  if (isPassed) return 'passed'
  return isFlaky && !isForbidden ? 'flaky' : 'failed'
}

/**
 * Reads the results from a Playwright report, or from one of its suites. A skipped test counts as
 * failed.
 *
 * @type {(report: any) => Result[]}
 */
export const resultsOfPlaywright = ({ suites = [], specs = [] }) => [
  ...suites.flatMap(resultsOfPlaywright),
  ...specs.flatMap((/** @type {any} */ { title, tests }) =>
    tests.map((/** @type {any} */ { projectName, status, annotations = [], results = [] }) => {
      const isForbidden = [{ annotations }, ...results].some(
        ({ error, annotations = [] }) =>
          annotations.some((/** @type {any} */ { type }) => type === 'forbidden') ||
          // Not the messages in `errors`, which contain lines of the test's source.
          namesGoogle(error?.message ?? ''),
      )
      return {
        title,
        engine: projectName.startsWith('firefox') ? 'Firefox' : 'Chromium',
        outcome: outcomeOf(status === 'expected', status === 'flaky', isForbidden),
      }
    }),
  ),
]

/** Says whether a run left out a test by its tag. A test with `test.skip` and no tag counts. */
const isLeftOut = (/** @type {any} */ { status, tags = [] }, /** @type {boolean} */ isShort) =>
  status === 'skipped' && tags.includes('full') === isShort

/**
 * Reads the results from a Vitest report, in which a flaky test is a passed test with failures. A
 * skipped test counts as failed, unless it belongs to the other part: the short run leaves out tests
 * with the tag `full`, and the rest leaves out the others.
 *
 * @type {(report: any, engine: Result['engine'], isShort: boolean) => Result[]}
 */
export const resultsOfVitest = ({ testResults }, engine, isShort) =>
  testResults
    .flatMap((/** @type {any} */ { assertionResults }) => assertionResults)
    .filter((/** @type {any} */ test) => !isLeftOut(test, isShort))
    .map((/** @type {any} */ { title, status, failureMessages: failures = [] }) => {
      const isForbidden = failures.some(
        (/** @type {string} */ failure) => namesGoogle(failure) || NOT_EMPTY.test(failure),
      )
      const isPassed = status === 'passed'
      const outcome = outcomeOf(isPassed && !failures.length, isPassed, isForbidden)
      return { title, engine, outcome }
    })
