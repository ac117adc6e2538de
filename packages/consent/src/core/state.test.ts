import { expect, test } from 'vitest'
import type { ConsentRecord } from './record.ts'
import { freezeRecord } from './record-codec.ts'
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
      prerendered: false,
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

test('without a record asks everything and grants nothing', () => {
  expect(state({ record: undefined })).toMatchObject({
    status: 'undecided',
    granted: NOTHING,
    pending: EVERYTHING_ASKED,
  })
})

test('grants what the record grants, and nothing is left to ask', () => {
  expect(state()).toMatchObject({
    status: 'decided',
    granted: { analytics: true, marketing: false },
    pending: [],
  })
})

test('counts an answer until the second before it expires', () => {
  expect(state({}, 1999).status).toBe('decided')
  expect(state({}, 2000)).toMatchObject({
    status: 'expired',
    granted: NOTHING,
    pending: EVERYTHING_ASKED,
  })
})

test('closes everything and asks again under another policy version [26]', () => {
  expect(state({ policy: { version: '3' } })).toMatchObject({
    status: 'outdated',
    granted: NOTHING,
    pending: EVERYTHING_ASKED,
  })
})

test('leaves out the services that the visitor left out, while the answer counts', () => {
  const x = ['analytics/Chat']
  expect(state({ record: record({ x }) }).without).toEqual(x)
  expect(state({ record: record({ x }) }, 2000).without).toEqual([])
})

test('asks only for the purpose that is new [28]', () => {
  expect(state({ record: record({ c: { marketing: 1 } }) })).toMatchObject({
    status: 'decided',
    granted: { analytics: false, marketing: true },
    pending: ['analytics'],
  })
})

test('restricted: grants nothing and asks nothing, whatever was decided before [33]', () => {
  expect(state({ restricted: true })).toMatchObject({
    status: 'restricted',
    granted: NOTHING,
    pending: [],
  })
})

test('Global Privacy Control answers for a visitor who has not [31]', () => {
  expect(state({ record: undefined, signals: { gpc: true } })).toMatchObject({
    status: 'undecided',
    granted: NOTHING,
    pending: [],
  })
})

test('Global Privacy Control switched on after a grant takes the grant back and asks nothing', () => {
  expect(state({ signals: { gpc: true } })).toMatchObject({
    status: 'undecided',
    granted: NOTHING,
    pending: [],
    record: record(),
  })
})

test('an explicit grant under Global Privacy Control is its own act', () => {
  expect(state({ record: record({ g: 1 }), signals: { gpc: true } })).toMatchObject({
    status: 'decided',
    granted: { analytics: true, marketing: false },
    pending: [],
  })
})

test('a grant given under Global Privacy Control counts when the signal is gone', () => {
  expect(state({ record: record({ g: 1 }) }).granted.analytics).toBe(true)
})

test('a page that nobody has opened yet grants nothing, whatever was decided before', () => {
  expect(state({ prerendered: true })).toMatchObject({ status: 'decided', granted: NOTHING })
})

test('what the visitor refuses by a switch of its own is not asked', () => {
  expect(state({ record: undefined, refused: ['analytics'] })).toMatchObject({
    status: 'undecided',
    granted: NOTHING,
    pending: ['marketing'],
  })
})

test('such a switch takes no explicit grant back: its service alone stays off', () => {
  expect(state({ refused: ['analytics'] }).granted.analytics).toBe(true)
})

test('is frozen through and through', () => {
  const snapshot = state()
  for (const part of [snapshot, snapshot.granted, snapshot.pending, snapshot.signals])
    expect(Object.isFrozen(part)).toBe(true)
})

test('grants nothing from a polluted prototype [49]', () => {
  const prototype = Object.prototype as Record<string, unknown>
  prototype['analytics'] = 1
  try {
    expect(state({ record: record({ c: {} }) }).granted.analytics).toBe(false)
    expect(state({ record: undefined }).granted.analytics).toBe(false)
  } finally {
    delete prototype['analytics']
  }
})
