import { expect } from '@playwright/test'
import { downloadOf } from '../support/download.ts'
import { PORTAL } from '../support/portal-site.ts'
import { SETTINGS } from '../support/sdk-page.ts'
import { test, type Visitor } from '../support/visitor.ts'

const openRecord = async (visitor: Visitor) => {
  await visitor.opensSettings()
  await visitor.openRecord.click()
  await expect(visitor.askErase).toBeVisible()
}

const stored = ({ page }: Visitor) => page.evaluate(() => Object.keys(localStorage).sort())

test('a visitor sees the whole record of the last decision, and earlier ones, newest first, downloads exactly what is stored, and the code is requested when the view is opened [17, 20]', async ({
  visitor,
  page,
  browserName,
}) => {
  const { record: shown, site } = visitor
  const requested = () => site.files.filter(file => file.startsWith('record')).sort()
  await visitor.opens({ body: SETTINGS, attributes: 'data-categories="marketing"' })
  await visitor.opensSettings()
  await expect(shown).toHaveCount(0)
  await visitor.sendsNothing()
  expect(await visitor.cookies()).toEqual([])
  await page.evaluate(() => {
    window.spaceoneConsent.rejectAll()
    window.spaceoneConsent.acceptAll()
  })
  await visitor.switch('analytics').uncheck()
  await visitor.save.click()
  const record = await visitor.recorded()

  await visitor.opensSettings()
  await expect(shown.locator('.own').first()).toBeHidden()
  expect(requested()).toEqual([])
  await visitor.openRecord.click()
  const rows = shown.getByRole('table', { name: 'Earlier choices' }).locator('tbody tr')
  await expect(rows).toHaveCount(2)
  expect(requested()).toEqual(['record.en.js', 'record.js'])
  for (const words of ['advertising', 'Chosen one by one', 'In the cookie settings', record?.h])
    await expect(shown).toContainText(`${words}`)
  const cells = await rows.evaluateAll(all =>
    all.map(row => [...row.children].map(({ textContent }) => textContent)),
  )
  expect(cells.map(([, ...rest]) => rest)).toEqual([
    ['usage statistics and advertising', 'Nothing', '1'],
    ['Nothing', 'usage statistics and advertising', '1'],
  ])
  for (const [when] of cells) expect(when).toContain(`${new Date().getFullYear()}`)

  const { name, text } = await downloadOf(page, browserName, () => visitor.download.click())
  expect(name).toBe('cookie-consent.json')
  expect(JSON.parse(text)).toMatchObject({
    record,
    privacy_notice: { version: '1', url: `${PORTAL}/privacy`, hash: record?.h },
    history: [
      record,
      { c: { analytics: 1, marketing: 1 }, m: 'accept', n: 2 },
      { c: { analytics: 0, marketing: 0 }, m: 'reject', n: 1 },
    ],
  })
  await expect(visitor.preferences).toBeVisible()
})

test("by keyboard alone, also when its code loads slowly, the record view is read, and everything is erased after a confirmation that can be cancelled; services stop, the site's own data stays, and the focus is never lost [20, 25, 34]", async ({
  visitor,
}) => {
  const { keys, record, erase, erased } = visitor
  await visitor.opens({ body: SETTINGS, attributes: 'data-categories="marketing"' })
  await visitor.page.evaluate(() => {
    localStorage.setItem('host', 'stays')
    window.spaceoneConsent.rejectAll()
    window.spaceoneConsent.acceptAll()
    window.spaceoneConsent.decide({ analytics: false, marketing: true })
  })
  await visitor.decides(true)
  await expect.poll(visitor.events).toEqual(['page_view'])
  const release = await visitor.waitsFor('record.js')
  await visitor.opensSettings()
  await keys.goTo(visitor.openRecord)
  await keys.press('Enter')
  await expect(record).toHaveText(/^Your last choice: .*…$/)
  await expect(visitor.askErase).toHaveCount(0)
  await visitor.switch('marketing').uncheck()
  await visitor.openRecord.focus()
  release()
  await expect(visitor.askErase).toBeVisible()
  await expect(record).toContainText('Policy version')
  await expect(record).not.toContainText('…')
  expect(await keys.place()).toMatch(/^summary Your last choice/)
  await expect(visitor.switch('marketing')).not.toBeChecked()

  await expect(erase).toBeHidden()
  await keys.goTo(visitor.askErase)
  for (const isShown of [true, false, true]) {
    await keys.press('Enter')
    await expect(erase).toBeVisible({ visible: isShown })
  }
  await expect(record).toContainText('This deletes your choice and all earlier ones')
  await keys.press('Tab')
  expect(await keys.place()).toBe('button#erase Erase now')
  await visitor.settles()
  expect(await visitor.recorded()).toMatchObject({ n: 4 })
  expect(await stored(visitor)).toEqual(['host', 'spaceone_consent.history'])
  await expect(erased).toBeHidden()

  await keys.press('Enter')
  await expect(erased).toHaveText('Everything stored here has been erased.')
  await expect(erased).toBeFocused()
  await expect(erased).toHaveAttribute('role', 'status')
  await expect(record).toHaveCount(0)
  await expect(visitor.switch('analytics')).not.toBeChecked()
  await keys.press('Tab')
  expect(await keys.place()).toMatch(/^button#open-guide/)
  await visitor.sendsNothing(() => visitor.pushes('late'))
  await expect.poll(visitor.cookies).toEqual([])
  expect(await stored(visitor)).toEqual(['host'])
  await keys.press('Escape')
  await expect(visitor.banner).toBeVisible()
  expect(await keys.place()).toMatch(/^a Cookies/)

  await test.step("when the record's cookie is gone, earlier decisions can still be seen", async () => {
    await visitor.decides(true)
    await visitor.context.clearCookies()
    await visitor.reloads()
    await visitor.opensSettings()
    await expect(visitor.openRecord).toHaveText('Earlier choices')
    await visitor.openRecord.click()
    await expect(record.locator('tbody tr')).toHaveCount(1)
  })
})

// missing-files.e2e.ts has files of texts, which are loaded with the code in the same way.
test('when record.js cannot be loaded the banner asks again and the preferences stay usable [5, 26]', async ({
  visitor,
}) => {
  const { record, switch: switchOf } = visitor
  await visitor.loses('record.js')
  await visitor.hasAnswered({ c: { analytics: 1 }, p: '0.9' })
  await visitor.opens({ body: SETTINGS })
  await visitor.isAsked('spaceone_consent')
  await visitor.opensSettings()
  await visitor.openRecord.click()
  await visitor.settles()
  await expect(record.locator('dl')).toHaveCount(0)
  await expect(visitor.askErase).toHaveCount(0)
  await switchOf('analytics').check()
  await visitor.save.click()
  await expect.poll(visitor.events).toEqual(['page_view'])
  const warning = expect.stringContaining('record (en) could not be loaded or shown')
  expect(visitor.faults).toEqual([warning])

  await visitor.finds('record.js')
  await visitor.reloads()
  await openRecord(visitor)
})
