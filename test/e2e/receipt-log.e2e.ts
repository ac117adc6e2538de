import { expect, test } from '@playwright/test'
import { startPortalServer } from '../../scripts/portal-server.mjs'
import { freePort } from '../support/free-port.ts'
import { startReceiptLog } from '../support/receipt-log.ts'
import { Visitor } from '../support/visitor.ts'

/** The number of grants and withdrawals while the receipt log is stopped and started. */
const ROUNDS = 4

test('a receipt log that is killed while events arrive, and restarted, has every event exactly once', async ({
  page,
}) => {
  const visitor = new Visitor(page)
  const port = await freePort()
  const log = await startReceiptLog(`http://127.0.0.1:${port}`, await freePort())
  const portal = await startPortalServer({ port, endpoint: log.url })
  const waiting = () =>
    page.evaluate(() => Object.keys(localStorage).filter(key => key.includes('.outgoing.')))
  try {
    await visitor.goes(`${portal.address}/en/`)
    for (let round = 0; round < ROUNDS; round += 1) {
      await visitor.decides(true)
      if (round % 4 === 1) await log.kill()
      await visitor.decides(false)
      if (round % 4 === 3) await log.start()
    }
    await visitor.reloads()
    await expect.poll(waiting, { timeout: 50_000 }).toEqual([])

    const events = await log.events()
    expect(events.map(({ type }) => type)).toEqual(
      Array.from({ length: ROUNDS }, () => ['give', 'withdraw']).flat(),
    )
    expect(new Set(events.map(({ id }) => id)).size).toBe(2 * ROUNDS)
    // Each withdrawal names the receipt of the grant before it.
    for (let at = 0; at < events.length; at += 2)
      expect(events[at + 1]?.ends).toBe(events[at]?.receipt)
  } finally {
    await portal.close()
    await log.remove()
  }
})
