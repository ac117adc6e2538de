import { hashText } from '../shared/hash-text.ts'
import type { InventoryService } from './inventory.ts'

/**
 * The properties whose values are words. The hash leaves these properties out, because a
 * translation changes words but no facts.
 */
const WORDS: readonly string[] = [
  ...['words', 'site', 'recipient', 'until', 'afterwards', 'when', 'how', 'purpose', 'necessary'],
]

/**
 * Returns the hash of an inventory's services: the first 22 characters, in base64url, of the
 * SHA-256 over their JSON in UTF-8, without spaces, with sorted keys, and without the properties of
 * `WORDS`.
 *
 * @returns `undefined` where the browser has no `crypto.subtle`, as on http.
 */
export const hashOf = async (
  services: readonly InventoryService[],
): Promise<string | undefined> => {
  const json = JSON.stringify(services, (key, value) => {
    if (WORDS.includes(key)) return undefined
    const isTable = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isTable ? Object.fromEntries(Object.entries(value).sort(byKey)) : value
  })
  try {
    return await hashText(json)
  } catch {
    return undefined
  }
}

const byKey = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1
