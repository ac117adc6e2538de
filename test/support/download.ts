import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'

/** Returns the file of a click; Firefox's driver reports none, so there by the clicked link. */
export const downloadOf = async (page: Page, browserName: string, click: () => Promise<void>) => {
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
  type File = { readonly name: string; readonly text: string }
  return page.evaluate(() => (window as unknown as { handed: Promise<File> }).handed)
}
