import { readdirSync, readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { SDK_PAGE } from '../support/sdk-page.ts'
import { test, type Visitor } from '../support/visitor.ts'

const HERE = new URL('../client-routers/', import.meta.url)

const ROUTERS = readdirSync(new URL('routers', HERE)).map(file => file.slice(0, -'.js'.length))

const SCRIPT = `${SDK_PAGE}router.js`

const linksOf = (page: Page) => ({
  settings: page.locator('#settings-link'),
  pricing: page.locator('#pricing-link'),
})

const APP = '<div id="app"></div><script defer src="router.js"></script>'

const opens = async ({ context, page }: Visitor, router: string) => {
  const body = readFileSync(new URL(`dist/${router}.js`, HERE), 'utf8')
  await context.route(SCRIPT, route => route.fulfill({ contentType: 'text/javascript', body }))
  await page.goto(SDK_PAGE)
  await expect(linksOf(page).settings).toBeVisible()
  await page.evaluate(() => document.documentElement.setAttribute('data-first', ''))
}

/** Expects that the router has changed the address of the same document. */
const expectRouted = async (page: Page, path: string) => {
  await expect(page).toHaveURL(SDK_PAGE + path)
  await expect(page.locator('html')).toHaveAttribute('data-first')
}

for (const router of ROUTERS)
  test(`a link that ${router} handles opens the settings and keeps the page, and other links stay with the router [22]`, {
    tag: '@full',
  }, async ({ visitor, page }) => {
    const { settings, pricing } = linksOf(page)
    await test.step('without the SDK the router handles a click on each link', async () => {
      visitor.serves({ html: `<!doctype html><html><body>${APP}</body></html>` })
      await opens(visitor, router)
      await settings.click()
      await expectRouted(page, 'cookies')
      await pricing.click()
      await expectRouted(page, 'pricing')
    })
    visitor.serves({ body: APP })
    await opens(visitor, router)
    const address = page.url()
    await settings.click()
    await expect(visitor.preferences).toBeVisible()
    expect(page.url()).toBe(address)
    await visitor.close.click()
    await visitor.rejects()
    await pricing.click()
    await expectRouted(page, 'pricing')
    await settings.focus()
    await page.keyboard.press('Enter')
    await expect(visitor.preferences).toBeVisible()
    await expectRouted(page, 'pricing')
    expect(visitor.faults).toEqual([])
  })
