import { warningText } from '../../options/messages.ts'
import { type Fault, validate } from '../../options/validate.ts'
import { inventoryForm } from '../check/declaration-forms.ts'
import { type FaultValues, faultValues } from '../check/fault-values.ts'
import type { Inventory } from '../inventory.ts'

/**
 * Reads an inventory, such as parsed JSON. An inventory of version 0.1 gets the present names:
 * `addresses` for `match`, and the basis `contract` for `disclosed`.
 *
 * ```ts
 * const earlier = readInventory(JSON.parse(await readFile('inventory.json', 'utf8')))
 * ```
 *
 * @param name The name of the value in the error. @default 'inventory'
 * @returns An inventory in the form that functions of the SDK take.
 * @throws TypeError that names the first invalid value by its path, and what was expected.
 */
export const readInventory = (value: unknown, name = 'inventory'): Inventory => {
  const [inventory, fault] = upgradeInventory(value, name)
  if (fault) throw faultError(...faultValues(fault))
  return inventory
}

/** Returns the error that a function throws for an invalid value of a developer. */
export const faultError = (...[path, value, expected]: FaultValues): TypeError => {
  const [text] = warningText('declaration', [path, value, expected, 'The call stops here.'])
  return new TypeError(`[SpaceONE Consent] ${text}`)
}

/**
 * Returns an inventory in the form of this version, and its first mistake, if any. A property that
 * no form has is no mistake, because a later version may have written it.
 */
export const upgradeInventory = (
  value: unknown,
  name: string,
): readonly [inventory: Inventory, fault: Fault | undefined] => {
  const upgraded = inTodaysForm(value)
  const faults = validate(name, upgraded, 'inventory', inventoryForm())
  return [upgraded, faults.find(([, , about]) => about !== 'unknown')]
}

/** Returns an inventory in the form of this version, and any other value as it is, unchecked. */
export const inTodaysForm = (value: unknown): Inventory => {
  const given = value as Inventory
  const services: unknown = given?.services
  if (!Array.isArray(services)) return given
  const upgraded = services.map(one => (Object(one) === one ? upgradedService(one) : one))
  return { ...given, services: upgraded }
}

const upgradedService = ({ match, recipients, ...service }: Readonly<Record<string, unknown>>) => ({
  ...{ addresses: match, collects: [], storage: [], databases: [] },
  ...service,
  recipients:
    typeof recipients === 'object'
      ? [recipients].flat().map(one => {
          const transfer = Object(Object(one).transfer)
          return transfer.basis === 'disclosed'
            ? { ...one, transfer: { ...transfer, basis: 'contract' } }
            : one
        })
      : recipients,
})
