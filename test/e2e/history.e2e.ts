import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { downloadOf } from '../support/download.ts'
import { Keys } from '../support/keys.ts'
import { cookieNames, listen } from '../support/observe.ts'
import { recordIn } from '../support/record.ts'
import { playSdkPage, SDK_PAGE, type SdkPageOptions, started } from '../support/sdk-page.ts'

const BODY =
  '<button onclick="spaceoneConsent.openPreferences()">settings</button> <a href="#next">next</a>'

/** How long the test waits for a request that must not arrive, in milliseconds. */
const SETTLE = 500

const openSettings = async (page: Page) => {
  await page.getByText('settings', { exact: true }).click()
  return new ConsentView(page)
}

/**
 * The stored decisions of a visitor who refused everything, then granted everything, then granted
 * advertising alone.
 */
const visit = async (context: BrowserContext, page: Page, options: SdkPageOptions = {}) => {
  const site = await playSdkPage(context, {
    body: BODY,
    attributes: 'data-categories="marketing"',
    ...options,
  })
  await page.goto(SDK_PAGE)
  await started(page)
  await page.evaluate(() => {
    localStorage.setItem('host', 'stays')
    window.spaceoneConsent.rejectAll()
    window.spaceoneConsent.acceptAll()
    window.spaceoneConsent.decide({ analytics: false, marketing: true })
  })
  return site
}

/** Returns the names of the page's `localStorage` entries. */
const stored = (page: Page) => page.evaluate(() => Object.keys(localStorage).sort())

test('the record view lists earlier decisions below the last one, newest first, with date, answers and policy version [20]', async ({
  context,
  page,
}) => {
  await visit(context, page)
  const view = await openSettings(page)
  await view.openRecord.click()
  const rows = view.record.getByRole('table', { name: 'Earlier choices' }).locator('tbody tr')
  await expect(view.record).toContainText('Earlier choices')
  await expect(rows).toHaveCount(2)
  const cells = await rows.evaluateAll(all =>
    all.map(row => [...row.children].map(({ textContent }) => textContent)),
  )
  expect(cells.map(([, ...rest]) => rest)).toEqual([
    ['usage statistics and advertising', 'Nothing', '1'],
    ['Nothing', 'usage statistics and advertising', '1'],
  ])
  for (const [when] of cells) expect(when).toContain(`${new Date().getFullYear()}`)
})

test('with a single decision the record view shows no list of earlier decisions', async ({
  context,
  page,
}) => {
  await playSdkPage(context, { body: BODY })
  await page.goto(SDK_PAGE)
  await new ConsentView(page).rejectAll.click()
  const view = await openSettings(page)
  await view.openRecord.click()
  await expect(view.askErase).toBeVisible()
  await expect(view.record).not.toContainText('Earlier choices')
})

test('the code of the record view is requested when the visitor opens the record, not before', async ({
  context,
  page,
}) => {
  const site = await visit(context, page)
  const view = await openSettings(page)
  await expect(view.record).toBeVisible()
  await page.waitForTimeout(SETTLE)
  expect(site.files.filter(file => file.startsWith('record'))).toEqual([])
  await view.openRecord.click()
  await expect(view.askErase).toBeVisible()
  expect(site.files.filter(file => file.startsWith('record')).sort()).toEqual([
    'record.en.js',
    'record.js',
  ])
})

test('a visitor can download the receipt of the last decision and the history [20]', async ({
  context,
  page,
  browserName,
}) => {
  await visit(context, page)
  const view = await openSettings(page)
  await view.openRecord.click()
  const { text } = await downloadOf(page, browserName, () =>
    view.record.locator('#download').click(),
  )
  const record = await recordIn(context)
  expect(JSON.parse(text)).toMatchObject({
    schema_version: expect.stringContaining('receipt'),
    purposes: [{ event_state: 'refused' }, { event_state: 'given' }],
    record,
    history: [
      record,
      expect.objectContaining({ c: { analytics: 1, marketing: 1 }, m: 'accept', n: 2 }),
      expect.objectContaining({ c: { analytics: 0, marketing: 0 }, m: 'reject', n: 1 }),
    ],
  })
})

test("everything is erased only after a confirmation; services stop, and the site's own data stays [25]", async ({
  context,
  page,
}) => {
  const site = await visit(context, page)
  await page.reload()
  await started(page)
  await page.evaluate(() => window.spaceoneConsent.acceptAll())
  await expect.poll(() => site.events()).toEqual(['page_view'])
  const view = await openSettings(page)
  await view.openRecord.click()
  await expect(view.erase).toBeHidden()
  await view.askErase.click()
  await expect(view.record).toContainText('This deletes your choice and all earlier ones')
  await page.waitForTimeout(SETTLE)
  expect(await cookieNames(context)).toContain('spaceone_consent')
  expect(await stored(page)).toEqual(['host', 'spaceone_consent.history'])
  await expect(view.erased).toBeHidden()

  await view.erase.click()
  await expect(view.erased).toHaveText('Everything stored here has been erased.')
  await expect(view.record).toHaveCount(0)
  await expect(view.switch('analytics')).not.toBeChecked()
  const before = site.google.length
  await page.evaluate(() => window.gtag('event', 'late'))
  await page.waitForTimeout(SETTLE)
  expect(site.google.slice(before)).toEqual([])
  await expect.poll(() => cookieNames(context)).toEqual([])
  expect(await stored(page)).toEqual(['host'])

  await view.close.click()
  await expect(view.banner).toBeVisible()
  await page.reload()
  await expect(view.banner).toBeVisible()
  expect(site.google.slice(before)).toEqual([])
})

