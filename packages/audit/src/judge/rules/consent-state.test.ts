import { expect, test } from 'vitest'
import { consentStateOf, type SignalStates } from './consent-state.ts'

const [granted, denied] = ['granted', 'denied'] as const
const rest = { ad_user_data: denied, ad_personalization: denied }

test.each<[gcs: string | undefined, gcd: string | undefined, state: SignalStates]>([
  ['G111', undefined, { ad_storage: granted, analytics_storage: granted }],
  ['G101', undefined, { ad_storage: denied, analytics_storage: granted }],
  ['G1--', undefined, { ad_storage: 'not-set', analytics_storage: 'not-set' }],
  [undefined, '13q3r3p3p5l1', { ad_storage: denied, analytics_storage: granted, ...rest }],
  [
    undefined,
    '11m1n1u1v5',
    {
      ad_storage: denied,
      analytics_storage: granted,
      ad_user_data: denied,
      ad_personalization: granted,
    },
  ],
  [
    undefined,
    '13l3t3x2p1',
    { ad_storage: 'not-set', analytics_storage: granted, ad_personalization: denied },
  ],
  // If `gcs` and `gcd` differ, `gcs` counts, because the tag acts on `gcs`.
  ['G100', '13r3r3p3p5', { ad_storage: denied, analytics_storage: denied, ...rest }],
  ['G2', 'nonsense', {}],
  [undefined, undefined, {}],
])('gcs %s with gcd %s says %j', (gcs, gcd, state) => {
  const signals = Object.entries(consentStateOf({ gcs, gcd })).filter(([, value]) => value)
  expect(Object.fromEntries(signals)).toEqual(state)
})
