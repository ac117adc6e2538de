import { own } from '../shared/own.ts'

/** Gives the words for a category, as they stand in a sentence; its key where there are none. */
export const purposeName = (category: string, names: Readonly<Record<string, string>>): string =>
  own(names, category) ?? category
