import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'

/** A file that was handed to the visitor. */
export interface Download {
  readonly name: string
  readonly text: string
}

/**
 * Takes what a click hands to the visitor as a file.
 *
 * Debian's Firefox tells its driver of no download; there the link that is clicked tells.
 */
export const downloadOf = async (
  page: Page,
  browserName: string,
  click: () => Promise<void>,
): Promise<Download> => {
  if (browserName === 'chromium') {
    const download = page.waitForEvent('download')
    await click()
    const file = await download
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
  }
  await page.evaluate(() => {
    const { prototype } = HTMLAnchorElement
    const original = prototype.click
    prototype.click = function () {
      const { download: name, href } = this
      prototype.click = original
      Object.assign(window, {
        handed: fetch(href).then(async file => ({ name, text: await file.text() })),
      })
      original.call(this)
    }
  })
  await click()
  return page.evaluate(() => (window as unknown as { handed: Promise<Download> }).handed)
}
