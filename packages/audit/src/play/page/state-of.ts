import { within } from '../../watch/within.ts'
import type { PhaseVisit } from '../visit.ts'

/** How long the cookies, and then the storage, may take to be read, in milliseconds. */
const PATIENCE = 2000

/** Runs in a frame. Returns local and session storage as a text that is only compared. */
const storageOf = (): string => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])

/**
 * Returns what an acceptance can change, as one text that is only compared: cookies, local and
 * session storage with their values, and the number of requests.
 */
export const stateOf = async ({ page, recording }: PhaseVisit): Promise<string> => {
  const cookies = await within(PATIENCE, page.context().cookies()).catch(() => [])
  const frames = page.frames().map(frame => frame.evaluate(storageOf).catch(() => ''))
  const storage = await within(PATIENCE, Promise.all(frames)).catch(() => [])
  return JSON.stringify([cookies, storage, recording.requestCount()])
}
