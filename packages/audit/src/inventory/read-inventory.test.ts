import { expect, test } from 'vitest'
import { readInventory } from './read-inventory.ts'

const policy = { version: '1' }
const service = {
  name: 'Chat',
  recipients: [],
  addresses: [],
  cookies: [{ name: 'a' }],
  storage: [],
}

test('reads what inventoryOf() writes', () => {
  const given = { policy, services: [service, { ...service, recipients: 'not-stated' }] }
  expect(readInventory(JSON.stringify(given))).toEqual(given)
})

test.each<[text: string, message: RegExp]>([
  ['{', /^The inventory is no JSON\. Expected the JSON that inventoryOf/],
  ['null', /^The inventory has no policy\.version or no services\./],
  [JSON.stringify({ policy }), /^The inventory has no policy\.version or no services\./],
  [
    JSON.stringify({ policy, services: [service, { ...service, addresses: 'x' }] }),
    /^Service 2 of the inventory lacks its name, recipients, addresses, cookies or storage\./,
  ],
  [JSON.stringify({ policy, services: [null] }), /^Service 1 /],
  [JSON.stringify({ policy, services: [{ ...service, cookies: ['a'] }] }), /^Service 1 /],
])('refuses %s', (text, message) => expect(() => readInventory(text)).toThrow(message))
