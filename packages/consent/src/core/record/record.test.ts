import { expect, onTestFinished, test } from 'vitest'
import { ID, SAMPLE } from '../../../../../test/support/sample-record.ts'
import type { DecisionOrigin } from '../store/consent.ts'
import type { ConsentState } from '../store/state.ts'
import { type ConsentRecord, isSame, nextRecord } from './record.ts'

const bare = (value: object) => Object.assign(Object.create(null), value)
const one = { status: 'decided', granted: bare({ analytics: true }), pending: ['ads'] }

test.each<[unknown, unknown, boolean]>([
  [one, { ...one, granted: bare({ analytics: true }), pending: ['ads'] }, true],
  [one, { ...one, granted: bare({ analytics: false }) }, false],
  [one, { ...one, pending: [] }, false],
  [one, { ...one, record: bare({ v: 1 }) }, false],
  [{ ...one, record: bare({ v: 1 }) }, one, false],
  [undefined, one, false],
  [null, undefined, false],
])('returns false for a difference at any depth, otherwise true (%#)', (one, other, isEqual) => {
  expect(isSame(one, other)).toBe(isEqual)
})

test('does not use properties that a page has added to Object.prototype', () => {
  onTestFinished(() => {
    for (const name of ['toJSON', 'deep']) Reflect.deleteProperty(Object.prototype, name)
  })
  // Every object now inherits a `deep` that is nested without end.
  Object.assign(Object.prototype, { toJSON: () => 1, deep: {} })
  expect(isSame({ granted: true }, { granted: false })).toBe(false)
  expect(isSame({ granted: true }, { granted: true })).toBe(true)
})

const { t: T, e: E } = SAMPLE

const record: ConsentRecord = { ...SAMPLE, c: { analytics: 1, marketing: 0, videos: 1 }, n: 4 }
const decided = { status: 'decided', record } as const
const outdated = { status: 'outdated', record } as const
const expired = { status: 'expired', record } as const
const gpc = { signals: { gpc: true }, record } as const
const less = { ...decided, without: ['analytics/Chat', 'videos/Player'] }

type Row = [
  about: string,
  state: Partial<ConsentState<string>>,
  answers: Readonly<Record<string, unknown>>,
  expected: Partial<ConsentRecord>,
  origin?: DecisionOrigin,
]

const grant = { analytics: true }
const refuse = { analytics: false }
const NONE = { analytics: 0, marketing: 0, videos: 0 } as const
const banner = { method: 'accept', surface: 'banner', notice: 'hash' } as const

test.each<Row>([
  ['is the first of its browser', {}, grant, { c: { analytics: 1 }, n: 1 }],
  [
    'keeps other answers, also of other pages',
    decided,
    refuse,
    { c: { ...record.c, analytics: 0 } },
  ],
  ['counts on from the record before it', outdated, grant, { n: 5 }],
  ['drops answers to an older policy', outdated, { a: true }, { c: { a: 1 } }],
  ['drops answers that have expired', expired, { a: false }, { c: { a: 0 } }],
  ['drops answers that GPC overrides, and says so [31]', gpc, { a: true }, { c: { a: 1 }, g: 1 }],
  ['refuses for "yes"', {}, { analytics: 'yes' }, { c: { analytics: 0 }, r: undefined }],
  ['refuses for 1', {}, { analytics: 1 }, { c: { analytics: 0 } }],
  ['refuses for {}', {}, { analytics: {} }, { c: { analytics: 0 } }],
  ['refuses for null', {}, { analytics: null }, { c: { analytics: 0 } }],
  ['says how it was made', {}, grant, { m: 'accept', s: 'banner', h: 'hash' }, banner],
  ['has the language of the notice', {}, grant, { l: 'fr' }, { language: 'fr' }],
  ['has the language of the page if no notice names its own', {}, grant, {}, { language: '' }],
  ['has a receipt if it grants anything [19]', {}, { ...grant, a: false }, { r: ID }],
  ['has no receipt if it grants nothing [19]', decided, NONE, { c: NONE, r: undefined }],
  ['leaves out services', {}, grant, { x: ['analytics/A'] }, { without: ['analytics/A', 'b/B'] }],
  ['keeps what was left out', less, { a: true }, { x: less.without }, { without: ['analytics/A'] }],
  ['grants a service again', less, grant, { x: ['videos/Player'] }],
  ['has no empty list', { without: ['analytics/Chat'] }, refuse, { x: undefined }],
])('a record %s', (_, part, answers, expected, origin = {}) => {
  const state: ConsentState<string> = {
    ...{
      status: 'undecided',
      granted: {},
      without: [],
      keys: [],
      pending: [],
      refused: [],
      language: 'ko',
    },
    signals: { gpc: false },
    ...part,
  } as const
  const made = nextRecord(state, Object.entries(answers), origin, '2', T, E, ID)
  const always = { v: 1, p: '2', l: 'ko', t: T, e: E, m: 'custom', s: 'api' }
  expect(made).toMatchObject({ ...always, ...expected })
  expect(made.c).toEqual(expected.c ?? made.c)
})
