import type { Log } from 'sarif'
import { expect, test } from 'vitest'
import { SAMPLE_INVENTORY, sampleSeen } from '../../test/support/sample-seen.ts'
import { acceptFindings } from '../judge/accept.ts'
import { compareVerdicts, type ReportOptions } from '../judge/compare.ts'
import { judge } from '../judge/judge.ts'
import type { Verdict } from '../judge/verdict.ts'
import { toSarif } from './to-sarif.ts'

const verdict = judge(sampleSeen(''), SAMPLE_INVENTORY)
const failed = verdict.findings.filter(({ outcome }) => outcome === 'fails')

const runOf = (given: Verdict, options?: ReportOptions) => {
  const log: Log = JSON.parse(toSarif(given, options))
  const [run, ...others] = log.runs
  if (!run?.results || others.length) throw new Error('not one run with results')
  return { ...run, log, results: run.results }
}

test('has what SARIF 2.1.0 requires, and a rule for each result', () => {
  const { log, tool, results } = runOf(verdict)
  expect(log.version).toBe('2.1.0')
  expect(tool.driver.name).toBe('@spaceone/consent-audit')
  expect(results).toHaveLength(failed.length)
  for (const { ruleId, ruleIndex = -1, message, level, kind, locations } of results) {
    expect(tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId)
    // Section 3.27.10: a level other than `none` is only for results that fail.
    expect([kind, level]).toEqual(['fail', 'error'])
    expect(message.text).not.toMatch(/\{\w+|undefined/)
    expect(locations).toHaveLength(1)
    const { uri = '' } = locations?.[0]?.physicalLocation?.artifactLocation ?? {}
    expect(new URL(uri).href).toBe(uri)
  }
})

test('names the tag, the phases and who inserted the tag, and the results of a tag are together', () => {
  const { results } = runOf(verdict)
  const tags = results.map(one => one.properties?.['tag'])
  expect(tags.filter((tag, i) => tag !== tags[i - 1])).toHaveLength(new Set(tags).size)
  expect(results[0]?.properties?.['phases']).toEqual(['no-choice', 'refuse'])
  expect(results[0]?.message.text).toContain(
    'No choice: 2 × POST https://www.google-analytics.com/g/collect, caused by https://www.goog',
  )
  expect(results[0]?.message.text).toContain(
    'inserted by https://www.moonlight-books.example/assets/start.js',
  )
})

test('has the ids as fingerprints, which do not change from audit to audit', () => {
  const prints = runOf(verdict).results.map(one => one.partialFingerprints?.['consentAudit/v1'])
  expect(prints.toSorted()).toEqual(failed.map(({ id }) => id).sort())
  expect(new Set(prints).size).toBe(prints.length)
})

test('what could not be judged is a notification', () => {
  const [invocation] = runOf(verdict).invocations ?? []
  expect(invocation?.executionSuccessful).toBe(true)
  expect(invocation?.toolExecutionNotifications?.map(({ message }) => message.text)).toEqual([
    expect.stringMatching(/^Withdrawn: No control to withdraw consent was found\.\nNothing known/),
  ])
})

test('an accepted finding is suppressed with its reason and author', () => {
  const [first] = failed
  if (!first) throw new Error('the sample does not fail')
  const entry = { id: first.id, reason: 'Agreed', author: 'Kim', expires: '2027-03-31' }
  const { results } = runOf(acceptFindings(verdict, [entry], 0))
  expect(results.flatMap(({ suppressions = [] }) => suppressions)).toEqual([
    { kind: 'external', status: 'accepted', justification: 'Agreed (Kim, until 2027-03-31)' },
  ])
})

test('says of each result whether it is new, unchanged or absent since an earlier audit', () => {
  const [first, second] = failed
  const without = (id: string | undefined) => ({
    ...verdict,
    findings: verdict.findings.filter(one => one.id !== id),
  })
  const [now, before] = [without(first?.id), without(second?.id)]
  const states = runOf(now, { comparison: compareVerdicts(now, before) }).results.map(
    ({ baselineState, partialFingerprints }) => [
      baselineState,
      partialFingerprints?.['consentAudit/v1'],
    ],
  )
  expect(states.filter(([state]) => state === 'new')).toEqual([['new', second?.id]])
  expect(states.filter(([state]) => state === 'absent')).toEqual([['absent', first?.id]])
  expect(states.filter(([state]) => state === 'unchanged')).toHaveLength(failed.length - 2)
})
