import type { Inventory } from './inventory.ts'

/** Says whether a value, such as parsed JSON, can be compared with an inventory. */
export const isInventory = (value: unknown): value is Inventory => {
  const { policy, services } = (value ?? {}) as Partial<Inventory>
  return (
    typeof policy?.version === 'string' &&
    Array.isArray(services) &&
    services.every(
      one =>
        typeof one?.name === 'string' &&
        Array.isArray(one.collects) &&
        (one.recipients === 'not-stated' || Array.isArray(one.recipients)) &&
        one.retention,
    )
  )
}
