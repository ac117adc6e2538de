import { expect, type Page, test } from '@playwright/test'
import { ALL_BLOCKS, Blocks } from '../support/blocks.ts'
import { ConsentView } from '../support/consent-view.ts'
import { cookieNames, listen } from '../support/observe.ts'
import { answeredBefore } from '../support/record.ts'
import { playSdkPage, SDK_PAGE, sdkPage, started } from '../support/sdk-page.ts'

const SETTINGS = '<button onclick="spaceoneConsent.openPreferences()">settings</button>'

/** How long the test waits for a file that must not be requested, in milliseconds. */
const SETTLE = 500

const openSettings = (page: Page) => page.getByText('settings', { exact: true }).click()

test.use({ viewport: { width: 1280, height: 800 } })

for (const [position, side, distance] of [
  ['bottom', 'middle', 0],
  ['left', 'left', 24],
  ['right', 'right', 24],
] as const)
  test(`data-position="${position}" puts the banner at the ${side}`, async ({ context, page }) => {
    const site = await playSdkPage(context, { attributes: `data-position="${position}"` })
    const { banner } = new ConsentView(page)
    await page.goto(SDK_PAGE)
    await expect(banner).toBeVisible()
    expect(site.google).toEqual([])
    const { x, y, width, height } = (await banner.boundingBox()) ?? {
      x: 0,
      y: 0,
      width: 0,
      height: 0,
    }
    const inside = await page.evaluate(() => document.documentElement.clientWidth)
    const [left, right] = [x, inside - x - width]
    if (side === 'middle') expect(Math.abs(left - right)).toBeLessThanOrEqual(1)
    else expect(side === 'left' ? left : right).toBeCloseTo(distance, 0)
    expect(y + height).toBeLessThanOrEqual(800)
    expect(y).toBeGreaterThan(400)
  })

test('data-position="inline" puts the banner into its element in the page without moving the page, and the banner follows that element', async ({
  context,
  page,
}) => {
  const site = await playSdkPage(context, {
    attributes: 'data-position="inline"',
    body: '<main><div data-consent-banner style="min-height:500px"></div><p id="after">after</p></main>',
  })
  const { banner, rejectAll } = new ConsentView(page)
  const { warnings, errors } = listen(page)
  await page.goto(SDK_PAGE)
  const top = () => page.locator('#after').evaluate(({ offsetTop }: HTMLElement) => offsetTop)
  const before = await top()
  await expect(page.locator('[data-consent-banner] #banner')).toBeVisible()
  await expect(banner).toHaveCSS('position', 'static')
  expect(await top()).toBe(before)
  expect(site.google).toEqual([])

  await page.evaluate(() => {
    const main = document.createElement('main')
    main.innerHTML = '<h1>Next</h1><div data-consent-banner id="next"></div>'
    document.querySelector('main')?.replaceWith(main)
  })
  await expect(page.locator('#next #banner')).toBeVisible()
  await page.evaluate(() => document.querySelector('#next')?.remove())
  await page.evaluate(() => document.body.append(document.createElement('hr')))
  await expect(page.locator('body > spaceone-consent #banner')).toBeVisible()
  await expect(banner).toHaveCSS('position', 'fixed')
  await rejectAll.click()
  await expect(banner).toBeHidden()
  expect({ warnings, errors }).toEqual({ warnings: [], errors: [] })
})

test('data-position="inline" shows a bar when the page has no element for the banner', async ({
  context,
  page,
}) => {
  await playSdkPage(context, { attributes: 'data-position="inline"' })
  const { banner } = new ConsentView(page)
  await page.goto(SDK_PAGE)
  await expect(banner).toHaveCSS('position', 'fixed')
})

for (const side of ['left', 'right'])
  test(`data-button="${side}" shows a button on every page that opens the preferences and gets the focus back [22]`, async ({
    context,
    page,
  }) => {
    const site = await playSdkPage(context, { attributes: `data-button="${side}"` })
    const { preferences, close, banner, rejectAll } = new ConsentView(page)
    const settings = page.locator('spaceone-consent #settings')
    await page.goto(SDK_PAGE)
    await expect(banner).toBeVisible()
    await expect(settings).toHaveCount(0)
    await rejectAll.click()
    await page.reload()
    await expect(settings).toBeVisible()
    const box = await settings.boundingBox()
    const middle = (box?.x ?? 0) + (box?.width ?? 0) / 2
    expect(middle < 640).toBe(side === 'left')
    await settings.click()
    await expect(preferences).toBeVisible()
    await expect(settings).toHaveCount(0)
    await close.click()
    await expect(settings).toBeFocused()
    expect(site.google).toEqual([])
  })

test("data-policy-earlier links to the earlier versions of the policy, in the page's language where the site gives one [15]", async ({
  context,
  page,
}) => {
  await playSdkPage(context, {
    body: SETTINGS,
    attributes: 'data-policy-earlier-ko="/ko/earlier" data-policy-earlier-en="/en/earlier"',
  })
  const { preferences } = new ConsentView(page)
  await page.goto(SDK_PAGE)
  await openSettings(page)
  await expect(preferences.getByRole('link', { name: 'Privacy policy' })).toHaveAttribute(
    'href',
    '/privacy',
  )
  await expect(preferences.getByRole('link', { name: 'Earlier versions' })).toHaveAttribute(
    'href',
    '/en/earlier',
  )
  await page.evaluate(() => window.spaceoneConsent.setLanguage('ko'))
  await expect(preferences.locator('a[href="/ko/earlier"]')).toBeVisible()
})