test('the record view can be opened, read and erased by keyboard alone, and the focus is never lost [34]', async ({
  context,
  page,
}) => {
  await visit(context, page)
  const keys = new Keys(page)
  const view = await openSettings(page)
  await keys.goTo(view.openRecord)
  await keys.press('Enter')
  await expect(view.askErase).toBeVisible()
  await expect(view.record).toContainText('Policy version')
  await expect(view.record).not.toContainText('…')
  expect(await keys.place()).toMatch(/^summary Your last choice/)
  await keys.goTo(view.askErase)
  await keys.press('Enter')
  await keys.press('Tab')
  expect(await keys.place()).toBe('button#erase Erase now')
  expect(await stored(page)).toEqual(['host', 'spaceone_consent.history'])
  await keys.press('Enter')
  await expect(view.erased).toBeFocused()
  await expect(view.erased).toHaveAttribute('role', 'status')
  await keys.press('Tab')
  expect(await keys.place()).toMatch(/^button#open-guide/)
  await keys.press('Escape')
  await expect(view.banner).toBeVisible()
  expect(await keys.place()).toMatch(/^button settings/)
})

test('cancelling the confirmation erases nothing', async ({ context, page }) => {
  await visit(context, page)
  const view = await openSettings(page)
  await view.openRecord.click()
  await view.askErase.click()
  await view.askErase.click()
  await expect(view.erase).toBeHidden()
  await view.close.click()
  expect(await stored(page)).toEqual(['host', 'spaceone_consent.history'])
  expect(await recordIn(context)).toMatchObject({ n: 3 })
})

test("when the record's cookie is gone, earlier decisions can still be seen and erased [20]", async ({
  context,
  page,
}) => {
  await visit(context, page)
  await context.clearCookies()
  await page.reload()
  await started(page)
  const view = await openSettings(page)
  await expect(view.openRecord).toHaveText('Earlier choices')
  await view.openRecord.click()
  await expect(view.record.locator('tbody tr')).toHaveCount(3)
  await view.askErase.click()
  await view.erase.click()
  await expect(view.erased).toBeFocused()
  expect(await stored(page)).toEqual(['host'])
})

test('while the code of the record view loads slowly, the answers can be changed and the focus stays', async ({
  context,
  page,
}) => {
  await visit(context, page)
  let come = () => {}
  const wait = new Promise<void>(resolve => {
    come = resolve
  })
  await context.route('**/record.js', async route => {
    await wait
    await route.fallback()
  })
  const keys = new Keys(page)
  const view = await openSettings(page)
  await keys.goTo(view.openRecord)
  await keys.press('Enter')
  await expect(view.record).toHaveText(/^Your last choice: .*…$/)
  await expect(view.askErase).toHaveCount(0)
  await view.switch('analytics').check()
  await view.openRecord.focus()
  come()
  await expect(view.askErase).toBeVisible()
  await expect(view.record).toContainText('Policy version')
  await expect(view.record).not.toContainText('…')
  expect(await keys.place()).toMatch(/^summary Your last choice/)
  await expect(view.switch('analytics')).toBeChecked()
  await view.save.click()
  expect(await recordIn(context)).toMatchObject({ c: { analytics: 1, marketing: 1 }, n: 4 })
})

for (const [file, language] of [
  ['record.js', 'en'],
  ['record.ko.js', 'ko'],
] as const)
  test(`when ${file} cannot be loaded the preferences stay usable, and one warning is logged`, async ({
    context,
    page,
  }) => {
    await visit(context, page, { language })
    await context.route(`**/${file}`, route => route.abort())
    const { warnings } = listen(page)
    const view = await openSettings(page)
    await view.openRecord.click()
    await expect.poll(() => warnings).toHaveLength(1)
    expect(warnings).toEqual([
      expect.stringContaining(`record (${language}) could not be loaded or shown`),
    ])
    await expect(view.record.locator('dl')).toHaveCount(0)
    await expect(view.askErase).toHaveCount(0)
    await view.switch('analytics').check()
    await view.save.click()
    expect(await recordIn(context)).toMatchObject({ c: { analytics: 1, marketing: 1 } })
    expect(warnings).toHaveLength(1)

    await context.unroute(`**/${file}`)
    await page.reload()
    await started(page)
    await openSettings(page)
    await view.openRecord.click()
    await expect(view.askErase).toBeVisible()
  })

test('in another language every text of the record view is in that language [14]', async ({
  context,
  page,
}) => {
  await visit(context, page)
  const view = await openSettings(page)
  await view.openRecord.click()
  await expect(view.askErase).toHaveText('Erase everything stored here')
  await page.evaluate(() => window.spaceoneConsent.setLanguage('ko'))
  await expect(view.askErase).toHaveText('저장된 내용 모두 삭제')
  await expect(view.record.getByRole('table', { name: '이전 선택' })).toBeVisible()
})
