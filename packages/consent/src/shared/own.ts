/**
 * Returns what an object itself holds under a name, so that nothing inherited, such as `constructor`,
 * is taken for data.
 */
export const own = <Table extends object, Name extends keyof Table | string>(
  table: Table,
  name: Name,
): (Name extends keyof Table ? Table[Name] : Table[keyof Table]) | undefined =>
  Object.getOwnPropertyDescriptor(table, name)?.value
