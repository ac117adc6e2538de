import { own } from '../../shared/own.ts'

/**
 * Returns the name of a category for use within a sentence, or its key if the category has no name.
 */
export const purposeName = (category: string, names: Readonly<Record<string, string>>): string =>
  own(names, category) ?? category
