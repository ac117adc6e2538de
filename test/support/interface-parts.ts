import { expect, type Locator, type Page } from '@playwright/test'
import { blockedFrame, Placeholders } from './blocked-page.ts'
import { answeredBefore } from './record.ts'
import { RICH, type Visit, visitPortal } from './visit-portal.ts'

/**
 * The parts of the interface that a visitor can see, in the order in which the tests visit them.
 */
export type PartName =
  | 'banner'
  | 'banner with its details open'
  | 'settings button'
  | 'placeholder'
  | 'blocks of a page'
  | 'preferences'
  | 'guide'
  | 'message after a choice'
  | 'banner that asks again'

/** The parts of the interface that have both a button to accept and a button to reject. */
export const WITH_ANSWERS: readonly PartName[] = [
  'banner',
  'banner that asks again',
  'preferences',
  'blocks of a page',
]

/**
 * A check of one part of the interface while the part is displayed. The check may change the window
 * and the theme, and must leave the part open.
 */
export type Look = (part: Locator, name: PartName) => Promise<void>

/** Opens every `<details>` in a part of the interface. */
const openDetails = (part: Locator): Promise<void> =>
  part.locator('summary').evaluateAll(summaries => {
    for (const { parentElement } of summaries) (parentElement as HTMLDetailsElement).open = true
  })

/** Inserts a blocked iframe into a page, so that a placeholder appears. */
const withFrame = (html: string) =>
  html.replace(
    /(<main [^>]*>)/,
    `$1${blockedFrame('title="Product tour" width="100%" height="315"')}`,
  )

/**
 * Opens a page with every feature of the view: all attributes with a visible effect, blocks, and a
 * blocked iframe.
 */
const visitRichPage = (page: Page, visit: Visit) =>
  visitPortal(page, {
    ...visit,
    path: 'privacy.html',
    attributes: `${RICH} data-button="right" ${visit.attributes ?? ''}`,
    page: html => withFrame(visit.page?.(html) ?? html),
  })

/** Goes through every part of the interface on one page, and runs a check on each. */
export const walkParts = async (page: Page, visit: Visit, look: Look): Promise<void> => {
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

  // Decide twice more, so that the record in the preferences lists earlier decisions.
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
