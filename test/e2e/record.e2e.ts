import { expect } from '@playwright/test'
import { block } from '../support/blocks.ts'
import { downloadOf } from '../support/download.ts'
import { PORTAL } from '../support/portal-site.ts'
import { SETTINGS } from '../support/sdk-page.ts'
import { test } from '../support/visitor.ts'

const DAY = 86_400

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
    history: [record],
    privacy_notice: { version: '1', url: `${PORTAL}/privacy`, hash: record?.h },
    pii_controllers: [{ party_name: 'www.spaceone.test' }],
    inventory: 'unknown',
    purposes: [
      {
        purpose: 'analytics',
        purpose_name: 'usage statistics',
        event_state: 'given',
        services: [{ service: 'Google Analytics', event_state: 'given' }],
      },
    ],
    withdrawal_method: `Cookie settings, ${PORTAL}`,
  })
  await expect(visitor.preferences).toBeVisible()
})

const now = Math.floor(Date.now() / 1000)

for (const [status, before, note] of [
  ['outdated', { p: '0.9' }, 'The policy has changed since your choice.'],
  ['expired', { t: now - 200 * DAY, e: now - 20 * DAY }, 'Your choice has expired.'],
] as const)
  test(`a grant that is ${status} runs nothing, the banner asks again, and page and record say why [26]`, async ({
    visitor,
  }) => {
    const said = visitor.blocks.status
    await visitor.hasAnswered({ c: { analytics: 1 }, m: 'accept', ...before })
    await visitor.opens({ body: SETTINGS + block('status') })
    await visitor.isAsked('spaceone_consent')
    expect((await visitor.state()).status).toBe(status)
    await expect(said).toContainText(note)
    await visitor.opensSettings()
    await expect(visitor.switch('analytics')).not.toBeChecked()
    await visitor.openRecord.click()
    await expect(visitor.record).toContainText(note)
    await visitor.switch('analytics').check()
    await visitor.save.click()
    await expect.poll(visitor.events).toEqual(['page_view'])
    expect(await visitor.recorded()).toMatchObject({ p: '1', n: 2, c: { analytics: 1 } })
    await expect(said).not.toContainText(note)
  })
