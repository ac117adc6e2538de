import type { Locator, Page } from '@playwright/test'

/** What a page may have an element for. */
export const BLOCK_KINDS = ['guide', 'preferences', 'status', 'cookies'] as const

export type BlockKind = (typeof BLOCK_KINDS)[number]

/** An element of the page for one of them, with words of the page's own. */
export const block = (kind: BlockKind): string =>
  `<div data-consent-${kind}><p>our own ${kind}</p></div>`

/** All of them. */
export const ALL_BLOCKS: string = BLOCK_KINDS.map(block).join('')

/** The elements that a page has for us, and what stands in them. */
export class Blocks {
  readonly drawn: Locator
  readonly guide: Locator
  readonly form: Locator
  readonly status: Locator
  readonly table: Locator
  readonly switch: Locator
  readonly save: Locator
  readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.drawn = page.locator('spaceone-consent-block')
    this.guide = page.locator('[data-consent-guide] .guide')
    this.form = page.locator('[data-consent-preferences] form')
    this.status = page.locator('[data-consent-status] .own')
    this.table = page.locator('[data-consent-cookies] table')
    this.switch = this.form.locator('#switch-analytics')
    this.save = this.form.locator('#save')
  }

  /** Words of the page's own, where they stand at the moment. */
  before(kind: BlockKind): Locator {
    return this.page.getByText(`our own ${kind}`, { exact: true })
  }
}
