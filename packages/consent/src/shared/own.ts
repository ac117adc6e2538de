/**
 * Returns an object's own property, so that an inherited one, such as `constructor`, is not read as
 * data.
 */
export const own = <Table extends object, Name extends keyof Table | string>(
  table: Table,
  name: Name,
): (Name extends keyof Table ? Table[Name] : Table[keyof Table]) | undefined =>
  Object.getOwnPropertyDescriptor(table, name)?.value
