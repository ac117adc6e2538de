import { expect, test } from 'vitest'
import { sampleSeen } from '../../test/support/sample-seen.ts'
import { idsFor } from './id-of.ts'
import { judge } from './judge.ts'
import type { Finding } from './verdict.ts'

const idsOf = (findings: readonly Finding[]) => findings.map(({ id }) => id)
const finding = (more: Partial<Finding> = {}): Omit<Finding, 'id'> => ({
  ...{ rule: 'cookies-declared', outcome: 'fails', evidence: [] },
  ...{ page: 'https://shop.example/basket?step=2', what: '_ga' },
  ...more,
})
const idOf = (more: Partial<Finding>, urls = ['https://shop.example/']) =>
  idsFor(urls)(finding(more))

test('two audits of the same pages give the same ids, in whatever order the pages were audited', () => {
  const first = sampleSeen('')
  const again = {
    ...first,
    began: '2027-01-01T00:00:00.000Z',
    pages: first.pages.toReversed().map(page => ({
      ...page,
      phases: page.phases.toReversed().map(phase => ({
        ...phase,
        requests: phase.requests
          .toReversed()
          .map(one => ({ ...one, at: one.at + 17, url: one.url.replace(/cid=[\d.]+/, 'cid=4.2') })),
      })),
    })),
  }
  const ids = idsOf(judge(first).findings)
  expect(idsOf(judge(again).findings).sort()).toEqual(ids.toSorted())
  expect(new Set(ids).size).toBe(ids.length)
})

test('an id begins with the rule and the thing that breaks it', () => {
  expect(idOf({ rule: 'no-contact-before-choice', what: 'Google Analytics' })).toMatch(
    /^no-contact-before-choice\.google-analytics\.[\da-f]{10}$/,
  )
  expect(idOf({ what: '카카오 <b>' })).toMatch(/^cookies-declared\.b\.[\da-f]{10}$/)
})

test('an id depends on rule, page, thing and phase, but not on the port or the other site', () => {
  const id = idOf({})
  for (const more of [
    { rule: 'lifetimes-as-declared' },
    { page: 'https://shop.example/' },
    { page: 'https://shop.example/basket?step=3' },
    { what: '_gid' },
  ] as const)
    expect(idOf(more)).not.toBe(id)
  const kept = { rule: 'consent-state-consistent' } as const
  expect(idOf({ ...kept, phase: 'accept' })).not.toBe(idOf({ ...kept, phase: 'refuse' }))
  // The phase that shows an undeclared cookie first differs from audit to audit.
  expect(idOf({ phase: 'accept' })).toBe(idOf({ phase: 'refuse' }))
  const local = 'http://localhost:41234/basket?step=2'
  expect(idOf({ page: local }, ['http://localhost:41234/'])).toBe(id)
  const two = ['https://shop.example/', 'https://blog.example/']
  expect(idOf({ page: 'https://blog.example/basket?step=2' }, two)).not.toBe(idOf({}, two))
})

test.each([
  ['sess_1733000000123', 'sess_1744000000456'],
  ['k.6f1d2c3b-1111-4222-8333-abcdefabcdef', 'k.00000000-1111-4222-8333-abcdefabcdef'],
  ['h_0123456789abcdef0123', 'h_fedcba9876543210fedc'],
  ['13l3l3l3l1l1', '13l3l3l3l5l2'],
])('the random part of a name changes no id: %s and %s', (one, other) => {
  expect(idOf({ what: one })).toBe(idOf({ what: other }))
})

test.each([
  ['_ga_7XK2M9QWPL', '_ga_8XK2M9QWPL'],
  ['G101', 'G111'],
  ['13l3l3l3l1l1', '13p3p3p3p1l1'],
])('what differs between two things is no random part: %s and %s', (one, other) => {
  expect(idOf({ what: one })).not.toBe(idOf({ what: other }))
})
