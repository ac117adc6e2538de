import { expect, test } from '@playwright/test'
import { ALL_BLOCKS, BLOCK_KINDS, Blocks, block } from '../support/blocks.ts'
import { ConsentView } from '../support/consent-view.ts'
import { cookieNames, listen } from '../support/observe.ts'
import { PORTAL, playPortal } from '../support/portal-site.ts'
import { answeredBefore, recordIn } from '../support/record.ts'
import { playSdkPage, SDK_PAGE, SDK_WAYS, started } from '../support/sdk-page.ts'

/** How long the test waits for a file that must not be requested, in milliseconds. */
const SETTLE = 500

for (const way of SDK_WAYS) {
  test(`${way}: policy-page blocks are drawn in their elements, and destroy() restores the elements' content`, async ({
    context,
    page,
  }) => {
    const site = await playSdkPage(context, { way, body: ALL_BLOCKS })
    const blocks = new Blocks(page)
    const { warnings, errors } = listen(page)
    await page.goto(SDK_PAGE)
    await expect(blocks.drawn).toHaveCount(4)
    expect(site.google).toEqual([])
    expect(await cookieNames(context)).toEqual([])
    await expect(blocks.guide.getByRole('combobox')).toBeVisible()
    await expect(blocks.switch).not.toBeChecked()
    await expect(blocks.status).toHaveText('You have not made a choice yet.')
    await expect(blocks.table.getByRole('rowheader').first()).toHaveText('spaceone_consent')
    for (const kind of BLOCK_KINDS) await expect(blocks.before(kind)).toHaveCount(0)

    await page.evaluate(() => {
      const { unmount } = window as { unmount?: () => void }
      unmount?.()
      window.spaceoneConsent.destroy()
    })
    await expect(page.locator('spaceone-consent')).toHaveCount(0)
    await expect(blocks.drawn).toHaveCount(0)
    for (const kind of BLOCK_KINDS) await expect(blocks.before(kind)).toBeVisible()
    await page.evaluate(html => {
      document.body.insertAdjacentHTML('beforeend', html)
    }, block('status'))
    await page.waitForTimeout(SETTLE)
    await expect(blocks.drawn).toHaveCount(0)
    expect({ warnings, errors, google: site.google }).toEqual({
      warnings: [],
      errors: [],
      google: [],
    })
  })

  test(`${way}: a policy-page block that the page adds later, moves, removes or puts back is drawn in its new place`, async ({
    context,
    page,
  }) => {
    const site = await playSdkPage(context, { way, body: '<main id="app"><h1>Home</h1></main>' })
    const blocks = new Blocks(page)
    const { warnings, errors } = listen(page)
    await page.goto(SDK_PAGE)
    await started(page)
    await page.waitForTimeout(SETTLE)
    await expect(blocks.drawn).toHaveCount(0)

    await test.step('a block is appended', async () => {
      await page.evaluate(() => {
        const element = document.createElement('div')
        element.toggleAttribute('data-consent-status')
        document.querySelector('#app')?.append(element)
      })
      await expect(blocks.status).toBeVisible()
    })
    await test.step('a block is in HTML that replaces the old HTML', async () => {
      await page.evaluate(html => {
        const app = document.querySelector('#app')
        if (app) app.innerHTML = html
      }, ALL_BLOCKS)
      await expect(blocks.drawn).toHaveCount(4)
      await expect(blocks.guide).toBeVisible()
    })
    await test.step('a block is in an element that a framework replaces', async () => {
      await page.evaluate(html => {
        const next = document.createElement('main')
        next.id = 'app'
        next.innerHTML = `<section>${html}</section>`
        document.querySelector('#app')?.replaceWith(next)
      }, ALL_BLOCKS)
      await expect(page.locator('#app section spaceone-consent-block')).toHaveCount(4)
      await expect(blocks.switch).toBeVisible()
    })
    await test.step('a framework rewrites the content of a block', async () => {
      await page.evaluate(() => {
        const element = document.querySelector('[data-consent-status]')
        if (element) element.innerHTML = '<p>drawn anew</p>'
      })
      await expect(blocks.status).toBeVisible()
      await expect(page.getByText('drawn anew')).toHaveCount(0)
    })
    await test.step("a block is moved, and keeps the visitor's unsaved answers", async () => {
      await blocks.switch.check()
      await page.evaluate(() => {
        const moved = document.querySelector('[data-consent-preferences]')
        if (moved) document.body.append(moved)
      })
      await page.waitForTimeout(SETTLE)
      await expect(page.locator('body > [data-consent-preferences] form')).toBeVisible()
      await expect(blocks.switch).toBeChecked()
    })
    await test.step('a block is removed and put back', async () => {
      await page.evaluate(() => {
        const element = document.querySelector('[data-consent-preferences]')
        element?.remove()
        document.body.append(document.createElement('hr'))
        Object.assign(window, { kept: element })
      })
      await page.waitForTimeout(SETTLE)
      await expect(blocks.drawn).toHaveCount(3)
      await page.evaluate(() => {
        document.body.append((window as unknown as { kept: Element }).kept)
      })
      await expect(blocks.form).toBeVisible()
      await expect(blocks.drawn).toHaveCount(4)
    })
    await test.step('a single-page application removes a block with its page', async () => {
      await page.evaluate(() => {
        history.pushState(null, '', '/page/other')
        for (const old of document.querySelectorAll('#app,[data-consent-preferences]')) old.remove()
        document.body.append(document.createElement('main'))
      })
      await expect(blocks.drawn).toHaveCount(0)
      await page.evaluate(html => {
        history.pushState(null, '', '/page/privacy')
        const main = document.querySelector('main')
        if (main) main.innerHTML = html
      }, ALL_BLOCKS)
      await expect(blocks.drawn).toHaveCount(4)
    })
    expect({ warnings, errors, google: site.google }).toEqual({
      warnings: [],
      errors: [],
      google: [],
    })
    expect(await cookieNames(context)).toEqual([])
  })

  test(`${way}: switches in a policy-page block save a decision with their surface in the record, and the status block follows at once, in another tab too [17, 57]`, async ({
    context,
    page,
  }) => {
    const site = await playSdkPage(context, { way, body: ALL_BLOCKS })
    const other = await context.newPage()
    const [blocks, elsewhere] = [new Blocks(page), new Blocks(other)]
    await page.goto(SDK_PAGE)
    await other.goto(SDK_PAGE)
    await expect(elsewhere.status).toHaveText('You have not made a choice yet.')
    await blocks.switch.check()
    expect(site.google).toEqual([])
    expect(await recordIn(context)).toBeUndefined()

    await blocks.save.click()
    await expect(blocks.status).toContainText('Allowedusage statistics')
    expect(await recordIn(context)).toMatchObject({ c: { analytics: 1 }, m: 'custom', s: 'inline' })
    await expect(elsewhere.status).toContainText('Allowedusage statistics')
    await expect(elsewhere.switch).toBeChecked()
    await expect(new ConsentView(other).banner).toBeHidden()
    if (way === 'npm') await expect.poll(() => site.scripts()).toHaveLength(2)

    await elsewhere.form.locator('#reject-all').click()
    await expect(blocks.status).toContainText('Refusedusage statistics')
    await expect(blocks.switch).not.toBeChecked()
    expect(await recordIn(context)).toMatchObject({ c: { analytics: 0 }, m: 'reject', s: 'inline' })

    await page.evaluate(() => window.spaceoneConsent.acceptAll())
    await expect(blocks.status).toContainText('Allowedusage statistics')
    await page.evaluate(() => window.spaceoneConsent.withdraw('analytics'))
    await expect(blocks.status).toContainText('Refusedusage statistics')
  })
}

