import type { Locator, Page } from '@playwright/test'

/** The kinds of policy-page blocks, each for an element with the attribute `data-consent-…`. */
export const BLOCK_KINDS = ['guide', 'preferences', 'status', 'cookies'] as const

export type BlockKind = (typeof BLOCK_KINDS)[number]

/** Returns an element for a block, with content of the page's own. */
export const block = (kind: BlockKind): string =>
  `<div data-consent-${kind}><p>our own ${kind}</p></div>`

/** The elements for all four blocks. */
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

  /** Locates the page's own content in the elements for the blocks. */
  before(kind: BlockKind): Locator {
    return this.page.getByText(`our own ${kind}`, { exact: true })
  }
}
