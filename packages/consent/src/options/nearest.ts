/** The largest edit distance of a similar name. */
const MOST = 3

/** Returns the name that is most similar to a word, ignoring case, if one is similar. */
export const nearest = (word: string, names: readonly string[]): string | undefined => {
  const [best] = names
    .map(name => ({ name, distance: distance(word.toLowerCase(), [...name.toLowerCase()]) }))
    // The shorter the name, the fewer letters may differ: `id` is not similar to `ga`.
    .filter(({ name, distance }) => distance <= MOST && distance < name.length / 2)
    .sort((one, other) => one.distance - other.distance)
  return best?.name
}

/**
 * Returns a question for a message, such as `Did you mean theme?`, with a space before it; `''` if
 * none of the names is similar, or the word is the most similar name itself.
 *
 * @param names A list of texts, not typed, since the values of warnings have no type.
 */
export const suggestion = (word: unknown, names: unknown, before = ''): string => {
  const near = nearest(`${word}`, names as readonly string[])
  return near && near !== word ? ` Did you mean ${before}${near}?` : ''
}

/**
 * Counts the fewest letters to insert, delete or change in one word to get the other.
 *
 * @see https://en.wikipedia.org/wiki/Levenshtein_distance
 */
const distance = (one: string, other: readonly string[]): number => {
  let row = [...other, ''].map((_, at) => at)
  for (const letter of one) {
    const next = [(row[0] ?? 0) + 1]
    for (let at = 0; at < other.length; at += 1) {
      const [across = 0, up = 0] = row.slice(at)
      next.push(Math.min(up + 1, (next[at] ?? 0) + 1, across + (letter === other[at] ? 0 : 1)))
    }
    row = next
  }
  return row[other.length] ?? 0
}
