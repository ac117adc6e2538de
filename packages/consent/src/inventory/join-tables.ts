import type { ServiceWords, WordsTable } from '../words/words-table.ts'

/**
 * Merges tables of texts into one. If two tables have a text under the same key, the text of the
 * later table counts. The texts about one service can be in several tables.
 */
export const joinTables = (...tables: readonly WordsTable[]): WordsTable => {
  const services: Record<string, ServiceWords> = {}
  for (const table of tables)
    for (const [name, words] of Object.entries(table.services ?? {}))
      services[name] = { ...services[name], ...words }
  return {
    items: Object.assign({}, ...tables.map(({ items }) => items)),
    stored: Object.assign({}, ...tables.map(({ stored }) => stored)),
    services,
  }
}
