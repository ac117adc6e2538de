const has = Object.prototype.hasOwnProperty

/** Gives what a table itself holds under a name; inherited keys such as `constructor` are none. */
export const own = <Value>(
  table: Readonly<Record<string, Value>>,
  name: string,
): Value | undefined => (has.call(table, name) ? table[name] : undefined)
