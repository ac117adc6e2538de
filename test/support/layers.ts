import { expect, type Locator, type Page } from '@playwright/test'
import { ConsentView } from './consent-view.ts'
import { held, Placeholders } from './held-page.ts'
import { answeredBefore } from './record.ts'
import { LANGUAGES, RICH, type Visit, visitPortal } from './visit-portal.ts'

/** Brings a visitor to a layer and gives what shows it. */
export type Layer = (page: Page, visit?: Visit) => Promise<Locator>

/** Opens every `<details>` of a layer, as a visitor may who reads all of it. */
const openDetails = (layer: Locator): Promise<void> =>
  layer.locator('summary').evaluateAll(summaries => {
    for (const { parentElement } of summaries) (parentElement as HTMLDetailsElement).open = true
  })

/** Comes with all attributes that bring something to see. */
const rich = (page: Page, visit: Visit = {}) =>
  visitPortal(page, { ...visit, attributes: `${RICH} ${visit.attributes ?? ''}` })

const banner: Layer = async (page, visit) => {
  const view = await rich(page, visit)
  await expect(view.banner).toBeVisible()
  return view.banner
}

/** The preferences of a visitor who has chosen twice before. */
const preferences: Layer = async (page, visit) => {
  const view = await rich(page, visit)
  await view.acceptAll.click()
  await page.evaluate(() => window.spaceoneConsent.rejectAll())
  await view.settingsLink.click()
  await expect(view.preferences).toBeVisible()
  await openDetails(view.preferences)
  await expect(view.askErase).toBeVisible()
  await openDetails(view.preferences)
  return view.preferences
}

const guide: Layer = async (page, visit) => {
  const view = await rich(page, visit)
  await view.openPreferences.click()
  await view.openGuide.click()
  await expect(view.guide).toBeVisible()
  return view.preferences
}

const blocks: Layer = async (page, visit) => {
  const view = await rich(page, { ...visit, path: 'privacy.html' })
  await view.rejectAll.click()
  const all = page.locator('spaceone-consent-block')
  await expect(all).toHaveCount(4)
  await expect(all.locator('#browser')).toBeVisible()
  for (const block of await all.all()) await openDetails(block)
  return all
}

/** Every layer that a visitor can see. */
export const LAYERS = {
  banner,
  'banner with its details open': async (page, visit) => {
    const shown = await banner(page, visit)
    await openDetails(shown)
    return shown
  },
  'banner that asks again': async (page, visit) => {
    await answeredBefore(page.context(), { p: '2022-12-30', c: { analytics: 1 } })
    const shown = await banner(page, visit)
    await expect(shown.locator('[data-own]')).toHaveText('2022-12-30')
    return shown
  },
  'preferences with all details open': preferences,
  guide,
  'blocks of a page': blocks,
  'message after a choice': async (page, visit) => {
    await preferences(page, visit)
    const view = new ConsentView(page)
    await view.save.click()
    await expect(view.dismiss).toBeVisible()
    return view.toast
  },
  'settings button': async (page, visit = {}) => {
    const attributes = `data-button="right" ${visit.attributes ?? ''}`
    const view = await rich(page, { ...visit, attributes })
    await view.rejectAll.click()
    await expect(view.settingsButton).toBeVisible()
    return view.settingsButton
  },
  placeholder: async (page, visit = {}) => {
    const frame = held('title="Product tour" width="100%" height="315"')
    const view = await rich(page, {
      ...visit,
      page: html => (visit.page?.(html) ?? html).replace(/(<main [^>]*>)/, `$1${frame}`),
    })
    await view.rejectAll.click()
    const { boxes, allow } = new Placeholders(page)
    await expect(allow).toBeVisible()
    return boxes
  },
} as const satisfies Record<string, Layer>

/** Their names. */
const LAYER_NAMES = Object.keys(LAYERS) as (keyof typeof LAYERS)[]

/** Each layer in each language. */
export const LAYERS_BY_LANGUAGE = LAYER_NAMES.flatMap(name =>
  LANGUAGES.map(language => [name, language] as const),
)
