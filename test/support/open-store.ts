import { onTestFinished } from 'vitest'
import {
  type Consent,
  type ConsentOptions,
  type ConsentStorage,
  createStore,
  memoryStorage,
} from '../../packages/consent/src/core/index.ts'

export interface StoreOptions<Name extends string> extends Partial<ConsentOptions<Name>> {
  /** Where the record is stored. @default a new storage in memory */
  readonly storage?: ConsentStorage
}

/** Creates a consent of a visitor without Global Privacy Control. */
export const createTestStore = <Name extends string>(
  categories: ConsentOptions<Name>['categories'],
  { storage = memoryStorage(), ...options }: StoreOptions<Name> = {},
): Consent<Name> =>
  createStore<Name>(
    { policy: { version: '1' }, categories, ...options },
    { storage, signals: { gpc: false } },
  )

export const openStore: typeof createTestStore = (categories, options) => {
  const consent = createTestStore(categories, options)
  onTestFinished(consent.destroy)
  return consent
}
