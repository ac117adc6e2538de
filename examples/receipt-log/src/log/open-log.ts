import type { Log } from './log.ts'

/**
 * Opens the log of a configuration. Only the code for the configured database is loaded.
 *
 * @param database Path of an SQLite file, or a connection string of PostgreSQL.
 * @param mustExist Rejects when an SQLite file does not exist, instead of creating the file.
 */
export const openLog = async (database: string, mustExist = false): Promise<Log> => {
  if (/^postgres(ql)?:/.test(database)) {
    const { openPostgresLog } = await import('./postgres-log.ts')
    return openPostgresLog(database)
  }
  const { openSqliteLog } = await import('./sqlite-log.ts')
  return openSqliteLog(database, mustExist)
}
