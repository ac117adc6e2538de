import { cookiePairs, deleteCookie } from '../core/index.ts'
import { IS_TAG } from '../shared/is-tag.ts'
import { quietly } from '../shared/quietly.ts'
import type { Rules } from './rules.ts'

/**
 * Deletes the cookies, keys of `localStorage` and databases of blocked services, and nothing else.
 * Never throws. Does not wait for the deletion of a database: the deletion can last until the page
 * closes the database.
 */
export const sweep = ({ isStale, staleDatabases }: Rules): void => {
  quietly(() => {
    for (const pair of cookiePairs()) {
      const [name = ''] = pair.split('=')
      if (isStale('cookie', name)) deleteCookie(name)
    }
  })
  quietly(() => {
    for (const key of Object.keys(localStorage))
      if (isStale('storage', key)) localStorage.removeItem(key)
  })
  if (IS_TAG) return
  quietly(() => {
    for (const name of staleDatabases()) indexedDB.deleteDatabase(name)
  })
}
