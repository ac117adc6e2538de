import { randomBytes } from 'node:crypto'
import { canonicalJson } from '../src/canonical-json.ts'
import type { ConsentEvent } from '../src/event.ts'
import type { Submission } from '../src/log/log.ts'

/** A day in seconds. */
export const DAY = 86_400

/** The present, in seconds since the epoch. */
export const NOW: number = Math.floor(Date.now() / 1000)

/** The token for the export. The server requires at least 32 characters. */
export const TOKEN = 'a-token-of-more-than-thirty-two-characters'

/** The text of a notice, as the SDK writes it. */
export const NOTICE = '{"language":"ko","strings":["쿠키","é"],"version":"2024-01-18"}'

/** Returns 128 random bits as an id of an event or a receipt. */
export const randomId = (): string => randomBytes(16).toString('base64url')

/** Returns the event of a first grant, as a page sends it. */
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

/** Returns the event of a withdrawal, as a page sends it. */
export const withdrawEvent = (ends: string): ConsentEvent => {
  const { receipt: _, ...event } = giveEvent({ record: { c: { analytics: 0 }, m: 'withdraw' } })
  return { ...event, type: 'withdraw', ends }
}

/** Returns an event as it is added to the log. By default its retention ends in a year. */
export const submission = (
  event: ConsentEvent = giveEvent(),
  until: number = Date.now() + 365 * DAY * 1000,
): Submission => ({ id: event.id, content: canonicalJson(event), until })
