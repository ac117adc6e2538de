// @ts-check
// Makes the pictures of the README. Each picture has the text that it shows as its description, by
// which a test notices that the view has changed.

import { writeFileSync } from 'node:fs'
import { BROWSERS, installBrowsers } from './lib/browsers.mjs'
import { CHROMIUM_FLAGS } from './lib/chromium-flags.mjs'
import { withDescription } from './lib/png-text.mjs'
import { prepare } from './lib/prepare.mjs'
import { PICTURES, showPart } from './lib/readme-pictures.mjs'

await prepare()
if (!(await installBrowsers())) process.exit(1)

// Import modules here and not at the top: in a fresh clone only `prepare` installs them.
const { chromium } = await import('@playwright/test')
const { startPortalServer } = await import('./portal-server.mjs')

const portal = await startPortalServer({ port: 0 })
const browser = await chromium.launch({
  executablePath: BROWSERS.chromiumShell.path,
  args: CHROMIUM_FLAGS,
})
for (const picture of PICTURES) {
  const page = await browser.newPage({ reducedMotion: 'reduce' })
  const text = await showPart(page, portal.address, picture)
  writeFileSync(picture.file, withDescription(await page.screenshot(), text))
  console.log(`${picture.file} is written.`)
  await page.close()
}
await browser.close()
await portal.close()
