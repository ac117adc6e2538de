/** One or more items with the same key. */
export type Group<Item> = readonly [Item, ...Item[]]

/** Groups items by a key, in the order of each key's first item. Node 20 has no `Map.groupBy`. */
export const groupBy = <Key, Item>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, Group<Item>> => {
  const groups = new Map<Key, [Item, ...Item[]]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
