import { readInventory as checked, type Inventory } from '@spaceone/consent/inventory'

/**
 * Reads the JSON of an inventory, also of one that version 0.1 of `@spaceone/consent` has written.
 *
 * @throws Error with a sentence for the terminal if the text is no JSON, or no inventory: then with
 *   the path of the first mistake.
 */
export const readInventory = (text: string): Inventory => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Error(
      'The inventory is no JSON. Expected the JSON that inventoryOf() of @spaceone/consent returns.',
    )
  }
  return checked(value)
}
