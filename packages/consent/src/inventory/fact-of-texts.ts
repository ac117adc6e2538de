import type { Texts } from './declaration.ts'

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
