import type { Locator, Page } from '@playwright/test'

/** Locates the SDK's elements on a page, by their stable ids. */
export class ConsentView {
  readonly banner: Locator
  readonly acceptAll: Locator
  readonly rejectAll: Locator
  readonly openPreferences: Locator
  readonly preferences: Locator
  readonly save: Locator
  readonly close: Locator
  /** The view of the visitor's record, in the preferences. */
  readonly record: Locator
  /** Opens the view of the record. */
  readonly openRecord: Locator
  /** The button that opens the question before everything is erased. */
  readonly askErase: Locator
  /** Erases everything. */
  readonly erase: Locator
  /** The message after erasing. */
  readonly erased: Locator
  /** Downloads the record and the history. */
  readonly download: Locator
  /** Says that changed switches are not saved. */
  readonly unsaved: Locator
  readonly openGuide: Locator
  readonly guide: Locator
  /** The button that leads from the guide back to the preferences. */
  readonly back: Locator
  readonly status: Locator
  readonly toast: Locator
  readonly dismiss: Locator
  /** The SDK's own button that opens the settings, if the site has configured it. */
  readonly settingsButton: Locator
  /** The portal's link to the settings, in the page's footer. */
  readonly settingsLink: Locator

  constructor(page: Page) {
    const root = page.locator('spaceone-consent')
    this.banner = root.locator('#banner')
    this.acceptAll = this.banner.locator('#accept-all')
    this.rejectAll = this.banner.locator('#reject-all')
    this.openPreferences = this.banner.locator('#open-preferences')
    this.preferences = root.locator('#preferences')
    this.save = this.preferences.locator('#save')
    this.close = this.preferences.locator('#close')
    this.record = this.preferences.locator('#record')
    this.openRecord = this.record.locator('> summary')
    this.askErase = this.record.locator('#ask-erase')
    this.erase = this.record.locator('#erase')
    this.erased = this.preferences.locator('#erased')
    this.download = this.record.locator('#download')
    this.unsaved = this.preferences.locator('#unsaved')
    this.openGuide = this.preferences.locator('#open-guide')
    this.guide = this.preferences.locator('#guide')
    this.back = this.preferences.locator('#back')
    this.status = root.locator('#status')
    this.toast = root.locator('.toast')
    this.dismiss = root.locator('#dismiss')
    this.settingsButton = root.locator('#settings')
    this.settingsLink = page.locator('footer [data-consent-open]')
  }

  switch(category: string): Locator {
    return this.preferences.locator(`#switch-${category}`)
  }
}
