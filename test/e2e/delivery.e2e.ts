import { expect, type Page } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { listen } from '../support/observe.ts'
import { test } from '../support/receiver.ts'
import { started } from '../support/sdk-page.ts'

/** Both ways in. */
const WAYS = ['tagPage', 'npmPage'] as const

/** Everything that lies in the browser under a name of ours. */
const storedIn = (page: Page) =>
  page.evaluate(() =>
    JSON.stringify({ cookie: atob(document.cookie.split('=')[1] ?? ''), ...localStorage }),
  )

for (const way of WAYS)
  test(`${way}: a refusal is told nobody, a grant once; a withdrawal names its receipt, which is then nowhere`, async ({
    page,
    host,
  }) => {
    const { warnings, errors } = listen(page)
    const view = new ConsentView(page)
    await page.goto(host[way])
    await view.rejectAll.click()
    await page.reload()
    await started(page)
    expect(host.received).toEqual([])
    expect(host.files).not.toContain('evidence.js')

    await page.evaluate(() => window.spaceoneConsent.acceptAll())
    await expect.poll(() => host.received.map(({ type }) => type)).toEqual(['give'])
    const [{ receipt = '?' } = {}] = host.received
    expect(await storedIn(page)).toContain(receipt)

    await page.evaluate(() => window.spaceoneConsent.rejectAll())
    await expect.poll(() => host.received.map(({ type }) => type)).toEqual(['give', 'withdraw'])
    expect(host.received[1]).toMatchObject({ ends: receipt, record: { c: { analytics: 0 } } })
    await expect.poll(() => storedIn(page)).not.toContain(receipt)
    expect({ warnings, errors }).toEqual({ warnings: [], errors: [] })
  })
