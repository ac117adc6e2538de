import { expect, test } from 'vitest'
import type { SeenCookie, SeenStorage } from '../../seen.ts'
import { askedFor } from './asked-for.ts'

const page = {
  seen: { url: 'https://shop.example/', phases: [] },
  url: 'https://shop.example/',
  site: 'shop.example',
}
const PIXEL = 'https://connect.facebook.net/fbevents.js'

const cookie = (name: string, more: Partial<SeenCookie> = {}): SeenCookie => ({
  ...{ name, domain: 'shop.example', path: '/', origin: 'script', answer: 'none', at: 0 },
  ...more,
})
const key = (name: string, more: Partial<SeenStorage> = {}): SeenStorage => ({
  ...{ key: name, area: 'local', origin: 'https://shop.example', answer: 'none', at: 0 },
  ...more,
})

test.each<[SeenCookie, string | undefined]>([
  [cookie('_ga'), 'Google Analytics'],
  [cookie('_fbp'), 'Meta'],
  [cookie('x1', { script: PIXEL }), 'Facebook'],
  [cookie('x1', { script: 'https://shop.example/matomo.js' }), 'Matomo'],
  [cookie('x1', { origin: 'header', url: 'https://c.clarity.ms/' }), 'Microsoft Clarity'],
  [cookie('x1', { script: 'https://shop.example/' }), undefined],
  [cookie('__hs_opt_out', { script: 'https://js.hs-analytics.net/a.js' }), undefined],
  [cookie('x1'), undefined],
])('the cookie %j needs a grant for %s', (one, name) =>
  expect(askedFor(page, { kind: 'cookie', phase: 'accept', cookie: one })).toBe(name),
)

test.each<[SeenStorage, string | undefined]>([
  [key('_gcl_ls'), 'Google Ads'],
  [key('cto_bundle'), 'Criteo'],
  [key('x1', { area: 'indexeddb', script: PIXEL }), 'Facebook'],
  [key('x1', { area: 'cache', origin: 'https://www.clarity.ms' }), 'Microsoft Clarity'],
  [key('x1', { script: 'https://shop.example/app.js' }), undefined],
  [key('_fbp', { area: 'cache' }), undefined],
  [key('x1'), undefined],
])('the key %j needs a grant for %s', (one, name) =>
  expect(askedFor(page, { kind: 'storage', phase: 'accept', storage: one })).toBe(name),
)
