import type { Inventory } from '@spaceone/consent/inventory'
import { expect, test } from 'vitest'
import { declarationsOf } from './declarations.ts'

const service = (name: string, more: Partial<Inventory['services'][number]>) => ({
  ...{ name, recipients: [], retention: 'not-stated' as const },
  ...{ collects: [], addresses: [], cookies: [], storage: [], databases: [] },
  ...more,
})

const declared = declarationsOf(
  {
    policy: { version: '1' },
    services: [
      service('Login', {
        necessary: { en: 'To sign in' },
        addresses: ['id.example', 'both.example', '/session'],
        cookies: [{ name: '_g*' }, { name: '_ga_*' }],
      }),
      service('Statistics', {
        addresses: [
          '*.stats.example',
          'both.example',
          'id.example/count',
          'google.*',
          'https://api.whole.example/v1',
        ],
        cookies: [{ name: '_ga' }, { name: '_ga_*' }],
        storage: [{ name: 'stats' }],
      }),
    ],
  },
  'https://shop.example/',
)

test.each([
  ['https://id.example/', 'Login'],
  // The most specific pattern decides; of two equally specific ones, the optional service's.
  ['https://id.example/count', 'Statistics'],
  ['https://both.example/', 'Statistics'],
  ['https://shop.example/session', 'Login'],
  ['https://shop.example/', undefined],
  ['no address', undefined],
])('%s is declared by %s', (address, name) => expect(declared.serviceAt(address)?.name).toBe(name))

test.each([
  ['https://cdn.id.example/', true],
  ['https://a.b.stats.example/', true],
  ['https://www.google.co.jp/', true],
  ['https://other.whole.example/', true],
  ['https://googlex.example/', false],
  ['https://example.test/', false],
])('names the registrable domain of %s: %s', (address, isNamed) =>
  expect(declared.isNamed(address)).toBe(isNamed),
)

test('the declaration with the longest matching name counts for a cookie or a key', () => {
  expect(declared.cookie('_ga')?.service.name).toBe('Statistics')
  expect(declared.cookie('_ga_1')?.service.name).toBe('Statistics')
  expect(declared.cookie('_gid')?.service.name).toBe('Login')
  expect(declared.cookie('session')).toBeUndefined()
  expect(declared.storage('stats')?.service.name).toBe('Statistics')
})
