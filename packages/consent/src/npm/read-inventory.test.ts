import { expect, test } from 'vitest'
import { service } from '../index.ts'
import { inventoryOf } from './inventory-of.ts'
import { readInventory } from './read-inventory.ts'

const written = () =>
  inventoryOf({
    policy: { version: '1', versions: [] },
    categories: {
      support: {
        services: [
          service({
            ...{ name: 'Chat', recipients: { company: 'Chat Inc.' }, retention: 'not-stated' },
            ...{ addresses: ['chat.example'], cookies: ['chat_*'] },
            start() {},
            stop() {},
          }),
        ],
      },
    },
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
