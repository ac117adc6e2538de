import { expect } from '@playwright/test'
import { ALL_BLOCKS, BLOCK_KINDS, block } from '../support/markup.ts'
import { SDK_PAGE, SDK_WAYS } from '../support/sdk-page.ts'
import { test } from '../support/visitor.ts'

const UNDECIDED = 'You have not made a choice yet.'

for (const way of SDK_WAYS)
  test(`${way}: a policy-page block that the page adds later, moves, removes or puts back is drawn in its new place, and destroy() restores its content`, {
    tag: way === 'npm' ? '@full' : [],
  }, async ({ visitor, page }) => {
    const { blocks } = visitor
    await visitor.opens({ way, body: '<main id="app"><h1>Home</h1></main>' })
    await visitor.settles()
    await expect(blocks.drawn).toHaveCount(0)

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
      await visitor.settles()
      await expect(page.locator('body > [data-consent-preferences] form')).toBeVisible()
      await expect(blocks.switch).toBeChecked()
    })
    await test.step('a block is removed and put back', async () => {
      const kept = await page.evaluateHandle(() => {
        const element = document.querySelector('[data-consent-preferences]') as Element
        element.remove()
        document.body.append(document.createElement('hr'))
        return element
      })
      await visitor.settles()
      await expect(blocks.drawn).toHaveCount(3)
      await page.evaluate(element => document.body.append(element), kept)
      await expect(blocks.form).toBeVisible()
      await expect(blocks.drawn).toHaveCount(4)
    })
    await test.step('a single-page application removes the blocks with their page, and replaces the HTML', async () => {
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
    await visitor.isAsked()
    await expect(blocks.guide.getByRole('combobox')).toBeVisible()
    await expect(blocks.status).toHaveText(UNDECIDED)
    await expect(blocks.table.getByRole('rowheader').first()).toHaveText('spaceone_consent')
    for (const kind of BLOCK_KINDS) await expect(blocks.before(kind)).toHaveCount(0)

    await visitor.unmounts()
    await expect(blocks.drawn).toHaveCount(0)
    for (const kind of BLOCK_KINDS) await expect(blocks.before(kind)).toBeVisible()
    await page.evaluate(html => {
      document.body.insertAdjacentHTML('beforeend', html)
    }, block('status'))
    await visitor.sendsNothing()
    await expect(blocks.drawn).toHaveCount(0)
    expect(visitor.faults).toEqual([])
  })

test('switches in a policy-page block save a decision with their surface in the record, and the status block follows at once, in another tab too, by keyboard too, and the focus stays [17, 34, 42, 57]', async ({
  visitor,
}) => {
  const other = await visitor.opensTab()
  const [{ blocks, site }, { blocks: elsewhere }] = [visitor, other]
  const shows = (words: string) => expect(blocks.status).toContainText(words)
  await visitor.opens({ body: ALL_BLOCKS })
  await other.goes(SDK_PAGE)
  await expect(elsewhere.status).toHaveText(UNDECIDED)
  // Firefox sends keys to the tab in front.
  await visitor.page.bringToFront()
  await blocks.switch.press('Space')
  await expect(blocks.switch).toBeChecked()
  expect(visitor.requests()).toEqual([])
  expect(await visitor.recorded()).toBeUndefined()

  await visitor.keys.goTo(blocks.save)
  await visitor.keys.press('Enter')
  await expect(visitor.status).toHaveText('All optional cookies are allowed.')
  await expect(blocks.save).toBeFocused()
  await shows('Allowedusage statistics')
  expect(await visitor.recorded()).toMatchObject({
    c: { analytics: 1 },
    m: 'custom',
    s: 'inline',
  })
  await expect(elsewhere.status).toContainText('Allowedusage statistics')
  await expect(elsewhere.switch).toBeChecked()
  await expect(other.banner).toBeHidden()
  await expect.poll(() => site.scripts()).toHaveLength(2)

  await elsewhere.form.locator('#reject-all').click()
  await shows('Refusedusage statistics')
  await expect(blocks.switch).not.toBeChecked()
  expect(await visitor.recorded()).toMatchObject({
    c: { analytics: 0 },
    m: 'reject',
    s: 'inline',
  })
})

test('an element with data-consent-open="guide" opens the guide, also when it comes later, and a later visit loads no file before [22]', async ({
  visitor,
  page,
}) => {
  await visitor.hasAnswered()
  await visitor.opens({
    body: '<main><button data-consent-open="guide"><b>guide</b></button></main>',
  })
  await visitor.settles()
  expect(visitor.site.files).toEqual(['consent.js'])
  for (const text of ['guide', 'later']) {
    await page.getByText(text).click()
    await expect(visitor.guide).toBeVisible()
    await visitor.close.click()
    await page.evaluate(() => {
      document.body.innerHTML += '<p data-consent-open="guide">later</p>'
    })
  }
  expect(visitor.requests()).toEqual([])
})

test('a page with blocks loads only their files on a later visit', async ({ visitor }) => {
  const { files } = visitor.site
  await visitor.hasAnswered({ p: '2024-01-18' })
  await visitor.opensPortal({ path: '/en/privacy.html' })
  await expect(visitor.blocks.drawn).toHaveCount(9)
  expect([...new Set(files)].sort()).toEqual([
    ...['blocks.js', 'consent.js', 'details.en.js', 'guide.en.js', 'guide.js'],
    ...[
      'preferences.en.js',
      'preferences.js',
      'record.en.js',
      'record.js',
      'sections.en.js',
      'sections.js',
    ],
    ...['stored-table.js', 'stored.en.js', 'stored.js', 'ui.en.js'],
  ])
  expect(visitor.requests()).toEqual([])
})
