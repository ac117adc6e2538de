import type { Locator, Page } from '@playwright/test'

/** The address in the `data-src` of the blocked iframes. */
export const SOURCE = 'https://video.example/embed/1'

/** Returns the markup of a blocked iframe, as a site writes it. */
export const blockedFrame = (attributes = ''): string =>
  `<iframe data-consent="analytics" data-src="${SOURCE}" ${attributes}></iframe>`

/** Locates the placeholders on a page, by their stable ids. */
export class Placeholders {
  readonly boxes: Locator
  readonly groups: Locator
  readonly allow: Locator
  readonly preferences: Locator

  constructor(page: Page) {
    this.boxes = page.locator('spaceone-consent-placeholder')
    this.groups = this.boxes.getByRole('group')
    this.allow = this.boxes.locator('#allow')
    this.preferences = this.boxes.locator('#open-preferences')
  }
}
