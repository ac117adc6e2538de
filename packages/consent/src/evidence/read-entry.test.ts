import { expect, test } from 'vitest'
import { ID, NAME, SAMPLE } from '../../../../test/support/sample-record.ts'
import { type ConsentRecord, decodeRecord, encodeRecord } from '../core/index.ts'
import { readEntry } from './read-entry.ts'

const MAIL = 'a@b.example'

const RECORD = { ...SAMPLE, x: ['analytics/채널톡'], r: ID }

const FORMS = {
  today: ({ record: kept = RECORD, ends = '', notice = '' }: Record<string, unknown>) =>
    `${encodeRecord(kept as ConsentRecord)}.${ends}.${notice}`,
  '0.1': (part: object) => JSON.stringify({ id: ID, record: RECORD, ...part }),
}

const read = (text: string) =>
  readEntry([NAME, text], { encode: encodeRecord, decode: decodeRecord })

test.each(Object.entries(FORMS))('reads an entry in the form of %s', (_, write) => {
  const { r, ...rest } = RECORD
  const event = { v: 1, id: ID, type: 'update', receipt: r, ends: ID, record: rest }
  const notice = '{"a":"b.c"}\n{"d":"동의"}'
  expect(read(write({ ends: ID, notice }))).toEqual({ event, notice })
  expect(read(write({}))?.event).toMatchObject({ type: 'give' })
})

test.each<[string, Record<string, unknown>]>([
  ['a further field of the record', { record: { ...RECORD, mail: MAIL } }],
  ['an invalid id of the earlier receipt', { ends: MAIL }],
  ['a grant without a receipt', { record: { ...RECORD, r: undefined } }],
  ['a grant with an invalid receipt', { record: { ...RECORD, r: MAIL } }],
  ['a refusal with a receipt', { record: { ...RECORD, c: { analytics: 0 } } }],
  ['a record that the decoder rejects', { record: { ...RECORD, e: 1 } }],
  ['a text as its record', { record: '' }],
])('rejects an entry with %s, in both forms', (_, part) => {
  for (const write of Object.values(FORMS)) expect(read(write(part))).toBeUndefined()
})

test.each([
  ['another id than its name', { id: ID.replace('a', 'z') }],
  ['a further field', { mail: MAIL }],
  ['null in place of the earlier receipt', { ends: null }],
  ['a list in place of the earlier receipt', { ends: [ID] }],
  ['a number in place of the notice', { notice: 5 }],
])('rejects an entry of 0.1 with %s', (_, part) => {
  expect(read(FORMS['0.1'](part))).toBeUndefined()
})
