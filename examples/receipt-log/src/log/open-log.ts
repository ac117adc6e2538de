import type { Access, Log } from './log.ts'

/**
 * Opens the log that is stored in a database. Loads only the code for this kind of database.
 *
 * @param database Path of an SQLite file, or a connection string of PostgreSQL.
 */
export const openLog = async (database: string, access: Access = 'create'): Promise<Log> => {
  if (/^postgres(ql)?:/.test(database)) {
    const { openPostgresLog } = await import('./postgres-log.ts')
    return openPostgresLog(database, access)
  }
  const { openSqliteLog } = await import('./sqlite-log.ts')
  return openSqliteLog(database, access)
}
