import type { Locator, Page } from '@playwright/test'

/** The kinds of blocks. The element of each has the attribute `data-consent-<kind>`. */
export const BLOCK_KINDS = ['guide', 'preferences', 'status', 'cookies'] as const

export type BlockKind = (typeof BLOCK_KINDS)[number]

/** Returns the markup of an element for a block, with content of the page. */
export const block = (kind: BlockKind): string =>
  `<div data-consent-${kind}><p>our own ${kind}</p></div>`

/** The markup of the elements for all four blocks. */
export const ALL_BLOCKS: string = BLOCK_KINDS.map(block).join('')

/** The blocks of a page and the elements that contain them. */
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

  /** Locates the content that the page has in the elements for the blocks. */
  before(kind: BlockKind): Locator {
    return this.page.getByText(`our own ${kind}`, { exact: true })
  }
}
