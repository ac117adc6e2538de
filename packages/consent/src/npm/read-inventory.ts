import {
  type FaultValues,
  faultValues,
  type Inventory,
  upgradeInventory,
} from '../inventory/index.ts'
import { warningText } from '../options/messages.ts'

/**
 * Reads an inventory, such as parsed JSON. An inventory of version 0.1 gets the present names:
 * `addresses` for `match`, and the basis `contract` for `disclosed`.
 *
 * ```ts
 * const earlier = readInventory(JSON.parse(await readFile('inventory.json', 'utf8')))
 * ```
 *
 * @param name The name of the value in the error. @default 'inventory'
 * @returns An inventory that every function of the SDK can read.
 * @throws TypeError that names the first invalid value by its path, and what was expected.
 */
export const readInventory = (value: unknown, name = 'inventory'): Inventory => {
  const [inventory, fault] = upgradeInventory(value, name)
  if (fault) throw faultError(...faultValues(fault))
  return inventory
}

/** Returns the error of a function that gets an invalid value from a developer. */
export const faultError = (...[path, value, expected]: FaultValues): TypeError => {
  const [text] = warningText('declaration', [path, value, expected, 'The call stops here.'])
  return new TypeError(`[SpaceONE Consent] ${text}`)
}
