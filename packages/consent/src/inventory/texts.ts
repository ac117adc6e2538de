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
 * The key of an id in a table of texts. Texts with the same id state the same fact. The key is a
 * private-use tag, so no page is in this "language", and no visitor reads the id.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5646#section-2.2.7
 */
export const TEXTS_ID = 'x-id'

/** Returns what texts count as: their id, or else the text in the language declared first. */
export const factOfTexts = (texts: Texts | undefined): string | undefined =>
  texts && (texts[TEXTS_ID] ?? Object.values(texts)[0])

/**
 * Returns a value with texts in place of functions that load texts. Words whose file cannot be
 * loaded or has no texts become an empty object, so visitors read "Not stated".
 */
export const loadTexts = async (value: unknown): Promise<unknown> => {
  const result = typeof value === 'function' ? await load(value as Load) : value
  if (typeof result !== 'object' || result === null) return result
  if (Array.isArray(result)) return Promise.all(result.map(loadTexts))
  const entries = Object.entries(result).map(
    async ([key, inner]) => [key, await loadTexts(inner)] as const,
  )
  return Object.fromEntries(await Promise.all(entries))
}

type Load = Exclude<Words, Texts>

const load = async (words: Load): Promise<Texts> => {
  try {
    const loaded = await words()
    return typeof loaded.default === 'object' ? loaded.default : { ...(loaded as Texts) }
  } catch {
    return {}
  }
}
