import { expect, test } from 'vitest'
import { resultsOfPlaywright, resultsOfVitest } from './read-report.mjs'

/** The outcome of a test that failed once with a message, and then passed. */
const retried = (message: string, type = 'issue') => {
  const results = [{ error: { message }, annotations: [{ type }] }, { annotations: [] }]
  const tests = [{ projectName: 'chromium', status: 'flaky', annotations: [], results }]
  return resultsOfPlaywright({ suites: [{ specs: [{ title: 'opens [1]', tests }] }] })[0]?.outcome
}

test.each([
  ['Received: ["https://www.googletagmanager.com/gtag/js?id=G-1"]', 'failed'],
  ['Received: ["https://region1.google-analytics.com/g/collect"]', 'failed'],
  ['+   "\u001b[7m_ga\u001b[27m",', 'failed'],
  ['+   "_ga_X1",', 'failed'],
  ['Test timeout of 120000ms exceeded.', 'flaky'],
  ['Expected: "google"', 'flaky'],
  ['window._gaUserPrefs is undefined', 'flaky'],
])(
  'after %j and a retry that passes, a test counts as %s: as failed where Google received something',
  (message, outcome) => {
    expect(retried(message)).toBe(outcome)
  },
)

test('a test that found something forbidden counts as failed even if its retry passes', () => {
  expect(retried('Received: ["/receipts"]', 'forbidden')).toBe('failed')
})

test('a Playwright test that failed or was skipped counts as failed, in its engine', () => {
  const tests = ['expected', 'unexpected', 'skipped'].map(status => ({
    projectName: 'firefox a-d',
    status,
  }))
  expect(resultsOfPlaywright({ suites: [{ specs: [{ title: 'opens', tests }] }] })).toEqual([
    { title: 'opens', engine: 'Firefox', outcome: 'passed' },
    { title: 'opens', engine: 'Firefox', outcome: 'failed' },
    { title: 'opens', engine: 'Firefox', outcome: 'failed' },
  ])
})

test.each([
  ['passed', [], 'passed'],
  ['passed', ['Error: no such window'], 'flaky'],
  ['passed', ['AssertionError: expected [ …(2) ] to deeply equal []'], 'failed'],
  ['passed', ['AssertionError: expected "_ga=1" to be ""'], 'failed'],
  ['failed', ['Error: no such window'], 'failed'],
  ['skipped', [], 'failed'],
])(
  'a Vitest test that is %s, with the failures %j, counts as %s',
  (status, failureMessages, outcome) => {
    const assertionResults = [{ title: 'opens', status, failureMessages }]
    expect(resultsOfVitest({ testResults: [{ assertionResults }] }, 'WebKit')).toEqual([
      { title: 'opens', engine: 'WebKit', outcome },
    ])
  },
)
