import type { Log } from './log.ts'

/**
 * Opens the log that a configuration names. Only the database in use is loaded.
 *
 * @param database Path of an SQLite file, or a connection string of PostgreSQL.
 * @param mustExist Refuses an SQLite file that is not there, instead of making it.
 */
export const openLog = async (database: string, mustExist = false): Promise<Log> => {
  if (/^postgres(ql)?:/.test(database)) {
    const { openPostgresLog } = await import('./postgres-log.ts')
    return openPostgresLog(database)
  }
  const { openSqliteLog } = await import('./sqlite-log.ts')
  return openSqliteLog(database, mustExist)
}
