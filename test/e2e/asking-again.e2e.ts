import { expect } from '@playwright/test'
import { block } from '../support/markup.ts'
import { SETTINGS } from '../support/sdk-page.ts'
import { test } from '../support/visitor.ts'

const GRANT = { c: { analytics: 1 }, m: 'accept' } as const

const NOVEMBER_3 = Date.UTC(2025, 10, 3, 12) / 1000

const OLD = {
  outdated: { p: '1' },
  expired: { p: '3', t: NOVEMBER_3, e: NOVEMBER_3 + 180 * 86_400 },
} as const

/** What banner and page say of an earlier grant; why-again.test.ts has further languages. */
const SAYS = {
  outdated: ['이후 처리방침이 변경', '이제 휴대전화에도 적용됩니다.'],
  expired: ['선택의 유효 기간이 지났습니다.'],
}

const POLICY = `{
  version: '3',
  versions: [
    { version: '1', effective: '2025-01-01', material: true, changes: { en: 'The first.' } },
    { version: '2', effective: '2025-02-01', material: false, changes: { en: 'A comma.' } },
    { version: '3', effective: '2025-03-01', material: true,
      changes: { en: 'Now also on phones.', ko: '이제 휴대전화에도 적용됩니다.' } },
    { version: '4', effective: '2099-01-01', material: true, changes: { en: 'Not yet.' } },
  ],
}`

for (const [status, sentences] of Object.entries(SAYS) as [keyof typeof OLD, string[]][])
  test(`a grant that is ${status} runs nothing, and the banner, the page and the record say why [26]`, async ({
    visitor,
  }) => {
    const { banner, blocks, record } = visitor
    await visitor.hasAnswered({ ...GRANT, ...OLD[status] })
    await visitor.opens({
      way: 'npm',
      language: 'ko',
      policy: POLICY,
      body: SETTINGS + block('status'),
    })
    await visitor.isAsked('spaceone_consent')
    expect((await visitor.state()).status).toBe(status)
    for (const other of ['The first.', 'A comma.', 'Not yet.', '다른 선택은'])
      await expect(banner).not.toContainText(other)
    for (const sentence of sentences) await expect(banner).toContainText(sentence)
    // The banner shows the policy version or the day of the earlier decision, outside the notice
    // that is hashed.
    const before = status === 'outdated' ? '1' : '2025년 11월 3일'
    await expect(banner.locator('[data-own]')).toHaveText(before)
    await expect(blocks.status).toContainText(`${sentences[0]}`)
    await visitor.opensSettings()
    await expect(visitor.switch('analytics')).not.toBeChecked()
    await visitor.openRecord.click()
    await expect(record).toContainText(`${sentences[0]}`)
    await visitor.switch('analytics').check()
    await visitor.save.click()
    await expect.poll(visitor.events).toEqual(['page_view'])
    expect(await visitor.recorded()).toMatchObject({ p: '3', c: { analytics: 1 }, n: 2 })
    await expect(blocks.status).not.toContainText(`${sentences[0]}`)
  })

test('when a site adds a purpose the banner asks for that purpose alone, and the other answers stay [28]', async ({
  visitor,
}) => {
  await visitor.hasAnswered(GRANT)
  await visitor.opens({ attributes: 'data-categories="marketing"' })
  await expect(visitor.banner).toContainText('Your other answers stay as they are.')
  await expect(visitor.banner).not.toContainText('Google Analytics')
  // Analytics was granted earlier, so analytics runs while the banner asks for marketing.
  await expect.poll(visitor.events).toEqual(['page_view'])
  await visitor.rejects()
  expect(await visitor.recorded()).toMatchObject({ c: { analytics: 1, marketing: 0 } })
})

test("with Google's opt-out add-on no banner is shown, and the preferences say that the add-on is honoured [32]", async ({
  visitor,
  page,
}) => {
  const purpose = (at: number) => visitor.preferences.locator('fieldset > .purpose').nth(at)
  const addOn = 'Your browser refuses this with an add-on'
  await visitor.hasAnswered({ c: { marketing: 0 } })
  await page.addInitScript(() => Object.assign(window, { _gaUserPrefs: { ioo: () => true } }))
  await visitor.opens({ attributes: 'data-categories="marketing"', body: SETTINGS })
  await visitor.settles()
  await expect(visitor.banner).toBeHidden()
  await visitor.opensSettings()
  await expect(purpose(0)).toContainText(addOn)
  await expect(purpose(1)).not.toContainText(addOn)
  await visitor.switch('analytics').check()
  await visitor.save.click()
  await visitor.sendsNothing()
})
