import type { ConsentRecord } from '../../packages/consent/src/core/index.ts'

/** The time of the sample, in seconds since the epoch. */
export const NOW = 1_760_000_000

export const ID = 'abcdefghijklmnopqrstuv'

/** A `localStorage` key, as an entry of the outbox has it. */
export const NAME: string = `spaceone_consent.outgoing.1001760000000000.1000000000000001.${ID}`

/** A record that grants something for 180 days, without a receipt id. */
export const SAMPLE: ConsentRecord = {
  v: 1,
  p: '2024-01-18',
  l: 'ko',
  t: NOW,
  e: NOW + 180 * 86_400,
  c: { analytics: 1 },
  m: 'accept',
  s: 'banner',
  n: 1,
}
