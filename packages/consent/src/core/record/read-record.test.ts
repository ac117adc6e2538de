import { expect, test, vi } from 'vitest'
import { ID, NOW, SAMPLE } from '../../../../../test/support/sample-record.ts'
import { memoryStorage } from '../store/ports.ts'
import { createHistory } from './history.ts'
import { readRecord } from './read-record.ts'
import { type ConsentRecord, encodeRecord } from './record.ts'

const answer =
  (analytics: 0 | 1) =>
  (n: number, later = 0, part: Partial<ConsentRecord> = {}): ConsentRecord => ({
    ...SAMPLE,
    ...{ c: { analytics }, t: NOW + later, n },
    ...part,
  })
const [refusal, grant] = [answer(0), answer(1)]
const lost = undefined
const ended = grant(6, -9, { e: NOW })

type Row = [
  about: string,
  counts: 'cookie' | 'known' | 'history' | 'nothing',
  cookie: ConsentRecord | undefined,
  history?: readonly ConsentRecord[],
  known?: ConsentRecord,
]

test.each<Row>([
  ['a grant, with an empty history', 'cookie', grant(1)],
  ['a grant with a receipt, which the history has', 'cookie', grant(1, 0, { r: ID }), [grant(1)]],
  ['an older grant after a refusal [5, 52]', 'nothing', grant(1), [refusal(2, 10)]],
  ['the earlier of two decisions in one second', 'nothing', grant(1), [refusal(2)]],
  ['the later of two decisions in one second', 'cookie', grant(2), [grant(2), refusal(1)]],
  ['a grant after the clock was set back', 'cookie', grant(2, -60), [grant(2, -60), refusal(1)]],
  ['a later grant on another sub-domain', 'cookie', grant(2, 10), [refusal(1)]],
  ['a refusal, whatever the history has', 'cookie', refusal(1), [grant(2)]],
  ['a grant that is not written', 'cookie', grant(2, -60), [refusal(1)], grant(2, -60)],
  ['a decision that expired with its cookie', 'history', lost, [ended, refusal(5)]],
  ['a decision without its cookie', 'nothing', lost, [grant(2), ended], grant(2)],
  ['an earlier grant just after a refusal [23]', 'known', grant(1), [], refusal(2)],
  ['an earlier grant five seconds after a refusal', 'cookie', grant(1), [], refusal(2, -5)],
  ['an earlier number, decided later', 'cookie', refusal(1, 1), [], grant(2)],
  ['the same number, decided earlier', 'cookie', refusal(2, -1), [], grant(2)],
])('%s: %s counts', (_, counts, cookie, history = [], known = undefined) => {
  const text = JSON.stringify(history.map(encodeRecord))
  vi.stubGlobal('localStorage', { getItem: () => text })
  const storage = memoryStorage(...(cookie ? [encodeRecord(cookie)] : []))
  const read = readRecord(
    storage,
    NOW,
    known,
    createHistory(undefined, 365, () => NOW),
  )
  expect(read).toEqual({ cookie, known, history: history[0], nothing: undefined }[counts])
})

test('a grant counts if the history cannot be read', () => {
  vi.stubGlobal('localStorage', { getItem: () => 'no list' })
  const storage = memoryStorage(encodeRecord(grant(1)))
  const history = createHistory(undefined, 365, () => NOW)
  expect(readRecord(storage, NOW, undefined, history)).toEqual(grant(1))
})
