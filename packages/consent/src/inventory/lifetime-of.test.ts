import { expect, test } from 'vitest'
import type { CookieConfig } from './entries.ts'
import { lifetimeOf } from './resolve.ts'

const MONTHS = 34_128_000

test.each<[name: string, config: CookieConfig | undefined, lifetime: object | undefined]>([
  ['_ga', undefined, { seconds: MONTHS, isRenewed: false }],
  ['_ga', { cookie_expires: 3600 }, { seconds: 3600, isRenewed: false }],
  ['_ga', { cookie_expires: 3600, cookie_update: true }, { seconds: 3600, isRenewed: true }],
  ['_ga', { cookie_expires: 0, cookie_update: true }, { seconds: 'session' }],
  ['_ga', { cookie_expires: -1 }, { seconds: MONTHS, isRenewed: false }],
  ['_ga', { cookie_expires: 'long' }, { seconds: MONTHS, isRenewed: false }],
  ['shop_ga', { cookie_prefix: 'shop' }, { seconds: MONTHS, isRenewed: false }],
  ['_ga_*', undefined, { seconds: MONTHS, isRenewed: true }],
  ['_ga_*', { cookie_expires: 3600, cookie_update: false }, { seconds: 3600, isRenewed: true }],
  ['shop_ga_*', { cookie_expires: 0 }, { seconds: 'session' }],
  ['_gcl_*', { cookie_expires: 3600 }, { seconds: 90 * 86_400 }],
  ['_gid', undefined, undefined],
  ['constructor', undefined, undefined],
])('the lifetime of %s with %j is %j', (name, config, lifetime) => {
  expect(lifetimeOf(name, config)).toEqual(lifetime)
})
