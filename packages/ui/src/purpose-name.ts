/**
 * Gives the words for a category, as they stand in a sentence; its key where there are none.
 *
 * @param names The known categories. Inherited keys such as `constructor` are no names.
 */
export const purposeName = (category: string, names: Readonly<Record<string, string>>): string => {
  const name: unknown = names[category]
  return typeof name === 'string' ? name : category
}
