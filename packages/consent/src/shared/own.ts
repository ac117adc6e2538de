/** Returns an object's own property. Ignores inherited properties, such as `constructor`. */
export const own = <Table extends object, Name extends keyof Table | string>(
  table: Table,
  name: Name,
): (Name extends keyof Table ? Table[Name] : Table[keyof Table]) | undefined =>
  Object.getOwnPropertyDescriptor(table, name)?.value
