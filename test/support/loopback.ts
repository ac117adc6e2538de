import { startPortalServer } from '../../scripts/portal-server.mjs'
import { loopbackTest } from './back-button.ts'

/**
 * Starts the portal on a real server. This server also gets the requests that a closing page sends
 * by `fetch` with `keepalive` or by beacon. Playwright's routes do not get these requests.
 */
const startPortal = async (isDemonstration: boolean) => {
  const options = { port: 0, isDemonstration }
  const { address, requests, close } = await startPortalServer(options)
  return {
    address,
    close,
    /** Requests for Google's tag and requests from the tag since `forget`, oldest first. */
    seen: () => requests.map(({ kind, event }) => `${kind} ${event}`),
    /** Names of the events in the requests of the tag since `forget`. */
    events: () => requests.flatMap(({ event }) => (event ? event.split(',') : [])),
    /** The number of times that the tag was loaded since `forget`. */
    scripts: () => requests.filter(({ kind }) => kind === 'script').length,
    forget() {
      requests.length = 0
    },
  }
}

export type Loopback = Awaited<ReturnType<typeof startPortal>>

/**
 * Playwright's `test` with the portal on a loopback server, in a browser with the back/forward
 * cache.
 */
export const test = loopbackTest.extend<{
  /** Whether the portal is the demonstration that `npm start` serves. @default false */
  readonly isDemonstration: boolean
  readonly portal: Loopback
}>({
  isDemonstration: [false, { option: true }],

  portal: async ({ isDemonstration }, use) => {
    const portal = await startPortal(isDemonstration)
    await use(portal)
    await portal.close()
  },
})
