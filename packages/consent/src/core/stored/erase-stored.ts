import { quietly } from '../../shared/quietly.ts'
import { deliveryKey, historyKey } from '../../shared/stored-names.ts'

/**
 * Deletes the SDK's own keys of `localStorage`. Never throws.
 *
 * @param cookie Name of the record's cookie, from which the keys are derived.
 */
export const eraseStored = (cookie: string | undefined): void =>
  // If the browser refuses access to `localStorage`, nothing is stored there.
  quietly(() => {
    for (const key of Object.keys(localStorage))
      if (key === historyKey(cookie) || key.startsWith(deliveryKey(cookie)))
        localStorage.removeItem(key)
  })
