import { within } from '../../watch/within.ts'
import type { PhaseVisit } from '../visit.ts'

/** How long the page may take to answer, in milliseconds. */
const PATIENCE = 2000

/** Runs in the page. Returns everything in the two storage areas. The audit compares and drops it. */
const storageOf = (): string => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])

/**
 * Returns what an acceptance can change, as one text that is only compared: the cookies and the
 * storage with their values, and the number of requests.
 */
export const stateOf = async ({ page, recording }: PhaseVisit): Promise<string> => {
  const cookies = await within(PATIENCE, page.context().cookies()).catch(() => [])
  const frames = page.frames().map(frame => frame.evaluate(storageOf).catch(() => ''))
  const storage = await within(PATIENCE, Promise.all(frames)).catch(() => [])
  return JSON.stringify([cookies, storage, recording.requestCount()])
}
