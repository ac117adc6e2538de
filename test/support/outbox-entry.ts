import type { ConsentRecord } from '../../packages/consent/src/core/index.ts'

/** An id that is as long as a real id. */
export const ID = 'abcdefghijklmnopqrstuv'

/** The name of an entry in `localStorage`. */
export const NAME: string = `spaceone_consent.outgoing.1001760000000000.1000000000000001.${ID}`

/** A record that grants a category, without a receipt id. */
export const SAMPLE: ConsentRecord = {
  v: 1,
  p: '2024-01-18',
  l: 'ko',
  t: 1_760_000_000,
  e: 1_775_552_000,
  c: { analytics: 1 },
  m: 'accept',
  s: 'banner',
  n: 1,
}
