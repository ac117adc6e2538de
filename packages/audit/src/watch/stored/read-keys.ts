import type { Frame, Page } from 'playwright-core'
import type { StoredKey } from '../recording.ts'
import { within } from '../within.ts'

/** How long a frame may take to answer, in milliseconds. A frame that is busy may never answer. */
const PATIENCE = 1000

/** How long all frames together may take, in milliseconds. A page can have hundreds of frames. */
const PATIENCE_FOR_ALL = 2000

/**
 * Returns the keys in local and session storage of the page's frames, and the names of their
 * databases and caches, never the values. Leaves out frames that do not answer in time.
 */
export const readKeys = async (page: Pick<Page, 'frames'>): Promise<StoredKey[]> => {
  const all = new Map<string, StoredKey>()
  const read = async (frame: Frame, names: () => StoredKey[] | Promise<StoredKey[]>) => {
    // The browser denies a sandboxed frame its storage.
    const keys = await within(PATIENCE, frame.evaluate(names)).catch(() => undefined)
    for (const key of keys ?? []) all.set(`${key.area} ${key.origin} ${key.key}`, key)
  }
  const frames = page.frames().flatMap(frame => [read(frame, keysIn), read(frame, databasesIn)])
  await within(PATIENCE_FOR_ALL, Promise.all(frames))
  return [...all.values()]
}

/**
 * Runs in a frame. Returns the keys of its two storage areas. A frame without an address of its own
 * has the storage of its parent, or none.
 */
const keysIn = (): StoredKey[] => {
  const { origin } = location
  if (origin === 'null') return []
  return (['local', 'session'] as const).flatMap(area => {
    const storage = area === 'local' ? localStorage : sessionStorage
    return Object.keys(storage).map(key => ({ area, origin, key }))
  })
}

/** Runs in a frame. Returns the names of its databases and caches. Only a secure page has caches. */
const databasesIn = async (): Promise<StoredKey[]> => {
  const { origin } = location
  if (origin === 'null') return []
  const databases = await indexedDB.databases()
  const names = globalThis.caches ? await globalThis.caches.keys() : []
  return [
    ...databases.map(({ name = '' }) => ({ area: 'indexeddb' as const, origin, key: name })),
    ...names.map(key => ({ area: 'cache' as const, origin, key })),
  ]
}
