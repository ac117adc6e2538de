import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chat } from '../../../../../test/support/declared-site.ts'
import { FUZZ } from '../../../../../test/support/fuzz.ts'
import type { Service } from '../../core/index.ts'
import { inventoryOf } from '../../npm/inventory-of.ts'
import type { Inventory } from '../inventory.ts'
import { changesIn } from './changes.ts'
import { readInventory, upgradeInventory } from './read-inventory.ts'

const written = () =>
  inventoryOf({
    policy: { version: '1', versions: [] },
    categories: { support: { services: [{ ...chat, attach: () => () => {} } as Service] } },
  })

test('reads what inventoryOf returns, and its JSON', async () => {
  const inventory = await written()
  expect(readInventory(inventory)).toEqual(inventory)
  const json = JSON.stringify(inventory)
  expect(JSON.stringify(readInventory(JSON.parse(json)))).toContain('"recipients":[{"company"')
})

test('throws a TypeError that says by path what is wrong, what was expected and what happens, with a link', async () => {
  const { services, ...rest } = await written()
  const wrong = { ...rest, services: [...services, { ...services[0], cookies: 'a' }] }
  const read = () => readInventory(wrong, 'inventories/1.json')
  expect(read).toThrow(TypeError)
  expect(read).toThrow(
    /^\[SpaceONE Consent\] inventories\/1\.json\.services\[2\]\.cookies is "a"\. Expected names in a list, .* The call stops here\. See dist\/script\/docs\/\S+$/,
  )
  expect(() => readInventory(null)).toThrow(
    / inventory is missing\. Expected what inventoryOf\(\) /,
  )
})

const old = {
  ...{ name: 'Google Analytics', category: 'analytics', withoutGrant: true },
  recipients: [
    {
      ...{ company: 'Google LLC', country: 'US', relation: 'processor' },
      ...{ contact: ['1600 Amphitheatre Parkway'], policyUrl: 'https://policies.google.com/' },
      transfer: { basis: 'disclosed', when: { en: 'At once' } },
    },
  ],
  retention: { seconds: 36_806_400, afterwards: { en: 'Deleted' } },
  ...{ collects: [{ id: 'pages', words: { en: 'pages' } }], toolKind: 'script', identifies: false },
  ...{ purposes: { site: { en: 'Statistics' } }, refusal: { link: 'https://a.example/' } },
  match: ['googletagmanager.com/gtag', '*.google-analytics.com', 'google.*/ads'],
  cookies: [{ name: '_ga', seconds: 34_128_000, purpose: { en: 'Visitors' } }, { name: '_gid' }],
  storage: [{ name: '_gcl_ls', seconds: 'until-deleted' }],
  databases: [{ name: 'firebase-heartbeat-database', seconds: 'until-deleted' }],
}
const inventoryWith = (...services: readonly unknown[]) => ({
  ...{ policy: { version: '2024-01-18', effective: '2024-01-18' }, services },
  hash: 'hByXVbGpkSREQ6-unlLW10',
})

test('gives an inventory of version 0.1 the present names, keeps every other fact and the hash, and changes nothing in the given one', () => {
  const given = inventoryWith(old)
  const before = JSON.stringify(given)
  const [inventory, fault] = upgradeInventory(given, 'inventory')
  expect(fault).toBeUndefined()
  const { match, ...facts } = old
  const [google] = old.recipients
  expect(inventory).toEqual(
    inventoryWith({
      ...{ ...facts, addresses: match },
      recipients: [{ ...google, transfer: { ...google?.transfer, basis: 'contract' } }],
    }),
  )
  expect(JSON.stringify(given)).toBe(before)
  expect(upgradeInventory(inventory, 'inventory')).toEqual([inventory, undefined])
  expect(changesIn(given as unknown as Inventory, inventory)).toEqual([])
})

