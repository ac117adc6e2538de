import { startPortalServer } from '../../scripts/portal-server.mjs'
import { loopbackTest } from './back-button.ts'

/** Starts the portal on a server, which gets also what a closing page sends. */
const startPortal = async (isDemonstration: boolean) => {
  const options = { port: 0, isDemonstration }
  const { address, requests, close } = await startPortalServer(options)
  return {
    address,
    close,
    /** Requests for Google's tag and requests from the tag since `forget`, oldest first. */
    seen: () => requests.map(({ kind, event }) => `${kind} ${event}`),
    events: () => requests.flatMap(({ event }) => (event ? event.split(',') : [])),
    scripts: () => requests.filter(({ kind }) => kind === 'script').length,
    forget() {
      requests.length = 0
    },
  }
}

export type Loopback = Awaited<ReturnType<typeof startPortal>>

/** `test` with the portal on a loopback server. */
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
