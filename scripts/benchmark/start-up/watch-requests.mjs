// @ts-check
import { setTimeout as sleep } from 'node:timers/promises'
import { isGoogle } from './google.mjs'

/** How often the watch looks whether a page is at rest, in milliseconds. */
const INTERVAL = 100

/**
 * Counts what a page requests beside itself, from now on.
 *
 * @param {import('@playwright/test').CDPSession} devtools
 */
export const watchRequests = async devtools => {
  /** @type {Set<string>} */
  const pending = new Set()
  /** @type {Set<string>} Requests that are in the figures. */
  const counted = new Set()
  let bytes = 0
  let googleRequests = 0
  let lastChange = performance.now()

  devtools.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    lastChange = performance.now()
    pending.add(requestId)
    if (isGoogle(request.url)) googleRequests += 1
    else if (type !== 'Document' && request.url.startsWith('http')) counted.add(requestId)
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    lastChange = performance.now()
    pending.delete(requestId)
    if (counted.has(requestId)) bytes += encodedDataLength
  })
  devtools.on('Network.loadingFailed', ({ requestId }) => {
    lastChange = performance.now()
    pending.delete(requestId)
  })
  await devtools.send('Network.enable')

  return {
    /** Gives the figures so far: `bytes` as they were sent, headers in. */
    count: () => ({ bytes, requests: counted.size, googleRequests }),

    /**
     * Waits until nothing has been requested for a while from now on.
     *
     * @param {number} rest In milliseconds.
     */
    rest: async rest => {
      const start = performance.now()
      while (pending.size > 0 || performance.now() - Math.max(start, lastChange) < rest)
        await sleep(INTERVAL)
    },
  }
}
