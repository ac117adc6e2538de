import { expect, type Locator } from '@playwright/test'
import { blockedFrame, Placeholders } from './blocked-page.ts'
import { type Opening, RICH, type Visitor } from './visitor.ts'

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
 * Opens a page with blocks, a blocked iframe and a settings button, goes through every part of the
 * interface, and runs a check on each part.
 */
export const walkParts = async (
  view: Visitor,
  { language = 'en', attributes = '', page: change }: Opening,
  look: Look,
): Promise<void> => {
  const { page } = view
  await view.opensPortal({
    path: `/${language}/privacy.html`,
    attributes: `${RICH} data-button="right" ${attributes}`,
    page: html => withFrame(change?.(html) ?? html),
  })
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
  const blocks = view.blocks.drawn
  await expect(blocks).toHaveCount(9)
  await expect(blocks.locator('#browser').first()).toBeVisible()
  for (const block of await blocks.all()) await openDetails(block)
  await look(blocks, 'blocks of a page')

  // Decide twice more, so that the record in the preferences lists earlier decisions.
  await page.evaluate(() => window.spaceoneConsent.acceptAll())
  await page.evaluate(() => window.spaceoneConsent.rejectAll())
  await view.opensSettings()
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

  await view.forgets()
  await view.hasAnswered({ p: '2022-12-30', c: { analytics: 1 } })
  await view.reloads()
  await expect(view.banner.locator('[data-own]')).toHaveText('2022-12-30')
  await openDetails(view.banner)
  await look(view.banner, 'banner that asks again')
}
