import { type Browser, expect, type Page } from '@playwright/test'
import { type FilledLog, fillReceiptLog, LOG_TOKEN } from '../support/filled-receipt-log.ts'
import { COLOUR_RULES, checkAxe, themesIn } from '../support/layout-checks/axe.ts'
import { test } from '../support/page-console.ts'

let log: FilledLog
test.beforeAll(async () => {
  log = await fillReceiptLog()
})
test.afterAll(() => log.stop())

const signIn = async (page: Page) => {
  await page.goto(log.address)
  await page.getByLabel('Token').fill(LOG_TOKEN)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Receipt log')
}

/** Opens a page as an officer whose browser runs no script. */
const openWithoutScript = async (browser: Browser) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page)
  return page
}

test('without JavaScript, each of the five questions is answered within three clicks', async ({
  browser,
}) => {
  const page = await openWithoutScript(browser)
  const question = (name: string) => page.getByRole('listitem').filter({ hasText: name })
  const show = (name: string) => question(name).getByRole('button', { name: 'Show' }).click()

  await expect(question('Has anything been altered?')).toContainText('No alteration was found')

  await show('What was shown on a day?')
  await page
    .getByRole('link', { name: /^[\w-]{22}$/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notice in Korean')
  await expect(page.locator('.shown')).toContainText('Google Analytics')
  await expect(page.locator('.inventory')).toContainText('Google LLC')

  await page.goto(log.address)
  await page.getByLabel('Receipt id').fill(log.receipt)
  await show('What did a visitor decide?')
  await expect(page.getByRole('heading', { name: 'Withdrawn' })).toBeVisible()
  await expect(page.getByText('usage statistics: Allowed')).toBeVisible()
  await expect(page.locator('.shown')).toContainText('Google Analytics')

  await page.goto(log.address)
  await show('How many withdrawals under a version?')
  const table = page.getByRole('table', { name: 'Decisions under this version' }).first()
  await expect(table.getByRole('row', { name: 'All' }).getByRole('cell').nth(2)).toContainText('1')

  await page.goto(log.address)
  await question('What ran then?').getByRole('link', { name: 'Decisions by day' }).click()
  const audits = page.getByRole('table', { name: 'Audits of its days' })
  await expect(audits).toContainText('@spaceone/consent-audit')
  await audits.getByRole('link', { name: 'Report' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('moonlight-books.example')
  await page.context().close()
})

test('axe finds no fault on any page, on a phone and a desktop, light and dark, and no page is wider than its window, in three languages', {
  tag: '@full',
}, async ({ browser, browserName }) => {
  test.slow()
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(log.address)
  await checkAxe(page, 'sign-in', ['html'])
  await signIn(page)
  const pages = ['', 'days', 'versions', 'chain', `receipt?id=${log.receipt}`, 'receipt?id=x']
  await page.goto(`${log.address}days`)
  const notice = await page
    .getByRole('link', { name: /^[\w-]{22}$/ })
    .first()
    .getAttribute('href')
  await page.goto(`${log.address}chain`)
  await page.getByLabel('Kept by whom, and where').fill('가'.repeat(200))
  await page.getByRole('button', { name: 'Compare and note' }).click()
  await expect(page.getByText('The chain has this link. It is noted.')).toBeVisible()
  const wideChain = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wideChain, 'a note of one long word').toBeLessThanOrEqual(0)
  const all = [...pages, 'version?version=2024-01-18', `${notice}`]
  for (const name of all) {
    await page.goto(log.address + name)
    for (const colorScheme of themesIn(browserName)) {
      await page.emulateMedia({ colorScheme })
      const options = colorScheme === 'dark' ? COLOUR_RULES : {}
      await checkAxe(page, `${name}, ${colorScheme}`, ['html'], options)
    }
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 390, height: 800 })
    await checkAxe(page, `${name}, phone`, ['html'])
    await page.setViewportSize({ width: 1280, height: 800 })
  }
  await page.setViewportSize({ width: 320, height: 800 })
  for (const language of ['en', 'ko', 'ja'])
    for (const name of all) {
      await page.goto(log.address.replace('/en/', `/${language}/`) + name)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect.soft(wide, `${language} ${name}`).toBeLessThanOrEqual(0)
    }
  await context.close()
})
