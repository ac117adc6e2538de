import { expect, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { BATCH, cookieNames, listen, waitForBatch } from '../support/observe.ts'
import { PORTAL, playPortal } from '../support/portal-site.ts'

test('the Tag Manager container is loaded after the grant, receives the consent state, and ignores events after the withdrawal [2, 23]', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const site = await playPortal(context, {
    batch: BATCH,
    tag: tag => tag.replace(/data-ga="[^"]*"/, 'data-gtm="GTM-ABC123" data-layer="ownLayer"'),
  })
  const view = new ConsentView(page)
  const { warnings, errors } = listen(page)
  await page.goto(`${PORTAL}/en/`)
  await expect(view.banner).toBeVisible()
  await page.evaluate(() => {
    const { ownLayer } = window as unknown as { ownLayer: unknown[] }
    ownLayer.push({ event: 'early' }, { user: 'new' })
  })
  await page.waitForTimeout(300)
  expect(site.google).toEqual([])
  expect(await cookieNames(context)).toEqual([])

  await view.acceptAll.click()
  await expect
    .poll(() => site.google[0]?.url.href)
    .toBe('https://www.googletagmanager.com/gtm.js?id=GTM-ABC123&l=ownLayer')
  await expect.poll(() => site.events()).toContain('page_view')
  const layer = () =>
    page.evaluate(() => {
      const { ownLayer } = window as unknown as { ownLayer: Record<string, unknown>[] }
      return JSON.parse(JSON.stringify(ownLayer)) as Record<string, unknown>[]
    })
  const entries = await layer()
  const at = (is: (entry: Record<string, unknown>) => boolean) => entries.findIndex(is)
  expect(at(({ event }) => event === 'early')).toBe(-1)
  const order = [
    at(entry => entry['1'] === 'default'),
    at(entry => entry['1'] === 'update'),
    at(({ spaceone_consent }) => spaceone_consent !== undefined),
    at(({ user }) => user === 'new'),
    at(({ event }) => event === 'gtm.js'),
  ]
  expect(order).toEqual([...order].sort((one, other) => one - other))
  expect(order).not.toContain(-1)

  await view.choose('analytics', false)
  site.google.length = 0
  await page.evaluate(() => {
    const { ownLayer } = window as unknown as { ownLayer: unknown[] }
    ownLayer.push({ event: 'late' })
  })
  await waitForBatch(page)
  expect(site.google).toEqual([])
  expect(await cookieNames(context)).toEqual(['spaceone_consent'])
  expect((await layer()).filter(({ event }) => event === 'late')).toEqual([])
  expect({ warnings, errors }).toEqual({ warnings: [], errors: [] })
})