test('adds the lists that an inventory of version 0.1 may lack, puts one recipient into a list, and keeps a property that only a later version has', () => {
  const { storage, databases, collects, recipients, ...rest } = old
  const [inventory, fault] = upgradeInventory(
    {
      ...inventoryWith(
        { ...rest, recipients: recipients[0], rating: 5 },
        { ...rest, recipients: 'not-stated' },
      ),
      ...{ seal: 'x', wordsHashes: { en: 'a' } },
    },
    'inventory',
  )
  expect(fault).toBeUndefined()
  const lists = { storage: [], databases: [], collects: [] }
  const google = [expect.objectContaining({ company: 'Google LLC' })]
  expect(inventory).toMatchObject({
    seal: 'x',
    services: [
      { ...lists, rating: 5, recipients: google },
      { ...lists, recipients: 'not-stated' },
    ],
  })
})

// check-declarations.test.ts shows the mistakes in facts, whose forms are the same.
test.each<[value: unknown, path: string, found?: unknown]>([
  [undefined, '', undefined],
  [null, '', null],
  ['text', '', 'text'],
  [[], '', []],
  [{}, '.policy'],
  [{ policy: { version: '1' } }, '.services'],
  [{ ...inventoryWith(), policy: 5 }, '.policy', 5],
  [{ ...inventoryWith(), policy: { version: 1 } }, '.policy.version', 1],
  [{ ...inventoryWith(), services: { 0: old } }, '.services', { 0: old }],
  [{ ...inventoryWith(), wordsHashes: 'x' }, '.wordsHashes', 'x'],
  [{ ...inventoryWith(), hash: 5 }, '.hash', 5],
  [inventoryWith(old, null), '.services[1]', null],
  [inventoryWith({}), '.services[0].name'],
  [inventoryWith({ ...old, name: 5 }), '.services[0].name', 5],
  [inventoryWith({ ...old, match: undefined }), '.services[0].addresses'],
  [inventoryWith({ ...old, match: 'a.example' }), '.services[0].addresses', 'a.example'],
  [inventoryWith({ ...old, match: [null] }), '.services[0].addresses[0]', null],
  [inventoryWith({ ...old, cookies: ['_ga'] }), '.services[0].cookies[0]', '_ga'],
  [inventoryWith({ ...old, databases: ['a'] }), '.services[0].databases[0]', 'a'],
  [inventoryWith({ ...old, storage: [{}] }), '.services[0].storage[0].name'],
  [inventoryWith({ ...old, recipients: undefined }), '.services[0].recipients'],
  [inventoryWith({ ...old, retention: undefined }), '.services[0].retention'],
  [inventoryWith({ ...old, purposes: { site: { en: 5 } } }), '.services[0].purposes.site.en', 5],
])('names the first mistake of %j by its path', (value, path, found) => {
  const [, fault] = upgradeInventory(value, 'compareWith')
  expect(fault?.slice(0, 2)).toEqual([`compareWith${path}`, found])
})

test('throws for no value, and accepts only a value whose services have lists of rows', () => {
  const anything = fc.letrec(tie => ({
    value: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom(undefined, null, 5, '', 'not-stated', 'a.example', old, inventoryWith(old)),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom(
          ...['policy', 'version', 'services', '__proto__', ...Object.keys(old), 'company', 'en'],
        ),
        tie('value'),
        { noNullPrototype: false },
      ),
    ),
  })).value
  const given = fc.oneof(
    anything,
    fc
      .tuple(fc.constantFrom(...Object.keys(old)), anything)
      .map(([key, value]) => inventoryWith({ ...old, [key]: value })),
  )
  fc.assert(
    fc.property(given, value => {
      const [inventory, fault] = upgradeInventory(value, 'inventory')
      if (!fault) expectRows(inventory)
    }),
    FUZZ,
  )
})

const expectRows = ({ services }: Inventory) => {
  for (const { name, recipients, collects, cookies, storage, databases, addresses } of services) {
    const rows = [...cookies, ...storage, ...databases].map(one => one.name)
    const companies = recipients === 'not-stated' ? [] : recipients.map(({ company }) => company)
    for (const text of [name, ...rows, ...companies, ...addresses, ...collects.map(({ id }) => id)])
      expect(text).toBeTypeOf('string')
  }
}
