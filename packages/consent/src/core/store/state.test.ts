import { expect, test } from 'vitest'
import type { ConsentRecord } from '../record/record.ts'
import { freezeRecord } from '../record/record-codec.ts'
import { type Circumstances, consentState } from './state.ts'

type Category = 'analytics' | 'marketing'

const record = (changes: Partial<ConsentRecord> = {}): ConsentRecord =>
  freezeRecord({
    v: 1,
    p: '2',
    l: 'en',
    t: 1000,
    e: 2000,
    c: { analytics: 1, marketing: 0 },
    m: 'custom',
    s: 'banner',
    n: 1,
    ...changes,
  })

const state = (changes: Partial<Circumstances<Category>> = {}, now = 1500) =>
  consentState<Category>(
    {
      categories: ['analytics', 'marketing'],
      policy: { version: '2' },
      record: record(),
      restricted: false,
      isInert: false,
      refused: [],
      failed: [],
      signals: { gpc: false },
      language: 'en',
      ...changes,
    },
    now,
  )

const NOTHING = { analytics: false, marketing: false }
const EVERYTHING_ASKED = ['analytics', 'marketing']

test('without a record every category is pending and none is granted', () => {
  expect(state({ record: undefined })).toMatchObject({
    status: 'undecided',
    granted: NOTHING,
    pending: EVERYTHING_ASKED,
  })
})

test('grants the categories that the record grants, and none is pending', () => {
  expect(state()).toMatchObject({
    status: 'decided',
    granted: { analytics: true, marketing: false },
    pending: [],
  })
})

test('a decision counts until the second before it expires', () => {
  expect(state({}, 1999).status).toBe('decided')
  expect(state({}, 2000)).toMatchObject({
    status: 'expired',
    granted: NOTHING,
    pending: EVERYTHING_ASKED,
  })
})

test('a record of another policy version grants nothing and every category is pending [26]', () => {
  expect(state({ policy: { version: '3' } })).toMatchObject({
    status: 'outdated',
    granted: NOTHING,
    pending: EVERYTHING_ASKED,
  })
})

test('lists the refused services of a granted category while the decision counts', () => {
  const x = ['analytics/Chat']
  expect(state({ record: record({ x }) }).without).toEqual(x)
  expect(state({ record: record({ x }) }, 2000).without).toEqual([])
})

test('only a category that is new is pending [28]', () => {
  expect(state({ record: record({ c: { marketing: 1 } }) })).toMatchObject({
    status: 'decided',
    granted: { analytics: false, marketing: true },
    pending: ['analytics'],
  })
})

test('a restricted visitor is granted nothing and asked nothing, whatever was decided before [33]', () => {
  expect(state({ restricted: true })).toMatchObject({
    status: 'restricted',
    granted: NOTHING,
    pending: [],
  })
})

test('Global Privacy Control leaves nothing pending for a visitor without a decision [31]', () => {
  expect(state({ record: undefined, signals: { gpc: true } })).toMatchObject({
    status: 'undecided',
    granted: NOTHING,
    pending: [],
  })
})

test('Global Privacy Control that is switched on after a grant withdraws the grant and leaves nothing pending', () => {
  expect(state({ signals: { gpc: true } })).toMatchObject({
    status: 'undecided',
    granted: NOTHING,
    pending: [],
    record: record(),
  })
})

test('a grant that is decided under Global Privacy Control counts', () => {
  expect(state({ record: record({ g: 1 }), signals: { gpc: true } })).toMatchObject({
    status: 'decided',
    granted: { analytics: true, marketing: false },
    pending: [],
  })
})

test('a grant that was decided under Global Privacy Control still counts without the signal', () => {
  expect(state({ record: record({ g: 1 }) }).granted.analytics).toBe(true)
})

test('a prerendered page grants nothing, whatever was decided before', () => {
  expect(state({ isInert: true })).toMatchObject({ status: 'decided', granted: NOTHING })
})

test('a category that the visitor refuses by another switch is not pending', () => {
  expect(state({ record: undefined, refused: ['analytics'] })).toMatchObject({
    status: 'undecided',
    granted: NOTHING,
    pending: ['marketing'],
  })
})

test('a refusal by another switch leaves the category granted', () => {
  expect(state({ refused: ['analytics'] }).granted.analytics).toBe(true)
})

test('the state is deeply frozen', () => {
  const snapshot = state()
  for (const part of [snapshot, snapshot.granted, snapshot.pending, snapshot.signals])
    expect(Object.isFrozen(part)).toBe(true)
})

test('a polluted Object.prototype grants nothing [49]', () => {
  const prototype = Object.prototype as Record<string, unknown>
  prototype['analytics'] = 1
  try {
    expect(state({ record: record({ c: {} }) }).granted.analytics).toBe(false)
    expect(state({ record: undefined }).granted.analytics).toBe(false)
  } finally {
    delete prototype['analytics']
  }
})
