// @ts-check
import { setTimeout as sleep } from 'node:timers/promises'
import { isGoogle } from './google.mjs'

/** How often to check whether a page is idle, in milliseconds. */
const INTERVAL = 100

/**
 * Counts the requests of a page, from now on, without the request for the page itself.
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
    /** Returns the figures so far: `bytes` as transferred, with headers. */
    count: () => ({ bytes, requests: counted.size, googleRequests }),

    /**
     * Waits until nothing has been requested for a given time.
     *
     * @param {number} rest The time without a request, in milliseconds.
     */
    rest: async rest => {
      const start = performance.now()
      while (pending.size > 0 || performance.now() - Math.max(start, lastChange) < rest)
        await sleep(INTERVAL)
    },
  }
}
