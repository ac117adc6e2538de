import { expect } from '@playwright/test'
import { downloadOf } from '../support/download.ts'
import { PORTAL } from '../support/portal-site.ts'
import { SETTINGS } from '../support/sdk-page.ts'
import { test } from '../support/visitor.ts'

test('a visitor sees the whole record of the last decision, and downloads exactly the stored record [17, 20]', async ({
  visitor,
  page,
  browserName,
}) => {
  await visitor.opens({ body: SETTINGS })
  await visitor.opensSettings()
  await expect(visitor.record).toHaveCount(0)
  await visitor.sendsNothing()
  expect(await visitor.cookies()).toEqual([])
  await visitor.switch('analytics').check()
  await visitor.save.click()
  const record = await visitor.recorded()

  await visitor.opensSettings()
  await expect(visitor.record.locator('.own').first()).toBeHidden()
  await visitor.openRecord.click()
  for (const words of ['usage statistics', 'Chosen one by one', 'In the cookie settings', '1'])
    await expect(visitor.record).toContainText(words)
  await expect(visitor.record).toContainText(`${record?.h}`)
  const { name, text } = await downloadOf(page, browserName, () => visitor.download.click())
  expect(name).toBe('cookie-consent.json')
  expect(JSON.parse(text)).toMatchObject({
    record,
    privacy_notice: { version: '1', url: `${PORTAL}/privacy`, hash: record?.h },
    pii_controllers: [{ party_name: 'www.spaceone.test' }],
    withdrawal_method: `Cookie settings, ${PORTAL}`,
  })
  await expect(visitor.preferences).toBeVisible()
  await expect(visitor.record).not.toContainText('Earlier choices')
})
