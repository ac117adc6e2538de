/** The part of Playwright's `Page` that `acceptAll` and the other helpers use. */
export interface TestPage {
  /** Returns a locator for a selector. Playwright also searches open shadow roots. */
  locator(selector: string): TestLocator
}

/** The part of Playwright's `Locator` that `acceptAll` and the other helpers use. */
export interface TestLocator {
  /** Returns a locator for the first matching element. */
  first(): TestLocator
  /** Clicks the element. */
  click(): Promise<void>
  /** Checks or unchecks a checkbox. */
  setChecked(isChecked: boolean): Promise<void>
}

// Selects by id, because texts differ by language.
const BANNER = 'spaceone-consent #banner'
const PREFERENCES = 'spaceone-consent #preferences'

/** Waits for the banner and clicks "Accept" or "Accept all", in any language. */
export const acceptAll = (page: TestPage): Promise<void> =>
  page.locator(`${BANNER} #accept-all`).click()

/** Waits for the banner and clicks "Reject" or "Reject all", in any language. */
export const rejectAll = (page: TestPage): Promise<void> =>
  page.locator(`${BANNER} #reject-all`).click()

/**
 * Opens the preferences by a click on the first of these in the document: the banner's button, the
 * settings button, an element with `data-consent-open` that does not open the guide.
 */
export const openPreferences = (page: TestPage): Promise<void> =>
  page
    .locator(
      `${BANNER} #open-preferences, spaceone-consent #settings, [data-consent-open]:not([data-consent-open="guide"])`,
    )
    .first()
    .click()

/**
 * Sets the switches in the open preferences, and saves. The switch of a category that is missing in
 * `choices` stays as it is.
 *
 * ```ts
 * await openPreferences(page)
 * await choose(page, { analytics: true, marketing: false })
 * ```
 */
export const choose = async (
  page: TestPage,
  choices: Readonly<Record<string, boolean>>,
): Promise<void> => {
  for (const [category, isGranted] of Object.entries(choices))
    await page.locator(`${PREFERENCES} #switch-${category}`).setChecked(isGranted)
  await page.locator(`${PREFERENCES} #save`).click()
}
