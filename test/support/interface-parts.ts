import { expect, type Locator } from '@playwright/test'
import { blockedFrame } from './markup.ts'
import { type Opening, RICH, type Visitor } from './visitor.ts'

/** The parts that a visitor can see, in the order of the visit. */
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

export const WITH_ANSWERS: readonly PartName[] = [
  'banner',
  'banner that asks again',
  'preferences',
  'blocks of a page',
]

/** A check of one part, which may change window and theme, and leaves the part open. */
export type Look = (part: Locator, name: PartName) => Promise<void>

const openDetails = (part: Locator): Promise<void> =>
  part.locator('summary').evaluateAll(summaries => {
    for (const { parentElement } of summaries) (parentElement as HTMLDetailsElement).open = true
  })

const withFrame = (html: string) =>
  html.replace(
    /(<main [^>]*>)/,
    `$1${blockedFrame('title="Product tour" width="100%" height="315"')}`,
  )

/** Goes through every part of the interface on one page, and checks each. */
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
  const { boxes, allow } = view.placeholders
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
