import { expect, test } from 'vitest'
import { sampleSeen } from '../../test/support/sample-seen.ts'
import { acceptFindings, readAcceptances } from './accept.ts'
import { judge } from './judge.ts'
import { exitCodeOf } from './outcome-of.ts'
import type { Finding } from './verdict.ts'

const NOW = Date.parse('2026-12-01T23:59:00Z')
const entry = (more: object = {}) => ({
  ...{ id: 'a.b', reason: 'Agreed', author: 'Kim', expires: '2026-12-01' },
  ...more,
})
const bad = judge(sampleSeen(''))
const accepted = (findings: readonly Finding[], more: object = {}) =>
  acceptFindings(
    bad,
    readAcceptances(JSON.stringify(findings.map(({ id }) => entry({ id, ...more })))),
    NOW,
  )
const of = (...outcomes: readonly Finding['outcome'][]) =>
  bad.findings.filter(({ outcome, isNote }) => outcomes.includes(outcome) && !isNote)

test.each<[text: string, message: RegExp]>([
  ['{}', /^The file has no list/],
  ['["a"]', /^Entry 1 is no object/],
  [JSON.stringify([entry(), entry({ reason: ' ' })]), /^Entry 2: reason is missing/],
  [JSON.stringify([entry({ author: undefined })]), /^Entry 1: author is missing/],
  [JSON.stringify([entry({ expires: undefined })]), /^Entry 1: expires is missing/],
  [JSON.stringify([entry({ expires: '2026-02-30' })]), /^Entry 1: expires is "2026-02-30"/],
  [JSON.stringify([entry({ expires: 'never' })]), /^Entry 1: expires is "never"/],
  [JSON.stringify([entry({ until: '2027-01-01' })]), /^Entry 1: until is not known/],
  [JSON.stringify([entry(), entry()]), /^The id "a\.b" has two entries/],
  ['[', /JSON/],
])('rejects the acceptances %s', (text, message) => {
  expect(() => readAcceptances(text)).toThrow(message)
})

test('an accepted finding makes no audit fail, and keeps its outcome and reason', () => {
  const verdict = accepted(of('fails'))
  const [first] = verdict.findings.filter(({ outcome }) => outcome === 'fails')
  expect(first?.accepted).toMatchObject({ reason: 'Agreed', author: 'Kim' })
  expect([bad.outcome, verdict.outcome]).toEqual(['fails', 'not-evaluable'])
  expect(exitCodeOf(verdict)).toBe(3)
  expect(exitCodeOf(accepted(of('fails').slice(1)))).toBe(1)
})

test('an audit with nothing but accepted findings ends with exit code 0', () => {
  expect(exitCodeOf(accepted(of('fails', 'not-evaluable')))).toBe(0)
})

test('an expired acceptance accepts nothing and is named, like one that was not needed', () => {
  const verdict = accepted(of('fails'), { expires: '2026-11-30' })
  expect(verdict.findings.some(one => one.accepted)).toBe(false)
  expect(verdict.idle?.expired).toHaveLength(of('fails').length)
  expect(exitCodeOf(verdict)).toBe(1)
  const idle = acceptFindings(bad, [entry()], NOW).idle
  expect(idle).toEqual({ expired: [], unused: [entry()] })
})
