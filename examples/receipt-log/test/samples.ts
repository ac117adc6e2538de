import { randomBytes } from 'node:crypto'
import { canonicalJson } from '../src/canonical-json.ts'
import type { ConsentEvent } from '../src/event.ts'
import type { Submission } from '../src/log/log.ts'

/** A day in seconds. */
export const DAY = 86_400

/** The present, in seconds since the epoch. */
export const NOW: number = Math.floor(Date.now() / 1000)

/** 128 random bits, as events and receipts are called. */
export const randomId = (): string => randomBytes(16).toString('base64url')

/** What a page sends at a first grant. */
export const giveEvent = ({
  record,
  ...changes
}: Omit<Partial<ConsentEvent>, 'record'> & {
  readonly record?: Partial<ConsentEvent['record']>
} = {}): ConsentEvent => ({
  v: 1,
  id: randomId(),
  type: 'give',
  receipt: randomId(),
  ...changes,
  record: {
    v: 1,
    p: '2024-01-18',
    l: 'ko',
    t: NOW,
    e: NOW + 180 * DAY,
    c: { analytics: 1, marketing: 0 },
    m: 'custom',
    s: 'banner',
    n: 1,
    ...record,
  },
})

/** What a page sends when everything is taken back. */
export const withdrawEvent = (ends: string): ConsentEvent => {
  const { receipt: _, ...event } = giveEvent({ record: { c: { analytics: 0 }, m: 'withdraw' } })
  return { ...event, type: 'withdraw', ends }
}

/** An event as it goes into the log; kept for a year, by the clock of this machine. */
export const submission = (
  event: ConsentEvent = giveEvent(),
  until: number = Date.now() + 365 * DAY * 1000,
): Submission => ({ id: event.id, content: canonicalJson(event), until })
