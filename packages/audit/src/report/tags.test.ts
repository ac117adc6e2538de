import { expect, test } from 'vitest'
import { sampleSeen } from '../../test/support/sample-seen.ts'
import { judge } from '../judge/judge.ts'
import { mergeRequests } from './merge-requests.ts'
import { tagsIn } from './tags.ts'

const { findings } = judge(sampleSeen(''))
const tags = tagsIn(findings)

test('one tag is one group with all rules and phases that it breaks; so is the banner', () => {
  const groups = tags.map(({ tag, findings: all }) => [tag, all.map(({ rule }) => rule)])
  expect(groups).toContainEqual([undefined, ['refusal-as-easy', 'refusal-as-easy', 'refusal-kept']])
  expect(new Set(groups.map(([tag]) => tag)).size).toBe(groups.length)
  const failed = findings.filter(({ outcome }) => outcome === 'fails')
  expect(tags.flatMap(one => one.findings)).toHaveLength(failed.length)
  expect(tags.length).toBeLessThan(failed.length)
})

test('the evidence of a group has each request once, and loses none', () => {
  for (const { findings: all, evidence } of tags) {
    const things = (list: typeof evidence) =>
      list.flatMap(one => (one.kind === 'request' ? [one.request] : []))
    const found = things(evidence)
    expect(new Set(found).size).toBe(found.length)
    expect(new Set(found)).toEqual(new Set(things(all.flatMap(one => one.evidence))))
  }
})

test('merges requests that differ only in their query and time, not in phase or answer', () => {
  const [request] = tags.flatMap(({ evidence }) =>
    evidence.filter(one => one.kind === 'request' && one.request.isHeld),
  )
  if (request?.kind !== 'request') throw new Error('the sample has no held request')
  const at = (time: number, more: object = {}) => ({
    ...request,
    request: { ...request.request, url: `https://a.example/c?t=${time}#x`, at: time, ...more },
  })
  const merged = mergeRequests([
    ...[at(300), at(100), at(200)],
    ...[at(400, { answer: 'withdrawn' }), { ...at(500), phase: 'accept' as const }],
  ])
  expect(
    merged.map(({ address, count, first, last }) => [address, count, first.at, last.at]),
  ).toEqual([
    ['https://a.example/c', 3, 100, 300],
    ['https://a.example/c', 1, 400, 400],
    ['https://a.example/c', 1, 500, 500],
  ])
})
