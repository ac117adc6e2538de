import { expect, type Page, test } from '@playwright/test'
import { Visitor } from '../support/visitor.ts'
import { startVite } from '../support/vite-site.ts'

/**
 * What a site's module disposes before a hot update runs the module again: nothing, the view, or the
 * whole consent. The values are source text.
 */
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

/** The values that the test's page exposes. */
interface Watched extends Window {
  /** How often the site's module has run, counting each hot update. */
  saved: number
  /** The number of listeners on the document and the window, by event type. */
  listeners: Record<string, number>
}

/** Counts the listeners that are added to and removed from the document and the window. */
const countListeners = () => {
  const counts: Record<string, number> = {}
  Object.assign(window, { listeners: counts })
  const known = new Map<unknown, Set<string>>()
  const { addEventListener, removeEventListener } = EventTarget.prototype
  const count = (target: unknown, type: string, listener: unknown, step: 1 | -1) => {
    if (target !== document && target !== window) return
    const key = `${target === window ? 'window' : 'document'} ${type}`
    const keys = known.get(listener) ?? new Set()
    known.set(listener, keys)
    if (keys.has(key) === (step === 1)) return
    if (step === 1) keys.add(key)
    else keys.delete(key)
    counts[key] = (counts[key] ?? 0) + step
  }
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    count(this ?? window, type, listener, 1)
    addEventListener.call(this ?? window, type, listener, options)
  }
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    count(this ?? window, type, listener, -1)
    removeEventListener.call(this ?? window, type, listener, options)
  }
}

const listeners = (page: Page) =>
  page.evaluate(() => {
    const { listeners: counts } = window as unknown as Watched
    return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
  })

const hasRun = (page: Page, times: number) =>
  page.waitForFunction(count => (window as unknown as Watched).saved === count, times)

for (const [what, undo] of Object.entries(UNDOS))
  test(`after a hot update there is one banner, one set of listeners and one tag when the module runs again, ${what}`, async ({
    context,
    page,
  }) => {
    await context.addInitScript(countListeners)
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
      // Playwright adds listeners of its own when it clicks, so only the types of events that had
      // listeners before are compared.
      expect(await listeners(page)).toMatchObject(before)
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
