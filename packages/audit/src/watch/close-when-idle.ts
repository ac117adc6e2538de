import { setTimeout as pause } from 'node:timers/promises'
import type { Page, Request } from 'playwright-core'

/** A window is idle if none of its requests has run for this time, in milliseconds. */
const IDLE = 1000

/** The longest time that a window stays open, in milliseconds. */
const LIMIT = 5000

/** The time between two looks whether a window is idle, in milliseconds. */
const POLL = 100

/** Closes a window that the page has opened, once the window is idle or `LIMIT` has passed. */
export const closeWhenIdle = async (popup: Page): Promise<void> => {
  const opened = Date.now()
  const running = new Set<Request>()
  let last = opened
  popup.on('request', request => running.add(request))
  for (const event of ['requestfinished', 'requestfailed'] as const)
    popup.on(event as 'requestfinished', request => {
      running.delete(request)
      last = Date.now()
    })
  const isBusy = () => running.size > 0 || Date.now() - last < IDLE
  while (!popup.isClosed() && isBusy() && Date.now() - opened < LIMIT) await pause(POLL)
  await popup.close()
}
