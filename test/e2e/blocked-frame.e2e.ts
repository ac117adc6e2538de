import { expect, test } from '@playwright/test'
import { PORTAL, playPortal } from '../support/portal-site.ts'

test('an unmarked iframe of a denied service is emptied, and a warning names the iframe', async ({
  context,
  page,
}) => {
  await playPortal(context, {
    page: html => html.replace('</main>', '<div id="box"></div></main>'),
  })
  const warnings: string[] = []
  page.on('console', message => warnings.push(message.text()))
  await page.goto(`${PORTAL}/en/`)
  await page.waitForFunction(() => 'version' in window.spaceoneConsent)
  await page.evaluate(() => {
    const box = document.getElementById('box') as HTMLElement
    box.innerHTML = '<iframe src="https://www.googletagmanager.com/ns.html?id=GTM-1"></iframe>'
  })
  await expect.poll(() => page.locator('#box iframe').getAttribute('src')).toBe(null)
  await expect.poll(() => page.frames().filter(frame => /google/.test(frame.url()))).toEqual([])
  const told = () => warnings.filter(text => text.includes('<iframe data-consent="analytics"'))
  await expect.poll(() => told().length).toBe(1)
})
