import { test as base, expect, type Page } from '@playwright/test'
import { startPortalServer } from '../../scripts/portal-server.mjs'
import { freePort } from '../support/free-port.ts'
import { type ReceiptLog, startReceiptLog } from '../support/receipt-log.ts'
import { started } from '../support/sdk-page.ts'

interface Fixtures {
  /** A running receipt log. */
  readonly log: ReceiptLog
  /** The portal's English page, which delivers each decision to the receipt log. */
  readonly portal: string
}

const test = base.extend<Fixtures & { ports: readonly [number, number] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from it
  ports: async ({}, use) => use([await freePort(), await freePort()]),
  log: async ({ ports: [portal, port] }, use) => {
    const log = await startReceiptLog(`http://127.0.0.1:${portal}`, port)
    await use(log)
    await log.remove()
  },
  portal: async ({ ports: [port], log }, use) => {
    const { address, close } = await startPortalServer({ port, endpoint: log.url })
    await use(`${address}/en/`)
    await close()
  },
})

const open = async (page: Page, address: string) => {
  await page.goto(address)
  await started(page)
}

const accept = (page: Page) => page.evaluate(() => window.spaceoneConsent.acceptAll())
const reject = (page: Page) => page.evaluate(() => window.spaceoneConsent.rejectAll())

const waitingIn = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter(key => key.includes('.outgoing.')))

test('a receipt log that is killed while events arrive, and restarted, has every event exactly once', async ({
  page,
  log,
  portal,
}) => {
  await open(page, portal)
  /** Grants and withdraws in turn while the receipt log is stopped and started. */
  const ROUNDS = 4
  for (let round = 0; round < ROUNDS; round += 1) {
    await accept(page)
    if (round % 4 === 1) await log.kill()
    await reject(page)
    if (round % 4 === 3) await log.start()
  }
  await page.reload()
  await started(page)
  await expect.poll(() => waitingIn(page), { timeout: 50_000 }).toEqual([])

  const events = await log.events()
  expect(events.map(({ type }) => type)).toEqual(
    Array.from({ length: ROUNDS }, () => ['give', 'withdraw']).flat(),
  )
  expect(new Set(events.map(({ id }) => id)).size).toBe(2 * ROUNDS)
  // Each withdrawal names the receipt of the grant before it.
  for (let at = 0; at < events.length; at += 2)
    expect(events[at + 1]?.ends).toBe(events[at]?.receipt)
})
