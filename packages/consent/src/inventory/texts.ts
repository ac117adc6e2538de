import type { Texts, Words } from './declaration.ts'

/** The properties of declarations whose values are words. */
export const WORDS: readonly string[] = [
  'words',
  'site',
  'recipient',
  'until',
  'afterwards',
  'when',
  'how',
  'purpose',
  'necessary',
  'effect',
]

/**
 * Returns a value with texts in place of functions that load texts. Words whose file cannot be
 * loaded or has no texts become an empty object, so visitors read "Not stated".
 */
export const loadTexts = async (value: unknown): Promise<unknown> => {
  if (typeof value === 'function') return loadTexts(await load(value as Exclude<Words, Texts>))
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return Promise.all(value.map(loadTexts))
  const entries = Object.entries(value).map(async ([key, inner]) => [key, await loadTexts(inner)])
  return Object.fromEntries(await Promise.all(entries))
}

const load = async (words: Exclude<Words, Texts>): Promise<object> => {
  try {
    const loaded = await words()
    return typeof loaded.default === 'object' ? loaded.default : { ...loaded }
  } catch {
    return {}
  }
}
