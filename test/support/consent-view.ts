import type { Locator, Page } from '@playwright/test'

const partsOf = (page: Page) => {
  const root = page.locator('spaceone-consent')
  const banner = root.locator('#banner')
  const preferences = root.locator('#preferences')
  const record = preferences.locator('#record')
  const boxes = page.locator('spaceone-consent-placeholder')
  const form = page.locator('[data-consent-preferences] form')
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
    back: preferences.locator('#back'),
    status: root.locator('#status'),
    toast: root.locator('.toast'),
    dismiss: root.locator('#dismiss'),
    /** The SDK's own button that opens the settings, if the site has configured it. */
    settingsButton: root.locator('#settings'),
    settingsLink: page.locator('footer [data-consent-open]'),
    switch: (category: string): Locator => preferences.locator(`#switch-${category}`),
    placeholders: {
      boxes,
      groups: boxes.getByRole('group'),
      allow: boxes.locator('#allow'),
      preferences: boxes.locator('#open-preferences'),
    },
    blocks: {
      drawn: page.locator('spaceone-consent-block'),
      guide: page.locator('[data-consent-guide] .guide'),
      form,
      status: page.locator('[data-consent-status] .own'),
      table: page.locator('[data-consent-cookies] table'),
      switch: form.locator('#switch-analytics'),
      save: form.locator('#save'),
      /** Locates the text that the page itself has written into the element of a block. */
      before: (kind: string) => page.getByText(`our own ${kind}`, { exact: true }),
    },
  }
}

export const ConsentView = class {
  constructor(page: Page) {
    Object.assign(this, partsOf(page))
  }
} as new (
  page: Page,
) => ReturnType<typeof partsOf>
