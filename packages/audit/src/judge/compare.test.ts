import { expect, test } from 'vitest'
import { sampleSeen } from '../../test/support/sample-seen.ts'
import type { Seen, SeenPhase } from '../seen.ts'
import { compareVerdicts } from './compare.ts'
import { judge } from './judge.ts'
import { exitCodeOf } from './outcome-of.ts'
import type { Finding } from './verdict.ts'

const { pages, ...rest } = sampleSeen('')
const SHOP = pages.slice(0, 1)
const seen = (change: (phase: SeenPhase) => SeenPhase): Seen => ({
  ...rest,
  pages: SHOP.map(page => ({ ...page, phases: page.phases.map(change) })),
})
const isNaver = ({ url }: { readonly url: string }) => url.includes('naver')
const bad = judge(seen(phase => phase))
const better = judge(
  seen(phase => ({ ...phase, requests: phase.requests.filter(one => !isNaver(one)) })),
)
const naver = ['no-contact-after-refusal: Naver Analytics']

const names = (findings: readonly Finding[]) => findings.map(one => `${one.rule}: ${one.what}`)

test('names what is new, the same and gone', () => {
  const worse = compareVerdicts(bad, better)
  expect(names(worse.new)).toEqual(naver)
  expect(names(worse.gone)).toEqual([])
  expect(worse.same).toHaveLength(bad.findings.filter(one => one.outcome === 'fails').length - 1)
  expect(names(compareVerdicts(better, bad).gone)).toEqual(naver)
})

test('ends by what is new alone', () => {
  expect(exitCodeOf(bad)).toBe(1)
  expect(exitCodeOf(bad, compareVerdicts(bad, bad))).toBe(0)
  expect(exitCodeOf(bad, compareVerdicts(bad, better))).toBe(1)
  expect(exitCodeOf(better, compareVerdicts(better, bad))).toBe(0)
})

test('what could not be judged again is not gone, and ends with exit code 3', () => {
  const early = judge(
    seen(phase =>
      phase.name === 'refuse' ? { ...phase, notPlayed: 'time-limit', requests: [] } : phase,
    ),
  )
  const compared = compareVerdicts(early, bad)
  expect(names(compared.gone)).toEqual([])
  expect(names(compared.notJudged)).toEqual(naver)
  expect(compared.newlyOpen.length).toBeGreaterThan(0)
  expect(exitCodeOf(early, compared)).toBe(3)
})

test('what only an inventory shows is not gone in an audit without one', () => {
  const declared = judge(bad.seen, { policy: { version: '1' }, services: [] })
  const isDeclared = ({ rule, outcome }: Finding) => outcome === 'fails' && /-declared/.test(rule)
  const { gone, notJudged } = compareVerdicts(bad, declared)
  expect(gone.filter(isDeclared)).toEqual([])
  expect(notJudged.filter(isDeclared)).toEqual(declared.findings.filter(isDeclared))
  expect(new Set(notJudged.map(({ rule }) => rule)).size).toBeGreaterThan(1)
})

test('a page that was not audited again is not gone', () => {
  const none = judge({ ...rest, pages: pages.slice(1) })
  const compared = compareVerdicts(none, bad)
  expect(compared.gone).toEqual([])
  expect(names(compared.notJudged)).toContain(naver[0])
})
