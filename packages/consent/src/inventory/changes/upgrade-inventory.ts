import { type DeclarationFault, faultsAt } from '../check/check-declarations.ts'
import { inventoryForm } from '../check/declaration-forms.ts'
import type { Inventory } from '../inventory.ts'

/**
 * Returns an inventory in the form of this version, and the first mistake in it. A property that no
 * form has is no mistake, because a later version may have written it.
 *
 * @param path The name of the value in the mistake's path.
 */
export const upgradeInventory = (
  value: unknown,
  path: string,
): readonly [inventory: Inventory, fault: DeclarationFault | undefined] => {
  const upgraded = inTodaysForm(value)
  const faults: DeclarationFault[] = []
  const found = faultsAt(path, upgraded, 'inventory', inventoryForm(), (at, texts) => {
    for (const [language, text] of Object.entries(texts))
      if (typeof text !== 'string') faults.push([`${at}.${language}`, text, 'text'])
  })
  const fault = [...found, ...faults].find(([, , about]) => about !== 'unknown')
  return [upgraded, fault]
}

/**
 * Returns an inventory, or any other value, unchecked in the form of this version: with the present
 * names, and the lists that one of version 0.1 may lack.
 */
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
