import { expect, type Page } from '@playwright/test'
import { COUNT } from '../everywhere/counts.ts'
import { test } from '../support/page-console.ts'
import { Visitor } from '../support/visitor.ts'
import { startVite } from '../support/vite-site.ts'

/** What a site's module disposes before a hot update runs it again, as source text. */
const UNDOS = {
  'and nothing is undone': '',
  'and the view is taken down': 'import.meta.hot.dispose(() => unmount())',
  'and the consent is taken down': 'import.meta.hot.dispose(() => consent.destroy())',
}

const moduleOf = (undo: string) => `
  import { createConsent, googleAnalytics, blockedMarkup } from '@spaceone/consent'
  import { mountConsentUi } from '@spaceone/consent/ui'
  const consent = createConsent({
    policy: { version: '1' },
    categories: { analytics: { services: [googleAnalytics({ id: 'G-TEST123' })] } },
    services: [blockedMarkup()],
  })
  const unmount = mountConsentUi(consent)
  window.consent = consent
  import.meta.hot.accept()
  ${undo}`

const listeners = (page: Page) =>
  page.evaluate(() => {
    const { alive } = window.counting.now()
    return alive.filter(name => /^(HTMLDocument|Window) /.test(name))
  })

const hasRun = (page: Page, times: number) =>
  page.waitForFunction(count => (window as { saved?: number }).saved === count, times)

for (const [what, undo] of Object.entries(UNDOS))
  test(`after a hot update there is one banner, one set of listeners and one tag when the module runs again, ${what}`, {
    tag: '@full',
  }, async ({ context, page }) => {
    await context.addInitScript(COUNT)
    const site = await startVite(context, moduleOf(undo))
    const visitor = new Visitor(page)
    const { banner } = visitor
    let loads = 0
    page.on('load', () => {
      loads += 1
    })
    try {
      await page.goto(site.address)
      await expect(banner).toBeVisible()
      await visitor.settles()
      const before = await listeners(page)

      for (const times of [2, 3]) {
        await site.save()
        await hasRun(page, times)
      }
      await expect(banner).toHaveCount(1)
      await visitor.settles()
      await expect(page.locator('spaceone-consent')).toHaveCount(1)
      expect(await listeners(page)).toEqual(before)
      expect(site.google).toEqual([])

      await visitor.accepts()
      await expect.poll(() => site.events()).toEqual(['page_view'])
      await site.save()
      await hasRun(page, 4)
      await visitor.settles()
      expect(site.scripts()).toHaveLength(1)
      expect(await page.evaluate(() => window.consent.isGranted('analytics'))).toBe(true)
      await expect(banner).toHaveCount(0)
      const configured = await page.evaluate(
        () => window.dataLayer.filter(entry => entry[0] === 'config').length,
      )
      expect(configured).toBe(1)
      expect(loads).toBe(1)
      expect(visitor.faults).toEqual([])
    } finally {
      await site.close()
    }
  })
