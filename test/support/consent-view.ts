import type { Locator, Page } from '@playwright/test'

/** Locates the SDK's elements on a page, by their stable ids. */
const partsOf = (page: Page) => {
  const root = page.locator('spaceone-consent')
  const banner = root.locator('#banner')
  const preferences = root.locator('#preferences')
  /** The view of the visitor's record, in the preferences. */
  const record = preferences.locator('#record')
  return {
    banner,
    acceptAll: banner.locator('#accept-all'),
    rejectAll: banner.locator('#reject-all'),
    openPreferences: banner.locator('#open-preferences'),
    preferences,
    save: preferences.locator('#save'),
    close: preferences.locator('#close'),
    record,
    openRecord: record.locator('> summary'),
    /** The button that opens the question before everything is erased. */
    askErase: record.locator('#ask-erase'),
    erase: record.locator('#erase'),
    erased: preferences.locator('#erased'),
    download: record.locator('#download'),
    /** The sentence which says that changed switches are not saved. */
    unsaved: preferences.locator('#unsaved'),
    openGuide: preferences.locator('#open-guide'),
    guide: preferences.locator('#guide'),
    /** The button that leads from the guide back to the preferences. */
    back: preferences.locator('#back'),
    status: root.locator('#status'),
    toast: root.locator('.toast'),
    dismiss: root.locator('#dismiss'),
    /** The SDK's own button that opens the settings, if the site has configured it. */
    settingsButton: root.locator('#settings'),
    /** The portal's link to the settings, in the page's footer. */
    settingsLink: page.locator('footer [data-consent-open]'),
    switch: (category: string): Locator => preferences.locator(`#switch-${category}`),
  }
}

/** The SDK's view on a page: each property is a locator of one of its elements. */
export const ConsentView = class {
  constructor(page: Page) {
    Object.assign(this, partsOf(page))
  }
} as new (
  page: Page,
) => ReturnType<typeof partsOf>
