import { expect, type Page } from '@playwright/test'
import { startPortalServer } from '../../scripts/portal-server.mjs'
import { startOutside } from '../webkit/start-outside.ts'
import { keepingTest } from './back-button.ts'

/**
 * The portal on a server of its own. What a page sends while it closes is seen there: an interception
 * of requests ends with the page, a `fetch` with `keepalive` and a beacon do not.
 */
export interface Loopback {
  readonly address: string
  /** Requests of the tag itself and of what it sent that came since `forget`, oldest first. */
  seen(): readonly string[]
  /** Names of the events among them. */
  events(): readonly string[]
  /** How often the tag was loaded since `forget`. */
  scripts(): number
  /** The client id with which an event came. */
  clientOf(event: string): string | null | undefined
  forget(): void
}

interface Fixtures {
  readonly portal: Loopback
  /** What was asked of any other host. */
  readonly outside: Awaited<ReturnType<typeof startOutside>>
}

/** Playwright's `test` with a portal on loopback, in a browser that keeps pages for its back button. */
export const test = keepingTest.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from it
  outside: async ({}, use) => {
    const outside = await startOutside()
    await use(outside)
    await outside.close()
    expect(outside.asked).toEqual([])
  },

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

/** Opens a page of the portal; over once the SDK has started there. */
export const visit = async (page: Page, portal: Loopback, path = '/en/'): Promise<void> => {
  await page.goto(portal.address + path)
  await started(page)
}

/** Waits for the SDK of the page that is there now. */
export const started = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => window.spaceoneConsent?.version)
}
