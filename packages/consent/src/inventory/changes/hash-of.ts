import { hashText } from '../../shared/hash-text.ts'
import { textIn } from '../../shared/text-in.ts'
import type { Texts } from '../declaration.ts'
import type { Inventory, InventoryService } from '../inventory.ts'
import { factOfTexts } from '../resolve.ts'

/** The properties of declarations whose values are words. */
const WORDS: readonly string[] = [
  ...['words', 'site', 'recipient', 'until', 'afterwards', 'when', 'how', 'purpose', 'necessary'],
  'effect',
]

/**
 * Returns the hashes of services: over the facts, and for each language over the facts with their
 * words. Keys and lists are sorted. Without `crypto.subtle`, as on most http pages, returns none.
 */
export const hashesOf = async (
  services: readonly InventoryService[],
  languages: readonly string[],
): Promise<Pick<Inventory, 'hash' | 'wordsHashes'>> => {
  const hashIn = (language?: string) => hashText(JSON.stringify(factsIn(services, language)))
  try {
    const [hash, ...hashes] = await Promise.all([undefined, ...languages].map(hashIn))
    const rows = languages.map((language, at) => [language, hashes[at]] as const)
    return { hash, wordsHashes: Object.fromEntries(rows) as Record<string, string> }
  } catch {
    return {}
  }
}

/** Returns a value sorted, with `factOfTexts` and the text in a language in place of its words. */
const factsIn = (value: unknown, language: string | undefined, key = ''): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(one => JSON.stringify(factsIn(one, language))).sort()
  if (WORDS.includes(key))
    return [factOfTexts(value as Texts), language && textIn(value as Texts, language)]
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([name, inner]) => [name, factsIn(inner, language, name)])
    .sort()
}