for (const way of SDK_WAYS)
  test(`${way}: an element with data-consent-open opens the preferences, one that says guide the guide, also when they come later [22]`, async ({
    context,
    page,
  }) => {
    const site = await playSdkPage(context, {
      way,
      body: '<a href="#there" data-consent-open>settings</a><button data-consent-open="guide"><b>guide</b></button>',
    })
    const { preferences, close } = new ConsentView(page)
    await answeredBefore(context)
    await page.goto(SDK_PAGE)
    await started(page)
    await page.waitForTimeout(SETTLE)
    expect(site.files).toEqual(way === 'script tag' ? ['consent.js'] : [])
    await page.getByText('settings').click()
    await expect(preferences.locator('form')).toBeVisible()
    expect(new URL(page.url()).hash).toBe('')
    await close.click()
    await page.getByText('guide').click()
    await expect(preferences.locator('#guide')).toBeVisible()
    await close.click()
    await page.evaluate(() => {
      document.body.innerHTML += '<p data-consent-open="guide">later</p>'
    })
    await page.getByText('later').click()
    await expect(preferences.locator('#guide')).toBeVisible()
    expect(site.google).toEqual([])
  })

test('npm: an inline banner stands in its place, and a link leads to its address once the view is unmounted', async ({
  context,
  page,
}) => {
  await playSdkPage(context, {
    way: 'npm',
    options: "{ position: 'inline' }",
    body: '<div data-consent-banner style="min-height:500px"></div><a href="#there" data-consent-open>settings</a>',
  })
  await page.goto(SDK_PAGE)
  await expect(page.locator('[data-consent-banner] #banner')).toBeVisible()
  await page.evaluate(() => (window as { unmount?: () => void }).unmount?.())
  await expect(page.locator('#banner')).toHaveCount(0)
  await page.getByText('settings').click()
  expect(new URL(page.url()).hash).toBe('#there')
})

