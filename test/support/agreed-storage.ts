import {
  type ConsentStorage,
  createStore,
  memoryStorage,
} from '../../packages/consent/src/core/index.ts'

/** Creates a storage with a record from an earlier page. The record grants analytics. */
export const agreedStorage = (): ConsentStorage => {
  const storage = memoryStorage()
  const before = createStore(
    { policy: { version: '1' }, categories: { analytics: {} } },
    { storage, signals: { gpc: false } },
  )
  before.acceptAll()
  before.destroy()
  return storage
}
