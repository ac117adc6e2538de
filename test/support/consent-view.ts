import type { Locator, Page } from '@playwright/test'

/** The part of a page that visitors see of the SDK, by its stable ids. */
export class ConsentView {
  readonly banner: Locator
  readonly acceptAll: Locator
  readonly rejectAll: Locator
  readonly openPreferences: Locator
  readonly preferences: Locator
  readonly save: Locator
  readonly close: Locator
  /** The visitor's own record, in the preferences, */
  readonly record: Locator
  /** what opens it, */
  readonly openRecord: Locator
  /** asks whether all of it is to be erased, */
  readonly askErase: Locator
  /** erases it, */
  readonly erase: Locator
  /** and says so. */
  readonly erased: Locator
  readonly openGuide: Locator
  readonly guide: Locator
  /** Leads from the guide to the preferences. */
  readonly back: Locator
  readonly status: Locator
  readonly toast: Locator
  readonly dismiss: Locator
  /** The SDK's own way back in, where the host wants one. */
  readonly settingsButton: Locator
  /** The portal's own link in its footer. */
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

  /** Opens the settings from the footer and gives one answer. */
  async choose(category: string, isGranted: boolean): Promise<void> {
    await this.settingsLink.click()
    await this.switch(category).setChecked(isGranted)
    await this.save.click()
  }
}