test('data-categories adds purposes, each asked in the banner and each with a switch of its own [13]', async ({
  context,
  page,
}) => {
  const site = await playSdkPage(context, {
    body: SETTINGS,
    attributes: 'data-categories="marketing, personalization"',
  })
  const view = new ConsentView(page)
  await page.goto(SDK_PAGE)
  await expect(view.banner).toContainText('advertising')
  await openSettings(page)
  await expect(view.preferences.getByRole('switch')).toHaveCount(3)
  await view.switch('marketing').check()
  await view.save.click()
  expect(site.google).toEqual([])
  const state = await page.evaluate(() => ({ ...window.spaceoneConsent.$state.get().granted }))
  expect(state).toEqual({ analytics: false, marketing: true, personalization: false })
})

test('a single text of the site replaces ours, and the other texts stay', async ({
  context,
  page,
}) => {
  await playSdkPage(context, {
    options: `{ texts: { en: { banner: { heading: 'Cookies, <b>please</b>?' } } } }`,
  })
  const { banner, rejectAll } = new ConsentView(page)
  await page.goto(SDK_PAGE)
  await expect(banner).toHaveAccessibleName('Cookies, <b>please</b>?')
  await expect(rejectAll).toHaveText('Reject')
})

for (const [language, direction, words] of [
  ['fr', 'ltr', 'Tout refuser'],
  ['ar', 'rtl', 'رفض الكل'],
] as const)
  test(`a language that the site brings is used when data-lang names it: ${language}`, async ({
    context,
    page,
  }) => {
    const site = await playSdkPage(context, {
      attributes: `data-lang="${language}"`,
      options: `{ texts: { ${language}: { banner: { reject: '${words}' }, preferences: { save: '${words}!' } } } }`,
      body: SETTINGS + ALL_BLOCKS,
    })
    const { banner, rejectAll, save, preferences } = new ConsentView(page)
    const { warnings, errors } = listen(page)
    await page.goto(SDK_PAGE)
    await expect(rejectAll).toHaveText(words)
    await expect(page.locator('spaceone-consent')).toHaveAttribute('lang', language)
    await expect(banner).toHaveCSS('direction', direction)
    await expect(page.locator('spaceone-consent-block').first()).toHaveAttribute('lang', language)
    await openSettings(page)
    await expect(save).toHaveText(`${words}!`)
    await expect(preferences).toHaveCSS('direction', direction)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      1280,
    )
    expect({ warnings, errors, google: site.google }).toEqual({
      warnings: [],
      errors: [],
      google: [],
    })
    expect(site.files.filter(file => file.includes(language))).toEqual([])
  })

test('setLanguage redraws the banner, the open preferences, the guide and the blocks in place, keeping unsaved answers and focus [14]', async ({
  context,
  page,
}) => {
  const site = await playSdkPage(context, { body: SETTINGS + ALL_BLOCKS })
  const view = new ConsentView(page)
  const blocks = new Blocks(page)
  const setLanguage = (language: string) =>
    page.evaluate(tag => window.spaceoneConsent.setLanguage(tag), language)
  await page.goto(SDK_PAGE)
  await expect(view.rejectAll).toHaveText('Reject')
  await expect(blocks.save).toHaveText('Save choices')
  await blocks.switch.check()

  await setLanguage('ja')
  await expect(view.rejectAll).toHaveText('拒否')
  await expect(page.locator('spaceone-consent')).toHaveAttribute('lang', 'ja')
  await expect(blocks.save).toHaveText('選択を保存')
  await expect(blocks.status).toHaveText('まだ選択されていません。')
  await expect(blocks.switch).toBeChecked()

  await view.openPreferences.click()
  await view.switch('analytics').check()
  await expect(view.switch('analytics')).toBeFocused()
  await setLanguage('ko')
  await expect(view.save).toHaveText('선택 저장')
  await expect(view.switch('analytics')).toBeChecked()
  await expect(view.switch('analytics')).toBeFocused()

  await view.preferences.locator('#open-guide').click()
  await view.preferences.locator('#browser').selectOption('firefox')
  await setLanguage('en')
  await expect(view.preferences.locator('#back')).toHaveText('Back')
  await expect(view.preferences.locator('#browser')).toHaveValue('firefox')
  await view.preferences.locator('#back').click()
  await expect(view.switch('analytics')).toBeChecked()
  expect(site.google).toEqual([])
  expect(await cookieNames(context)).toEqual([])
})

test('an invalid attribute value is explained in one message, and no banner is shown [5]', async ({
  context,
}) => {
  const site = await playSdkPage(context, {})
  for (const [name, value] of [
    ['data-categories', '1st'],
    ['data-policy-earlier', 'javascript:alert(1)'],
  ] as const) {
    const page = await context.newPage()
    // When a tag has an attribute twice, HTML parsers keep the first value.
    const body = sdkPage({}).replace('data-ga=', `${name}="${value}" data-ga=`)
    await page.route(SDK_PAGE, route =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
    )
    const { warnings, errors } = listen(page)
    await page.goto(SDK_PAGE)
    await page.waitForTimeout(SETTLE)
    expect(site.google).toEqual([])
    await expect(page.locator('spaceone-consent')).toHaveCount(0)
    expect(errors).toEqual([])
    expect(warnings).toEqual([expect.stringContaining(`${name} is "${value}". Expected `)])
    await page.close()
  }
})

test('for a returning visitor no file of the view is loaded unless a settings button is configured', async ({
  context,
  page,
}) => {
  const site = await playSdkPage(context, { attributes: 'data-position="left" data-theme="dark"' })
  await answeredBefore(context)
  await page.goto(SDK_PAGE)
  await started(page)
  await page.waitForTimeout(SETTLE)
  expect(site.files).toEqual(['consent.js'])
})
