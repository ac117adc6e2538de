import { expect } from '@playwright/test'
import { ALL_BLOCKS, blockedFrame } from '../support/markup.ts'
import { SDK_WAYS, SETTINGS } from '../support/sdk-page.ts'
import { test } from '../support/visitor.ts'

test.use({ viewport: { width: 1280, height: 800 } })

test('data-position puts the banner at the bottom, in the middle or at a side', async ({
  visitor,
}) => {
  for (const position of ['bottom', 'left', 'right']) {
    await visitor.opens({ attributes: `data-position="${position}"` })
    await visitor.isAsked()
    const { x, y, width, height } = (await visitor.banner.boundingBox()) as DOMRect
    const right = 1280 - x - width
    if (position === 'bottom') expect(Math.abs(x - right)).toBeLessThanOrEqual(1)
    else expect(position === 'left' ? x : right).toBeCloseTo(24, 0)
    expect(y + height).toBeLessThanOrEqual(800)
    expect(y).toBeGreaterThan(400)
  }
})

for (const way of SDK_WAYS)
  test(`${way}: the inline banner is in its element without moving the page, follows that element, is a bar without it, and goes when unmounted`, async ({
    visitor,
    page,
  }) => {
    const { banner } = visitor
    await visitor.opens({
      way,
      attributes: 'data-position="inline"',
      options: way === 'npm' ? "{ position: 'inline' }" : '',
      body: `<main><div data-consent-banner style="min-height:500px"></div><p id="after">after</p></main>${SETTINGS}`,
    })
    const top = () => page.locator('#after').evaluate(({ offsetTop }: HTMLElement) => offsetTop)
    const before = await top()
    await expect(page.locator('[data-consent-banner] #banner')).toBeVisible()
    await expect(banner).toHaveCSS('position', 'static')
    expect(await top()).toBe(before)
    expect(visitor.requests()).toEqual([])

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
    expect(visitor.faults).toEqual([])

    await visitor.unmounts()
    await expect(banner).toHaveCount(0)
    await visitor.settingsLink.click()
    expect(new URL(page.url()).hash).toBe('#settings')
  })

test('data-button shows a button at its side on every page, which opens the preferences and gets the focus back, also for a control that the page has removed, and is there at once after a decision, below its message [22, 24, 36]', async ({
  visitor,
  page,
}) => {
  const { settingsButton, settingsLink, toast } = visitor
  for (const side of ['left', 'right']) {
    await visitor.context.clearCookies()
    await visitor.opens({ attributes: `data-button="${side}"`, body: SETTINGS })
    await visitor.isAsked()
    await expect(settingsButton).toHaveCount(0)
    await visitor.rejects()
    await visitor.reloads()
    await expect(settingsButton).toBeVisible()
    const { x, width } = (await settingsButton.boundingBox()) as DOMRect
    expect(x + width / 2 < 640).toBe(side === 'left')
  }
  await settingsButton.click()
  await expect(visitor.preferences).toBeVisible()
  await expect(settingsButton).toHaveCount(0)
  await visitor.close.click()
  await expect(settingsButton).toBeFocused()

  await settingsLink.press('Enter')
  await expect(visitor.preferences).toBeVisible()
  await settingsLink.evaluate(link => link.remove())
  await visitor.keys.press('Escape')
  await expect(settingsButton).toBeFocused()

  await page.setViewportSize({ width: 320, height: 568 })
  await settingsButton.click()
  await visitor.save.click()
  await expect(toast).toBeVisible()
  await expect(settingsButton).toBeFocused()
  const [message, button] = await Promise.all([toast.boundingBox(), settingsButton.boundingBox()])
  expect((message?.y ?? 0) + (message?.height ?? 0)).toBeLessThanOrEqual(button?.y ?? 0)
  await visitor.dismiss.click()
  await expect(toast).toHaveCount(0)
  expect(visitor.requests()).toEqual([])
})

test('setLanguage redraws the banner, the open preferences, the guide, the record, blocks and placeholders in place, keeping unsaved answers, open details and focus; the guide works by keyboard [14, 34]', async ({
  visitor,
  page,
}) => {
  const { blocks } = visitor
  const analytics = visitor.switch('analytics')
  const browser = visitor.guide.locator('#browser')
  const { allow, boxes } = visitor.placeholders
  await visitor.opens({
    attributes: 'data-categories="marketing"',
    body: ALL_BLOCKS + blockedFrame('title="Tour" width="600" height="315"'),
  })
  await expect(visitor.rejectAll).toHaveText('Reject all')
  await visitor.banner.locator('summary').click()
  await page.evaluate(() => window.spaceoneConsent.decide({ marketing: false }))
  await expect(visitor.banner).not.toContainText('advertising')
  await expect(blocks.save).toHaveText('Save choices')
  await blocks.switch.check()
  await visitor.rejectAll.focus()

  await visitor.setsLanguage('ja')
  await expect(visitor.rejectAll).toHaveText('拒否')
  await expect(page.locator('spaceone-consent')).toHaveAttribute('lang', 'ja')
  await expect(blocks.save).toHaveText('選択を保存')
  await expect(blocks.status).toContainText('広告')
  await expect(blocks.switch).toBeChecked()
  await expect(allow).toHaveText('許可して表示')
  await expect(boxes).toHaveAttribute('lang', 'ja')
  await expect(visitor.banner.locator('details')).toHaveAttribute('open')
  await expect(visitor.rejectAll).toBeFocused()

  await visitor.openPreferences.click()
  await analytics.check()
  await expect(analytics).toBeFocused()
  await visitor.setsLanguage('ko')
  await expect(visitor.save).toHaveText('선택 저장')
  await expect(analytics).toBeChecked()
  await expect(analytics).toBeFocused()
  await visitor.openRecord.click()
  await expect(visitor.askErase).toHaveText('저장된 내용 모두 삭제')

  const marketing = visitor.switch('marketing')
  await visitor.keys.goTo(marketing, 'Shift+Tab')
  await visitor.keys.press('Space')
  await visitor.keys.goTo(visitor.openGuide)
  await visitor.keys.press('Enter')
  await expect(visitor.back).toBeFocused()
  await browser.selectOption('firefox')
  await visitor.setsLanguage('en')
  await expect(visitor.back).toHaveText('Back')
  await expect(browser).toHaveValue('firefox')
  await visitor.keys.goTo(visitor.back, 'Shift+Tab')
  await visitor.keys.press('Enter')
  await expect(visitor.openGuide).toBeFocused()
  for (const changed of [analytics, marketing]) await expect(changed).toBeChecked()
  await visitor.keys.press('Enter', 'Escape')
  await expect(visitor.preferences).toBeHidden()
  await expect(visitor.openPreferences).toBeFocused()
  await visitor.sendsNothing()
})
