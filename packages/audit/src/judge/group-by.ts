/** A list with at least one item. */
export type NonEmpty<Item> = readonly [Item, ...Item[]]

/** Groups items by a key, in the order of each key's first item. Node 20 has no `Map.groupBy`. */
export const groupBy = <Key, Item>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, NonEmpty<Item>> => {
  const groups = new Map<Key, [Item, ...Item[]]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
