import { expect, test } from 'vitest'
import { resultsOfPlaywright, resultsOfVitest } from './read-report.mjs'

const outcomesOf = (...tests: object[]) =>
  resultsOfPlaywright({ suites: [{ specs: [{ title: 'opens [1]', tests }] }] })

test.each([
  ['Received: ["https://www.googletagmanager.com/gtag/js?id=G-1"]', 'issue', 'failed'],
  ['Received: ["https://region1.google-analytics.com/g/collect"]', 'issue', 'failed'],
  ['+   "\u001b[7m_ga\u001b[27m",', 'issue', 'failed'],
  ['+   "_ga_X1",', 'issue', 'failed'],
  ['Received: ["/receipts"]', 'forbidden', 'failed'],
  ['Test timeout of 120000ms exceeded.', 'issue', 'flaky'],
  ['Expected: "google"', 'issue', 'flaky'],
  ['window._gaUserPrefs is undefined', 'issue', 'flaky'],
])(
  'after %j, annotated as %s, and a retry that passes, a test counts as %s: as failed where Google received something',
  (message, type, outcome) => {
    const results = [{ error: { message }, annotations: [{ type }] }, { annotations: [] }]
    const retried = { projectName: 'chromium', status: 'flaky', annotations: [], results }
    expect(outcomesOf(retried)).toEqual([{ title: 'opens [1]', engine: 'Chromium', outcome }])
  },
)

test.each([
  ['expected', 'passed'],
  ['unexpected', 'failed'],
  ['skipped', 'failed'],
])('a Playwright test that is %s counts as %s, in its engine', (status, outcome) => {
  expect(outcomesOf({ projectName: 'firefox a-d', status })).toEqual([
    { title: 'opens [1]', engine: 'Firefox', outcome },
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
    expect(resultsOfVitest({ testResults: [{ assertionResults }] }, 'WebKit', true)).toEqual([
      { title: 'opens', engine: 'WebKit', outcome },
    ])
  },
)

test.each([
  ['short run', true, ['passed', 'failed']],
  ['rest', false, ['failed']],
])(
  'the %s leaves out the tests of the other part, but counts its own skipped tests as failed',
  (_, isShort, outcomes) => {
    const assertionResults = [
      ...(isShort ? [{ title: 'runs', status: 'passed', tags: [] }] : []),
      { title: 'is skipped', status: 'skipped', tags: [] },
      { title: 'is skipped in the rest', status: 'skipped', tags: ['full'] },
    ]
    const results = resultsOfVitest({ testResults: [{ assertionResults }] }, 'Node', isShort)
    expect(results.map(({ outcome }) => outcome)).toEqual(outcomes)
  },
)
