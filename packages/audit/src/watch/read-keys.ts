import type { Page } from 'playwright-core'
import type { StoredKey } from './recording.ts'
import { within } from './within.ts'

/** How long a frame may take to answer, in milliseconds. A frame that is busy may never answer. */
const PATIENCE = 1000

/** Returns the keys in local and session storage of the page's frames, never the values. */
export const readKeys = async (page: Page): Promise<StoredKey[]> => {
  const found = await Promise.all(
    page.frames().map(frame =>
      within(PATIENCE, frame.evaluate(keysInFrame)).then(
        keys => keys ?? [],
        // The browser denies a sandboxed frame its storage.
        () => [],
      ),
    ),
  )
  const all = new Map(found.flat().map(key => [`${key.area} ${key.origin} ${key.key}`, key]))
  return [...all.values()]
}

/** Runs in a frame. Returns the keys of its two storage areas. */
const keysInFrame = (): StoredKey[] => {
  const { origin } = location
  return (['local', 'session'] as const).flatMap(area => {
    const storage = area === 'local' ? localStorage : sessionStorage
    return Object.keys(storage).map(key => ({ area, origin, key }))
  })
}
