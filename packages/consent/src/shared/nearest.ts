/** How many letters may be wrong. */
const MOST = 3

/** Returns the name that a word is nearest to, by edit distance; `undefined` where none is near. */
export const nearest = (word: string, names: readonly string[]): string | undefined => {
  const [best] = names
    .map(name => ({ name, distance: distance(word, name) }))
    // Of a short name hardly a letter may be wrong: `id` is not `ga`.
    .filter(({ name, distance }) => distance <= MOST && distance < name.length / 2)
    .sort((one, other) => one.distance - other.distance)
  return best?.name
}

/**
 * Counts the letters to put in, to take out or to change.
 *
 * @see https://en.wikipedia.org/wiki/Levenshtein_distance
 */
const distance = (one: string, other: string): number => {
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
