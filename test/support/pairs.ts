/** The values of each option. */
type Choices<Row> = { readonly [Name in keyof Row]: readonly Row[Name][] }

/**
 * Returns rows of values: each pair of values of two options is in one of the rows. For fifteen
 * options of two values these are some ten rows, instead of 32768.
 *
 * @param isPossible Says whether a row can be tried. No two values may make a row impossible.
 */
export const pairsOf = <Row extends object>(
  choices: Choices<Row>,
  isPossible: (row: Row) => boolean,
): readonly Row[] => {
  const names = Object.keys(choices) as (keyof Row)[]
  const all = names.flatMap(name => choices[name].map(value => ({ name, value })))
  type Choice = (typeof all)[number]
  const missing = new Map(all.map(choice => [choice, new Set<Choice>()]))
  for (const one of all)
    for (const other of all) if (one.name !== other.name) missing.get(one)?.add(other)

  /** Returns the choice of an option that adds the most pairs to a row. */
  const bestOf = (name: keyof Row, row: readonly Choice[]) => {
    const gain = (choice: Choice) => row.filter(chosen => missing.get(choice)?.has(chosen)).length
    return all
      .filter(choice => choice.name === name)
      .reduce((best, choice) => (gain(choice) > gain(best) ? choice : best))
  }
  const valuesOf = (row: readonly Choice[]) =>
    Object.fromEntries(row.map(({ name, value }) => [name, value])) as Row

  /** Returns the row of a pair with as many missing pairs as possible. */
  const rowOf = (one: Choice, other: Choice) => {
    const free = names.filter(name => name !== one.name && name !== other.name)
    const best = [one, other]
    for (const name of free) best.push(bestOf(name, best))
    const changed = all
      .filter(({ name }) => free.includes(name))
      .map(choice => [...best.filter(({ name }) => name !== choice.name), choice])
    const row = [best, ...changed].find(tried => isPossible(valuesOf(tried)))
    if (!row) throw new Error('No row with this pair is possible.')
    return row
  }

  const rows: Row[] = []
  for (const one of all)
    for (const other of missing.get(one) ?? []) {
      const row = rowOf(one, other)
      for (const chosen of row) for (const beside of row) missing.get(chosen)?.delete(beside)
      rows.push(valuesOf(row))
    }
  return rows
}