test('for a returning visitor consent.js alone is loaded on a page without blocks, and the files of the blocks on a page with one', async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  await answeredBefore(context, { p: '2024-01-18' })
  await page.goto(`${PORTAL}/en/pricing.html`)
  await started(page)
  await page.waitForTimeout(SETTLE)
  expect(site.files).toEqual(['consent.js'])
  site.files.length = 0
  await page.goto(`${PORTAL}/en/privacy.html`)
  await expect(new Blocks(page).drawn).toHaveCount(4)
  expect([...new Set(site.files)].sort()).toEqual([
    'blocks.js',
    'consent.js',
    'guide.en.js',
    'guide.js',
    'preferences.en.js',
    'preferences.js',
    'record.en.js',
    'record.js',
    'ui.en.js',
  ])
  expect(site.google).toEqual([])
})

/** The expected texts of the status block, the preferences block and the guide block. */
const WORDS = {
  en: ['You have not made a choice yet.', 'Save choices', 'Show the steps for'],
  ko: ['아직 선택하지 않으셨습니다.', '선택 저장', '브라우저 선택'],
  ja: ['まだ選択されていません。', '選択を保存', 'ブラウザを選択'],
}

for (const [language, [none = '', save = '', choose = '']] of Object.entries(WORDS))
  test(`the portal's policy page shows every block in its language: ${language} [14]`, async ({
    context,
    page,
  }) => {
    const site = await playPortal(context)
    const blocks = new Blocks(page)
    const { warnings, errors } = listen(page)
    await page.goto(`${PORTAL}/${language}/privacy.html`)
    await expect(blocks.drawn).toHaveCount(4)
    for (const drawn of await blocks.drawn.all())
      await expect(drawn).toHaveAttribute('lang', language)
    await expect(blocks.status).toHaveText(none)
    await expect(blocks.save).toHaveText(save)
    await expect(blocks.guide.locator('label')).toContainText(choose)
    await expect(blocks.table.getByRole('rowheader')).toHaveText([
      'spaceone_consent',
      '_ga',
      '_ga_*',
    ])
    expect({ warnings, errors, google: site.google }).toEqual({
      warnings: [],
      errors: [],
      google: [],
    })
  })

test("without JavaScript the page's own content of a block can be read", async ({
  context,
  page,
}) => {
  // `javaScriptEnabled: false` does not help here: with it, Playwright's Firefox driver cannot read
  // the page.
  const head = `<meta http-equiv="Content-Security-Policy" content="script-src 'none'">`
  await playSdkPage(context, { head, body: ALL_BLOCKS })
  await page.goto(SDK_PAGE)
  for (const kind of BLOCK_KINDS) await expect(new Blocks(page).before(kind)).toBeVisible()
  expect(await page.evaluate(() => 'version' in window.spaceoneConsent).catch(() => false)).toBe(
    false,
  )
})
