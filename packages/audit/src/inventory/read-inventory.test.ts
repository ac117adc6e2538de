import { expect, test } from 'vitest'
import { readInventory } from './read-inventory.ts'

const policy = { version: '1' }
const service = {
  ...{ name: 'Chat', recipients: [], retention: { seconds: 60 }, collects: [] },
  ...{ addresses: ['chat.example'], cookies: [{ name: 'a' }], storage: [], databases: [] },
}

test('reads what inventoryOf() writes', () => {
  const given = { policy, services: [service, { ...service, recipients: 'not-stated' }] }
  expect(readInventory(JSON.stringify(given))).toEqual(given)
})

test('reads what version 0.1 has written: the addresses under another name', () => {
  const { addresses: match, databases, ...old } = service
  const given = { policy, services: [{ ...old, match, withoutGrant: true }] }
  expect(readInventory(JSON.stringify(given)).services).toEqual([
    { ...service, withoutGrant: true },
  ])
})

test.each<[text: string, message: RegExp]>([
  ['{', /^The inventory is no JSON\. Expected the JSON that inventoryOf/],
  ['null', / inventory is missing\. Expected what inventoryOf\(\) returns/],
  [JSON.stringify({ policy }), / inventory\.services is missing\. Expected what inventoryOf/],
  [
    JSON.stringify({ policy, services: [service, { ...service, addresses: 'x' }] }),
    / inventory\.services\[1\]\.addresses is "x"\. Expected hosts or addresses in a list/,
  ],
  [JSON.stringify({ policy, services: [null] }), / inventory\.services\[0\] is missing\./],
  [
    JSON.stringify({ policy, services: [{ ...service, cookies: ['a'] }] }),
    / inventory\.services\[0\]\.cookies\[0\] is "a"\./,
  ],
])('refuses %s', (text, message) => expect(() => readInventory(text)).toThrow(message))
