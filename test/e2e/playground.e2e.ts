import { expect } from '@playwright/test'
import { forbid } from '../support/forbidden.ts'
import { checkAxe, themesIn } from '../support/layout-checks/axe.ts'
import { test } from '../support/loopback.ts'
import { cookieNames, listen } from '../support/observe.ts'
import { PlaygroundPage } from '../support/playground-page.ts'

const storedBy = () => Object.keys(localStorage).concat(Object.keys(sessionStorage))

test('the playground requests nothing from Google and stores nothing, also after an answer in a frame; a position and an accent, set by keyboard, change the banners and the tag to copy, and are kept in the address', async ({
  page,
  context,
  portal,
  browserName,
}) => {
  const { errors } = listen(page)
  // A headless Chromium shows no prompt in which a person could allow the page to copy.
  if (browserName === 'chromium') await context.grantPermissions(['clipboard-write'])
  const playground = new PlaygroundPage(page, portal.address)
  await playground.opens()
  await playground.banner(320).locator('#reject-all').press('Enter')
  await expect(playground.banner(320)).toBeHidden()
  await expect(playground.banner(768)).toBeVisible()
  forbid('requests for Google', portal.seen())
  forbid('cookies', await cookieNames(context))
  forbid('stored', await page.evaluate(storedBy))
  expect(playground.search).toBe('')
  await playground.presses('Ask again', 'Shift+Tab')
  await expect(playground.banner(320)).toBeVisible()
  await page.reload()
  await playground.chooses('position-right')
  await playground.writes('accent', 'ffd400')
  await expect(page.locator('.contrast')).toContainText('1.43:1 AA: fail')
  await expect(playground.banner(320).locator('#accept-all')).toHaveCSS(
    'background-color',
    'rgb(255, 212, 0)',
  )
  await expect(playground.banner(768)).toHaveClass(/right/)
  await playground.presses('Add a service')
  await playground.keys.press('ControlOrMeta+a')
  await page.keyboard.type('Help')
  await expect(playground.banner(320)).toContainText('Help')
  await expect(page.locator('[id^="service1.words"]:visible')).toHaveCount(1)
  const shown = playground.search
  expect(shown).toContain('?position=right&accent=ffd400&service1.name=Help&')

  await expect(playground.code).toContainText('data-position="right"')
  await playground.presses('Copy: In the <head>, before all other scripts')
  await expect(page.locator('#announcement')).toHaveText('Copied')
  const tag = await playground.code.textContent()
  await page.locator('[id="lead.en"]').focus()
  await playground.keys.press('ControlOrMeta+v')
  await expect(page.locator('[id="lead.en"]')).toHaveValue(`${tag}`)
  await expect(page.locator('[id="lead.en-error"]')).toHaveText('Expected 1 to 300 characters.')

  await page.reload()
  expect(playground.search).toBe(shown)
  await expect(playground.banner(768)).toHaveClass(/right/)
  await expect(page.locator('[id="service1.name"]')).toHaveValue('Help')
  forbid('requests for Google', portal.seen())
  // Firefox reports an error if the playground loads a frame anew during an import in the frame.
  expect(errors.filter(error => !/dynamically imported module/.test(error))).toEqual([])
})

test('a hostile address runs nothing and makes no element: its texts are texts, and its invalid values are named', async ({
  page,
  portal,
}) => {
  const html = `"'><img src=/stolen onerror="parent.stolen=1"><script>stolen=1</script>`
  const bad = encodeURIComponent(html)
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  const playground = new PlaygroundPage(page, portal.address)
  await playground.opens(
    `?csp=hosts&policyUrl=javascript:alert(1)&accent=${bad}&ui=${bad}&policyVersion=1&heading.en=${bad}&service1.name=${bad.slice(0, 60)}&service1.category=a&service1.company=${bad}&__proto__=${bad}#${bad}`,
  )
  for (const kind of ['tag', 'npm', 'vue', 'react', 'csp', 'policy']) {
    await page.locator(`#kind-${kind}`).check()
    await expect(playground.code).not.toBeEmpty()
  }
  for (const choice of ['section-transfers', 'format-markdown'])
    await page.locator(`#${choice}`).check()
  await expect(playground.code).toContainText('## Transfer of personal information abroad')
  await expect(playground.banner(1280)).toContainText(html)
  await expect(playground.messages).toHaveText([/^accent/, /^policyUrl/])
  for (const frame of page.frames()) {
    expect(await frame.evaluate('typeof stolen')).toBe('undefined')
    await expect(frame.locator('img, script:not([src]):not([type=importmap])')).toHaveCount(0)
  }
  forbid(
    'requests',
    asked.filter(address => /stolen/.test(new URL(address).pathname)),
  )
})

test('axe finds no fault in either theme, and on a phone each part is a link away', async ({
  page,
  portal,
  browserName,
}) => {
  const playground = new PlaygroundPage(page, portal.address)
  await playground.opens('?ads=AW-1&theme=no')
  await playground.presses('Add a service')
  for (const colorScheme of themesIn(browserName)) {
    await page.emulateMedia({ colorScheme })
    await checkAxe(page, `desktop, ${colorScheme}`, ['html'], { iframes: false })
  }
  await page.setViewportSize({ width: 390, height: 800 })
  for (const [name, shown] of [
    ['The banner', '#frames'],
    ['Settings', '#form'],
    ['Code', '#texts'],
  ] as const) {
    await playground.keys.goTo(page.getByRole('link', { name }), 'Shift+Tab')
    await playground.keys.press('Enter')
    await expect(page.locator('#frames, #form, #texts').filter({ visible: true })).toHaveCount(1)
    await expect(page.locator(shown)).toBeVisible()
    await checkAxe(page, `phone, ${name}`, ['html'], { iframes: false })
    // Firefox's scroll bar takes a part of the width.
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
  }
})
