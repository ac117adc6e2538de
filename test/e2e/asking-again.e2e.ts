import { expect, type Page, test } from '@playwright/test'
import { ConsentView } from '../support/consent-view.ts'
import { cookieNames, listen } from '../support/observe.ts'
import { answeredBefore, recordIn } from '../support/record.ts'
import { playSdkPage, SDK_PAGE, started } from '../support/sdk-page.ts'
import { LANGUAGES } from '../support/visit-portal.ts'

const DAY = 86_400

/** How long the test waits for a request that must not arrive, in milliseconds. */
const SETTLE = 500

const GRANT = { c: { analytics: 1 }, m: 'accept' } as const

/** The sentences in which the banner tells a visitor why the site asks again. */
const WORDS = {
  en: {
    outdated: 'The policy has changed since your last choice (version 1).',
    expired: 'Your choice of November 3, 2025 has expired.',
    decided: 'Your other answers stay as they are.',
    changed: 'Now also on phones.',
    addOn: 'Your browser refuses this with an add-on',
  },
  ko: {
    outdated: '마지막으로 선택하신 이후 처리방침이 변경되었습니다(당시 버전: 1).',
    expired: '2025년 11월 3일에 하신 선택의 유효 기간이 지났습니다.',
    decided: '다른 선택은 그대로 유지됩니다.',
    changed: '이제 휴대전화에도 적용됩니다.',
    addOn: 'Google Analytics 차단 부가 기능',
  },
  ja: {
    outdated: '前回の選択(バージョン1)の後にポリシーが変更されました。',
    expired: '2025年11月3日の選択の有効期限が切れました。',
    decided: 'ほかの選択はそのまま維持されます。',
    // The site gives no Japanese text for this change, so the banner falls back to English.
    changed: 'Now also on phones.',
    addOn: 'Googleのオプトアウト',
  },
} as const

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

/** Matches every sentence with which the banner explains why the site asks again. */
const REASONS =
  /has changed since|has expired|new or still open|変更|有効期限|변경되었습니다|유효 기간/

const banner = async (page: Page) => {
  await page.goto(SDK_PAGE)
  await started(page)
  const view = new ConsentView(page)
  await expect(view.banner).toBeVisible()
  await page.waitForTimeout(SETTLE)
  return view
}

for (const language of LANGUAGES) {
  const words = WORDS[language]

  test(`after a policy change (${language}) nothing runs, and the banner names the version that was answered and the changes since [26]`, async ({
    context,
    page,
  }) => {
    const site = await playSdkPage(context, { way: 'npm', language, policy: POLICY })
    await answeredBefore(context, { ...GRANT, p: '1' })
    const view = await banner(page)
    expect(site.google).toEqual([])
    for (const other of ['The first.', 'A comma.', 'Not yet.', words.expired, words.decided])
      await expect(view.banner).not.toContainText(other)
    await expect(view.banner).toContainText(words.outdated)
    await expect(view.banner).toContainText(words.changed)
    await view.acceptAll.click()
    await expect.poll(() => site.events()).toEqual(['page_view'])
    expect(await recordIn(context)).toMatchObject({ p: '3', c: { analytics: 1 }, n: 2 })
  })

  test(`after a decision has expired (${language}) nothing runs, and the banner names the day of that decision`, async ({
    context,
    page,
  }) => {
    const site = await playSdkPage(context, { language })
    const t = Date.UTC(2025, 10, 3, 12) / 1000
    await answeredBefore(context, { ...GRANT, t, e: t + 180 * DAY })
    const view = await banner(page)
    expect(site.google).toEqual([])
    await expect(view.banner).not.toContainText(words.outdated)
    await expect(view.banner).toContainText(words.expired)
    await view.rejectAll.click()
    expect(await recordIn(context)).toMatchObject({ c: { analytics: 0 }, n: 2 })
  })

  test(`when a site adds a purpose (${language}) the banner asks for that purpose alone, and the other answers stay [28]`, async ({
    context,
    page,
  }) => {
    const site = await playSdkPage(context, { language, attributes: 'data-categories="marketing"' })
    await answeredBefore(context, GRANT)
    const view = await banner(page)
    await expect(view.banner).not.toContainText('Google Analytics')
    await expect(view.banner).toContainText(words.decided)
    // Analytics was granted in the earlier decision, so analytics runs while the banner asks for
    // marketing.
    await expect.poll(() => site.events()).toEqual(['page_view'])
    await view.rejectAll.click()
    expect(await recordIn(context)).toMatchObject({ c: { analytics: 1, marketing: 0 } })
  })

  test(`with Google's opt-out add-on (${language}) no banner is shown, and the preferences say that the add-on is honoured [32]`, async ({
    context,
    page,
  }) => {
    const site = await playSdkPage(context, {
      language,
      attributes: 'data-categories="marketing"',
      body: '<button onclick="spaceoneConsent.openPreferences()">settings</button>',
    })
    await answeredBefore(context, { c: { marketing: 0 } })
    await page.addInitScript(() => Object.assign(window, { _gaUserPrefs: { ioo: () => true } }))
    await page.goto(SDK_PAGE)
    await started(page)
    await page.waitForTimeout(SETTLE)
    const view = new ConsentView(page)
    await expect(view.banner).toBeHidden()
    await page.getByText('settings', { exact: true }).click()
    const [analytics, marketing] = [0, 1].map(index =>
      view.preferences.locator('fieldset > .purpose').nth(index),
    )
    if (!analytics || !marketing) throw new Error('two purposes')
    await expect(analytics).toContainText(words.addOn)
    await expect(marketing).not.toContainText(words.addOn)
    await view.switch('analytics').check()
    await view.save.click()
    await page.waitForTimeout(SETTLE)
    expect(site.google).toEqual([])
  })
}

