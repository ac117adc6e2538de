import { expect, onTestFinished, test } from 'vitest'
import { SAMPLE } from '../../../../../test/support/sample-record.ts'
import { type ConsentRecord, freezeRecord } from '../record/record.ts'
import { type Circumstances, type ConsentState, consentState } from './state.ts'

type Category = 'analytics' | 'marketing'

const record = (changes: Partial<ConsentRecord> = {}): ConsentRecord =>
  freezeRecord({
    ...SAMPLE,
    p: '2',
    t: 1000,
    e: 2000,
    c: { analytics: 1, marketing: 0 },
    ...changes,
  })

const state = (changes: Partial<Circumstances<Category>> = {}, now = 1500) =>
  consentState<Category>(
    {
      ...{ categories: ['analytics', 'marketing'], policy: { version: '2' }, record: record() },
      ...{ restricted: false, isInert: false, refused: [], failed: [], keys: [] },
      ...{ signals: { gpc: false }, language: 'en' },
      ...changes,
    },
    now,
  )

const NOTHING = { analytics: false, marketing: false }
const RECORDED = { analytics: true, marketing: false }
const ALL: readonly Category[] = ['analytics', 'marketing']
const DECIDED = { status: 'decided', granted: RECORDED, pending: [] } as const
const ASKED = { granted: NOTHING, pending: ALL }
/** The states of visitors who are asked for nothing: with a privacy signal, and restricted. */
const SIGNALLED = { status: 'undecided', granted: NOTHING, pending: [] } as const
const RESTRICTED = { ...SIGNALLED, status: 'restricted' } as const

const gpc = { signals: { gpc: true } }
const none = { record: undefined }
const granted = { record: record({ g: 1 }) }
const x = ['analytics/Chat']
const other = { policy: { version: '3' } }
const minor = {
  version: '3',
  versions: [
    { version: '2', effective: '2024-01-18', material: true },
    { version: '3', effective: '2025-01-18', material: false },
  ],
}

type Expected = readonly [Partial<ConsentState<Category>>, number?]

test.each<[about: string, Partial<Circumstances<Category>>, ...Expected]>([
  ['no record: nothing is granted', none, { status: 'undecided', ...ASKED }],
  ['a record: its grants', {}, DECIDED],
  ['a record in its last second', {}, { status: 'decided' }, 1999],
  ['an expired record', {}, { status: 'expired', ...ASKED }, 2000],
  ['a record of another policy version [26]', other, { status: 'outdated', ...ASKED }],
  ['a later version, not material [26]', { policy: minor }, { status: 'decided', pending: [] }],
  ['refused services', { record: record({ x }) }, { without: x }],
  ['refused services that expired', { record: record({ x }) }, { without: [] }, 2000],
  [
    'a new category: only that one is pending [28]',
    { record: record({ c: { marketing: 1 } }) },
    { granted: { analytics: false, marketing: true }, pending: ['analytics'] },
  ],
  ['a restricted visitor: nothing granted, nothing asked [33]', { restricted: true }, RESTRICTED],
  ['Global Privacy Control, no decision: nothing is asked [31]', { ...none, ...gpc }, SIGNALLED],
  ['Global Privacy Control after a grant: withdrawn', gpc, { ...SIGNALLED, record: record() }],
  ['a grant under Global Privacy Control [31]', { ...granted, ...gpc }, DECIDED],
  ['that grant without the signal', granted, { granted: RECORDED }],
  ['a prerendered page', { isInert: true }, { status: 'decided', granted: NOTHING }],
  ['a refusal by another switch', { ...none, refused: ['analytics'] }, { pending: ['marketing'] }],
  ['that refusal after a grant', { refused: ['analytics'] }, { granted: RECORDED }],
  ['a service that failed', { ...none, failed: ['marketing'] }, { pending: ['analytics'] }],
])('%s', (_, changes, expected, now) => {
  expect(state(changes, now)).toMatchObject(expected)
})

test('the state is deeply frozen', () => {
  const snapshot = state()
  for (const part of [snapshot, snapshot.granted, snapshot.pending, snapshot.signals])
    expect(Object.isFrozen(part)).toBe(true)
})

test('a polluted Object.prototype grants nothing [49]', () => {
  Object.assign(Object.prototype, { analytics: 1 })
  onTestFinished(() => void Reflect.deleteProperty(Object.prototype, 'analytics'))
  expect(state({ record: record({ c: {} }) }).granted.analytics).toBe(false)
  expect(state({ record: undefined }).granted.analytics).toBe(false)
})
