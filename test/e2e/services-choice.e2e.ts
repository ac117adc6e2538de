import { expect } from '@playwright/test'
import { block } from '../support/markup.ts'
import { SETTINGS } from '../support/sdk-page.ts'
import { test } from '../support/visitor.ts'

test('two Google services of one purpose have a switch each, and a service that is switched off makes no request while the other runs [13]', async ({
  visitor,
  page,
}) => {
  const { blocks, preferences, save, site } = visitor
  const analytics = visitor.switch('analytics')
  const [ga, gtm] = [visitor.switch('analytics-0'), visitor.switch('analytics-1')]
  const paths = () => site.google.map(({ url }) => `${url.pathname}?${url.searchParams.get('id')}`)
  await page.clock.install()
  await visitor.opens({ attributes: 'data-gtm="GTM-TEST123"', body: SETTINGS + block('status') })
  await visitor.opensSettings()
  await expect(ga).toHaveAccessibleName('Google Analytics')
  await expect(gtm).toHaveAccessibleName('Google Tag Manager')
  for (const off of [ga, gtm, analytics]) await expect(off).not.toBeChecked()

  await analytics.check()
  await expect(gtm).toBeChecked()
  await gtm.uncheck()
  await expect(analytics).toBeChecked()
  expect([visitor.requests(), await visitor.cookies()]).toEqual([[], []])

  await test.step('the record names the refused service, and only the other service runs', async () => {
    await save.click()
    await expect.poll(visitor.events).toEqual(['page_view'])
    expect(await visitor.recorded()).toMatchObject({
      c: { analytics: 1 },
      x: ['analytics/Google Tag Manager'],
      m: 'custom',
      s: 'preferences',
    })
    await page.evaluate(() => {
      const src = 'https://www.googletagmanager.com/gtm.js?id=GTM-TEST123'
      document.head.append(Object.assign(document.createElement('script'), { src }))
    })
    await visitor.settles()
    expect(paths().join()).not.toContain('/gtm.js')
    await expect(blocks.status).toContainText('RefusedGoogle Tag Manager')
  })

  await test.step('the next page applies the same record', async () => {
    site.google.length = 0
    await visitor.reloads()
    await expect.poll(paths).toContain('/gtag/js?G-TEST123')
    await visitor.settles()
    expect(paths().join()).not.toContain('/gtm.js')
    await visitor.opensSettings()
    await expect(ga).toBeChecked()
    await expect(gtm).not.toBeChecked()
  })

  await test.step('accepting everything grants the refused service too', async () => {
    await preferences.locator('#accept-all').click()
    await expect.poll(paths).toContain('/gtm.js?GTM-TEST123')
    expect((await visitor.recorded())?.x).toBeUndefined()
    await expect(blocks.status).toContainText('RefusedNothing')
  })

  await test.step('when refused while running, the Tag Manager container goes silent, and Google Analytics goes on', async () => {
    await visitor.opensSettings()
    await gtm.uncheck()
    await save.click()
    site.google.length = 0
    await page.evaluate("dataLayer.push({ event: 'of_the_container' })")
    const senders = async () => {
      await visitor.pushes('own')
      return site.google.map(({ url }) => url.searchParams.get('tid'))
    }
    // Hits may still be queued, so the SDK blocks all hits with the visitor id for ten seconds.
    await page.clock.fastForward(10_000)
    await expect.poll(senders).toContain('G-TEST123')
    expect(await senders()).not.toContain('G-WRAPPED')
  })

  expect(visitor.faults).toEqual([])
})