test('without a list of policy versions the banner says only that the policy has changed', async ({
  context,
  page,
}) => {
  await playSdkPage(context, {})
  await answeredBefore(context, { ...GRANT, p: '0.9' })
  const view = await banner(page)
  await expect(view.banner).toContainText(
    'since your last choice (version 0.9). We would like to use',
  )
})

test('a policy version without material changes does not ask the visitor again [26]', async ({
  context,
  page,
}) => {
  const policy = POLICY.replace("version: '3'", "version: '2'")
  const site = await playSdkPage(context, { way: 'npm', policy })
  await answeredBefore(context, { ...GRANT, p: '1' })
  await page.goto(SDK_PAGE)
  await expect.poll(() => site.events()).toEqual(['page_view'])
  await expect(new ConsentView(page).banner).toBeHidden()
})

test('on a first visit the banner gives no reason for asking again, and the file with the reasons is not loaded', async ({
  context,
  page,
}) => {
  const site = await playSdkPage(context, {})
  const view = await banner(page)
  await expect(view.banner).not.toContainText(REASONS)
  expect(site.files.filter(file => file.startsWith('record'))).toEqual([])
  expect(await cookieNames(context)).toEqual([])
})

test('a decision that expires while the page is open makes the banner ask again on that page [27]', async ({
  context,
  page,
}) => {
  const site = await playSdkPage(context, {})
  const t = Math.floor(Date.now() / 1000) - 60
  await answeredBefore(context, { ...GRANT, t, e: t + 64 })
  await page.goto(SDK_PAGE)
  await started(page)
  const view = new ConsentView(page)
  await expect(view.banner).toContainText('has expired')
  const before = site.google.length
  await page.evaluate(() => window.gtag('event', 'late'))
  await page.waitForTimeout(SETTLE)
  expect(site.google.slice(before)).toEqual([])
})

test('the notice that is hashed does not contain the day or the version of an earlier decision [18]', async ({
  context,
  page,
}) => {
  await playSdkPage(context, { way: 'npm', policy: POLICY })
  const hashes = new Set<string | undefined>()
  for (const p of ['1', '2']) {
    await answeredBefore(context, { ...GRANT, p })
    const view = await banner(page)
    await view.rejectAll.click()
    hashes.add((await recordIn(context))?.h)
    // The stored history says that the last decision was a refusal; a grant in the cookie would
    // contradict the history.
    await page.evaluate(() => localStorage.clear())
  }
  expect([...hashes]).toEqual([expect.stringMatching(/^[\w-]{22}$/)])
})

test('when the cookie of an expired decision is gone, the banner and the record view still name the day of that decision', async ({
  context,
  page,
}) => {
  const t = Date.UTC(2026, 4, 9, 12) / 1000
  const record = { v: 1, p: '1', l: 'en', t, e: t + 60, ...GRANT, s: 'banner', n: 3 }
  const value = Buffer.from(JSON.stringify(record)).toString('base64url')
  const site = await playSdkPage(context, {})
  await page.addInitScript(
    history => localStorage.setItem('spaceone_consent.history', history),
    JSON.stringify([value]),
  )
  const view = await banner(page)
  expect(site.google).toEqual([])
  expect(await cookieNames(context)).toEqual([])
  await expect(view.banner).toContainText('Your choice of May 9, 2026 has expired.')
  await view.openPreferences.click()
  await expect(view.openRecord).toContainText('Your last choice: May 9, 2026')
  await view.save.click()
  expect(await recordIn(context)).toMatchObject({ c: { analytics: 0 }, n: 4 })
})

for (const file of ['record.js', 'record.en.js'])
  test(`when ${file} cannot be loaded the banner still asks, and one warning is logged [5, 26]`, async ({
    context,
    page,
  }) => {
    const site = await playSdkPage(context, {})
    await context.route(`**/${file}`, route => route.abort())
    await answeredBefore(context, { ...GRANT, p: '0.9' })
    const { warnings } = listen(page)
    const view = await banner(page)
    expect(site.google).toEqual([])
    expect(warnings).toEqual([expect.stringContaining('record (en) could not be loaded or shown')])
    await view.acceptAll.click()
    await expect.poll(() => site.events()).toEqual(['page_view'])
  })
