/** The part of Playwright's `Page` that these helpers use. */
export interface TestPage {
  /** Returns a locator for a selector, which also matches inside open shadow roots. */
  locator(selector: string): TestLocator
}

/** The part of Playwright's `Locator` that these helpers use. Each call waits for the element. */
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

/** Waits for the banner and clicks the answer "Accept" or "Accept all", in any language. */
export const acceptAll = (page: TestPage): Promise<void> =>
  page.locator(`${BANNER} #accept-all`).click()

/** Waits for the banner and clicks the answer "Reject" or "Reject all", in any language. */
export const rejectAll = (page: TestPage): Promise<void> =>
  page.locator(`${BANNER} #reject-all`).click()

/**
 * Opens the preferences: from the banner if the banner is shown, else by the button of the `button`
 * option, else by the first element with `data-consent-open`. The button of the `button` option
 * appears after the visitor closes the message about the last answer, or on the next page.
 */
export const openPreferences = (page: TestPage): Promise<void> =>
  page
    .locator(
      `${BANNER} #open-preferences, spaceone-consent #settings, [data-consent-open]:not([data-consent-open="guide"])`,
    )
    .first()
    .click()

/**
 * Sets the switches of the open preferences and saves. A category that is not named keeps its
 * switch position.
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
