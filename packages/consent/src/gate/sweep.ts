import { deleteCookie } from '../core/index.ts'
import { IS_TAG } from '../shared/build.ts'
import { quietly } from '../shared/errors.ts'
import { cookiePairs } from '../shared/platform.ts'
import { skipNotes } from './ledger.ts'
import type { Rules } from './rules.ts'

/**
 * Deletes cookies, keys of `localStorage` and `sessionStorage`, and databases of blocked services,
 * of cookies only those that `deleteCookie` can delete. Never throws. Does not wait for a database:
 * the page may use it.
 */
export const sweep = ({ blocksName, staleDatabases }: Rules): void => {
  const sweepStorage = (storage: Storage) => {
    for (const key of Object.keys(storage))
      if (blocksName('storage', key, true)) storage.removeItem(key)
  }
  for (const step of [
    () => {
      for (const pair of cookiePairs()) {
        const [name = ''] = pair.split('=')
        if (blocksName('cookie', name, true)) skipNotes(() => deleteCookie(name))
      }
    },
    () => sweepStorage(window.localStorage),
    () => sweepStorage(window.sessionStorage),
    () => {
      if (!IS_TAG) for (const name of staleDatabases?.() ?? []) indexedDB.deleteDatabase(name)
    },
  ])
    quietly(step)
}
