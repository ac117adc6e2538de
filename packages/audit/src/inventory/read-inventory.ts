import type { Inventory, InventoryService } from '@spaceone/consent/inventory'

const EXPECTED = 'Expected the JSON that inventoryOf() of @spaceone/consent/inventory returns.'

/**
 * Reads the JSON of an inventory.
 *
 * @throws Error with a sentence for the terminal if the text is no inventory.
 */
export const readInventory = (text: string): Inventory => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Error(`The inventory is no JSON. ${EXPECTED}`)
  }
  const { policy, services } = (value ?? {}) as Partial<Inventory>
  if (typeof policy?.version !== 'string' || !Array.isArray(services))
    throw new Error(`The inventory has no policy.version or no services. ${EXPECTED}`)
  const wrong = services.findIndex(one => !isService(one))
  if (wrong >= 0)
    throw new Error(
      `Service ${wrong + 1} of the inventory lacks its name, recipients, addresses, cookies or storage. ${EXPECTED}`,
    )
  return value as Inventory
}

const isService = (value: unknown): value is InventoryService => {
  const { name, recipients, ...lists } = (value ?? {}) as Partial<InventoryService>
  const { addresses = [], cookies = [], storage = [] } = lists
  return (
    typeof name === 'string' &&
    [lists.addresses, lists.cookies, lists.storage].every(Array.isArray) &&
    (recipients === 'not-stated' || Array.isArray(recipients)) &&
    addresses.every(one => typeof one === 'string') &&
    [...cookies, ...storage].every(one => typeof one?.name === 'string')
  )
}
