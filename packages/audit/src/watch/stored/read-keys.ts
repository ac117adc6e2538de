import type { Frame, Page } from 'playwright-core'
import type { StoredKey } from '../recording.ts'
import { within } from '../within.ts'

/**
 * How long the frames, which are asked all at once, may take to answer, in milliseconds. A frame
 * that is busy may never answer.
 */
const PATIENCE = 2000

/** What one look at the storage of a page has found. */
export interface KeysLook {
  readonly keys: readonly StoredKey[]
  /** The origins of the page's frames, and whether frames of an origin have told all its keys. */
  readonly origins: ReadonlyMap<string, boolean>
}

/**
 * Returns the keys in local and session storage of the page's frames, and the names of their
 * databases and caches, never the values; and for each origin whether its frames answered in time.
 */
export const readKeys = async (page: Pick<Page, 'frames'>): Promise<KeysLook> => {
  const all = new Map<string, StoredKey>()
  const told = READERS.map(() => new Map<string, boolean>())
  const reads = page.frames().flatMap(frame =>
    READERS.map(async (names, index) => {
      const origin = originOf(frame)
      const isTold = told[index]
      if (origin && !isTold?.get(origin)) isTold?.set(origin, false)
      // The browser denies a sandboxed frame its storage, so that the frame has no keys.
      const keys = await within(PATIENCE, frame.evaluate(names)).catch(() => [])
      for (const key of keys ?? []) all.set(`${key.area} ${key.origin} ${key.key}`, key)
      if (origin && keys) isTold?.set(origin, true)
    }),
  )
  await Promise.all(reads)
  const origins = [...new Set(told.flatMap(one => [...one.keys()]))]
  return {
    keys: [...all.values()],
    origins: new Map(origins.map(one => [one, told.every(isTold => isTold.get(one))])),
  }
}

/** Returns the origin of a frame's address; `undefined` for one without, such as `about:blank`. */
const originOf = (frame: Frame): string | undefined => {
  const address = frame.url()
  const origin = URL.canParse(address) ? new URL(address).origin : 'null'
  return origin === 'null' ? undefined : origin
}

/**
 * Runs in a frame. Returns the keys of the frame's local and session storage. A frame without an
 * address of its own has the storage of its parent, or none.
 */
const keysIn = (): StoredKey[] => {
  const { origin } = location
  if (origin === 'null') return []
  return (['local', 'session'] as const).flatMap(area => {
    const storage = area === 'local' ? localStorage : sessionStorage
    return Object.keys(storage).map(key => ({ area, origin, key }))
  })
}

/**
 * Runs in a frame. Returns the names of the frame's databases and caches. Only a secure page has
 * caches.
 */
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

const READERS: readonly (() => StoredKey[] | Promise<StoredKey[]>)[] = [keysIn, databasesIn]
