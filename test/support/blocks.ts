import type { Page } from '@playwright/test'

/** The kinds of blocks except `section`. The SDK fills in elements with `data-consent-<kind>`. */
export const BLOCK_KINDS = ['guide', 'preferences', 'status', 'cookies'] as const

type BlockKind = (typeof BLOCK_KINDS)[number]

/** Returns the markup of an element for a block. The element contains the page's own content. */
export const block = (kind: BlockKind): string =>
  `<div data-consent-${kind}><p>our own ${kind}</p></div>`

/** The markup of an element for each kind in `BLOCK_KINDS`. */
export const ALL_BLOCKS: string = BLOCK_KINDS.map(block).join('')

/** Locators of the blocks of a page and of elements inside them. */
export type Blocks = ReturnType<typeof blocksOf>

/** Locates the blocks of a page. */
export const blocksOf = (page: Page) => {
  const form = page.locator('[data-consent-preferences] form')
  return {
    drawn: page.locator('spaceone-consent-block'),
    guide: page.locator('[data-consent-guide] .guide'),
    form,
    status: page.locator('[data-consent-status] .own'),
    table: page.locator('[data-consent-cookies] table'),
    switch: form.locator('#switch-analytics'),
    save: form.locator('#save'),
    /** Locates the text that the page itself has written into the element of a block. */
    before: (kind: BlockKind) => page.getByText(`our own ${kind}`, { exact: true }),
  }
}
