import { expect, type Locator, type Page } from '@playwright/test'
import { held, Placeholders } from './held-page.ts'
import { answeredBefore } from './record.ts'
import { RICH, type Visit, visitPortal } from './visit-portal.ts'

/** What a visitor can see of the SDK, one after the other. */
export type LayerName =
  | 'banner'
  | 'banner with its details open'
  | 'settings button'
  | 'placeholder'
  | 'blocks of a page'
  | 'preferences'
  | 'guide'
  | 'message after a choice'
  | 'banner that asks again'

/** The layers with both answers. */
export const WITH_ANSWERS: readonly LayerName[] = [
  'banner',
  'banner that asks again',
  'preferences',
  'blocks of a page',
]

/** Looks at a layer while it is open. May change the window and the theme, and leaves the layer open. */
export type Look = (layer: Locator, name: LayerName) => Promise<void>

/** Opens every `<details>` of a layer, for a visitor who reads all of it. */
const openDetails = (layer: Locator): Promise<void> =>
  layer.locator('summary').evaluateAll(summaries => {
    for (const { parentElement } of summaries) (parentElement as HTMLDetailsElement).open = true
  })

/** Puts an iframe with the mark-up of a service into a page, for a placeholder to stand in its place. */
const withFrame = (html: string) =>
  html.replace(/(<main [^>]*>)/, `$1${held('title="Product tour" width="100%" height="315"')}`)

/** Opens a page that has everything of the SDK: all attributes with something to see, blocks and an iframe. */
const visitRichPage = (page: Page, visit: Visit) =>
  visitPortal(page, {
    ...visit,
    path: 'privacy.html',
    attributes: `${RICH} data-button="right" ${visit.attributes ?? ''}`,
    page: html => withFrame(visit.page?.(html) ?? html),
  })

/** Leads one visitor through every layer on one page, and looks at each. */
export const walkLayers = async (page: Page, visit: Visit, look: Look): Promise<void> => {
  const view = await visitRichPage(page, visit)
  await expect(view.banner).toBeVisible()
  await look(view.banner, 'banner')
  await openDetails(view.banner)
  await look(view.banner, 'banner with its details open')

  await view.rejectAll.click()
  await expect(view.settingsButton).toBeVisible()
  await look(view.settingsButton, 'settings button')
  const { boxes, allow } = new Placeholders(page)
  await expect(allow).toBeVisible()
  await look(boxes, 'placeholder')
  const blocks = page.locator('spaceone-consent-block')
  await expect(blocks).toHaveCount(4)
  await expect(blocks.locator('#browser')).toBeVisible()
  for (const block of await blocks.all()) await openDetails(block)
  await look(blocks, 'blocks of a page')

  // Two more choices, for the preferences to have earlier ones to show.
  await page.evaluate(() => window.spaceoneConsent.acceptAll())
  await page.evaluate(() => window.spaceoneConsent.rejectAll())
  await view.settingsLink.click()
  await expect(view.preferences).toBeVisible()
  await openDetails(view.preferences)
  await expect(view.askErase).toBeVisible()
  await openDetails(view.preferences)
  await look(view.preferences, 'preferences')
  await view.openGuide.click()
  await expect(view.guide).toBeVisible()
  await look(view.preferences, 'guide')
  await view.back.click()
  await view.save.click()
  await expect(view.dismiss).toBeVisible()
  await look(view.toast, 'message after a choice')

  await page.context().clearCookies()
  await page.evaluate(() => localStorage.clear())
  await answeredBefore(page.context(), { p: '2022-12-30', c: { analytics: 1 } })
  await page.reload()
  await expect(view.banner.locator('[data-own]')).toHaveText('2022-12-30')
  await openDetails(view.banner)
  await look(view.banner, 'banner that asks again')
}
