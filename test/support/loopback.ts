import { expect } from '@playwright/test'
import { startPortalServer } from '../../scripts/portal-server.mjs'
import { startOutside } from '../webkit/start-outside.ts'
import { keepingTest } from './back-button.ts'
import { Visitor } from './visitor.ts'

/**
 * The portal on a real server. Requests that a closing page sends by `fetch` with `keepalive` or by
 * beacon reach this server, but do not reach Playwright's routes.
 */
export interface Loopback {
  readonly address: string
  /** Requests for Google's tag and requests from the tag since `forget`, oldest first. */
  seen(): readonly string[]
  /** Names of the events in the requests of the tag. */
  events(): readonly string[]
  /** How often the tag was loaded since `forget`. */
  scripts(): number
  /** Returns the client id with which an event was sent. */
  clientOf(event: string): string | null | undefined
  forget(): void
}

interface Fixtures {
  readonly portal: Loopback
  readonly visitor: Visitor
  /** Requests to any other host. */
  readonly outside: Awaited<ReturnType<typeof startOutside>>
}

/**
 * Playwright's `test` with the portal on a loopback server, in a browser with the back/forward
 * cache.
 */
export const test = keepingTest.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from it
  outside: async ({}, use) => {
    const outside = await startOutside()
    await use(outside)
    await outside.close()
    expect(outside.asked).toEqual([])
  },

  visitor: ({ page }, use) => use(new Visitor(page)),

  proxy: ({ outside }, use) => use({ server: `http://${outside.address}`, bypass: '127.0.0.1' }),

  // biome-ignore lint/correctness/noEmptyPattern: see above
  portal: async ({}, use) => {
    const { address, requests, close } = await startPortalServer({ port: 0 })
    const events = () => requests.flatMap(({ event }) => (event ? event.split(',') : []))
    await use({
      address,
      seen: () => requests.map(({ kind, event }) => `${kind} ${event}`),
      events,
      scripts: () => requests.filter(({ kind }) => kind === 'script').length,
      clientOf: name => {
        const hit = requests.find(({ event }) => event.split(',').includes(name))
        return hit && new URL(hit.address, address).searchParams.get('cid')
      },
      forget: () => {
        requests.length = 0
      },
    })
    await close()
  },
})
