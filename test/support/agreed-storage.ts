import { type ConsentStorage, memoryStorage } from '../../packages/consent/src/core/index.ts'
import { createTestStore } from './open-store.ts'

/** Creates a storage with a record from an earlier page, by default one that grants analytics. */
export const agreedStorage = (
  granted: Readonly<Record<string, boolean>> = { analytics: true },
): ConsentStorage => {
  const storage = memoryStorage()
  const categories = Object.fromEntries(Object.keys(granted).map(name => [name, {}]))
  const before = createTestStore(categories, { storage })
  before.decide(granted)
  before.destroy()
  return storage
}
