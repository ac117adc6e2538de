import { deliveryKey, historyKey } from '../../shared/defaults.ts'
import { localStored } from '../../shared/platform.ts'

/**
 * Deletes the SDK's own keys of `localStorage`. Never throws.
 *
 * @param cookie Name of the record's cookie, from which the keys are derived.
 */
export const eraseStored = (cookie: string | undefined): void => {
  const storage = localStored()
  for (const key of Object.keys(storage ?? {}))
    if (key === historyKey(cookie) || key.startsWith(deliveryKey(cookie))) storage?.removeItem(key)
}
