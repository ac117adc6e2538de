import { expect, type Page } from '@playwright/test'
import { isAt } from '../support/back-button.ts'
import { lost } from '../support/layout-checks/lost.ts'
import { checkTargets } from '../support/layout-checks/targets.ts'
import { blockedFrame, SOURCE } from '../support/markup.ts'
import { SDK_PAGE, SDK_WAYS } from '../support/sdk-page.ts'
import { test } from '../support/visitor.ts'

const VIDEO = blockedFrame('title="Product tour" width="560" height="315"')

const focused = (page: Page) => page.evaluate(() => document.activeElement?.localName)

for (const way of SDK_WAYS)
  test(`${way}: a blocked iframe loads nothing before a grant in the banner or a click on its placeholder, which grants the iframe's purpose [2]`, async ({
    visitor,
    page,
  }) => {
    const { allow, boxes, groups } = visitor.placeholders
    await visitor.opens({ way, body: `${VIDEO}<p>after</p>` })
    await expect(groups).toHaveAccessibleName('Product tour')
    await expect(allow).toHaveAccessibleDescription(/comes from video\.example.*usage statistics/)
    await expect(page.locator('iframe')).toBeHidden()
    await visitor.isAsked()
    expect(visitor.films).toEqual([])

    await test.step('a grant in the banner unblocks the iframe, and moves no focus to it', async () => {
      await visitor.accepts()
      await expect(boxes).toHaveCount(0)
      await expect.poll(() => visitor.films).toEqual([SOURCE])
      expect(await focused(page)).toBe('spaceone-consent')
    })

    await test.step('after a withdrawal a click on the placeholder grants its purpose, and moves the focus to the iframe', async () => {
      await visitor.decides(false)
      await allow.click()
      await expect(boxes).toHaveCount(0)
      await expect(page.frameLocator('iframe').getByRole('button')).toBeVisible()
      expect(visitor.films).toEqual([SOURCE, SOURCE])
      expect(await focused(page)).toBe('iframe')
      expect(await page.locator('iframe').getAttribute('style')).toBeNull()
      const record = { c: { analytics: 1 }, m: 'custom', s: 'inline' }
      expect(await visitor.recorded()).toMatchObject(record)
    })
    expect(visitor.faults).toEqual([])
  })

for (const where of ['on the page', 'on another page'])
  test(`when a visitor withdraws ${where} and comes back, the browser does not load an unblocked iframe from its history [23]`, {
    // The headless shell loads no iframe from its history.
    tag: '@whole-chromium',
  }, async ({ visitor, page }) => {
    await visitor.opens({ body: VIDEO })
    await visitor.accepts()
    await expect(page.frameLocator('iframe').getByRole('button')).toBeVisible()
    if (where === 'on the page') await visitor.decides(false)
    await visitor.goes(`${SDK_PAGE}?other`)
    if (where === 'on another page') await visitor.decides(false)
    const films = [...visitor.films]
    await page.evaluate(() => void setTimeout(() => history.back()))
    await isAt(page, SDK_PAGE)
    await visitor.settles()
    expect(visitor.films).toEqual(films)
    // A page can read the address of an empty frame alone.
    expect(await page.evaluate(() => frames[0]?.location.href)).toBe('about:blank')
  })

test('for a visitor who has refused, a page with a blocked iframe loads only the files of the placeholder, which works by keyboard alone; its settings button gets the focus back [34]', async ({
  visitor,
  page,
}) => {
  const { allow, boxes, preferences } = visitor.placeholders
  await visitor.hasAnswered()
  await visitor.opens({ body: `<a href="#">before</a>${VIDEO}<a href="#">after</a>` })
  await expect(boxes).toHaveCount(1)
  const files = ['consent.js', 'placeholder.en.js', 'placeholder.js', 'unblock.js']
  expect(visitor.site.files.sort()).toEqual(files)
  await page.getByText('before').focus()
  for (const next of [allow, preferences, page.getByText('after')]) {
    await visitor.keys.press('Tab')
    await expect(next).toBeFocused()
  }
  await preferences.press('Enter')
  await expect(visitor.preferences).toBeVisible()
  await visitor.keys.press('Escape')
  await expect(visitor.preferences).toBeHidden()
  await expect(preferences).toBeFocused()
  await allow.press('Enter')
  await expect(boxes).toHaveCount(0)
  expect(await focused(page)).toBe('iframe')
})

test('with the attribute for visitors under 14 nothing is asked, no call can grant, and the placeholder says why and offers no button to allow [33]', async ({
  visitor,
}) => {
  const { allow, boxes } = visitor.placeholders
  await visitor.opens({ body: VIDEO, attributes: 'data-restricted' })
  await expect(boxes.getByText('cannot be given here').first()).toBeVisible()
  await expect(allow).toBeHidden()
  await visitor.decides(true)
  await visitor.sendsNothing()
  expect([visitor.films, await visitor.cookies()]).toEqual([[], []])
  await expect(visitor.banner).toBeHidden()
})

const LAYOUTS = {
  plain: blockedFrame('width="560" height="315"'),
  'without a size': blockedFrame(),
  'in the text': `<p>before ${blockedFrame('width="120" height="90"')} after</p>`,
  'with a border and padding of its own': blockedFrame(
    'width="300" height="200" style="border:5px solid red;padding:10px;margin:20px 0 7px 3px"',
  ),
  'as wide as its column': `<div style="max-width:700px">${blockedFrame(
    'width="100%" height="200" frameborder="0"',
  )}</div>`,
  'at most as wide as its column': blockedFrame('width="640" height="200" style="max-width:100%"'),
  'with a ratio': blockedFrame(
    'style="display:block;width:80%;height:auto;aspect-ratio:16/9;border:0"',
  ),
  'in a box that holds the ratio': `<div style="position:relative;padding-bottom:40%">${blockedFrame(
    'style="position:absolute;top:0;left:0;width:100%;height:100%;border:0"',
  )}</div>`,
  'as high as a parent without a height': `<div>${blockedFrame('height="100%"')}</div>`,
  floating: `<div style="overflow:hidden">${blockedFrame(
    'width="200" height="100" style="float:right;margin:8px"',
  )}text beside it</div>`,
  'in a flex row': `<div style="display:flex;gap:10px"><b>one</b>${blockedFrame(
    'style="flex:1;min-width:0;height:150px;margin:auto"',
  )}<b>two</b></div>`,
  'in a grid': `<div style="display:grid;grid-template:auto auto/1fr 2fr;gap:10px"><b>one</b>${blockedFrame(
    'style="grid-area:2/1/3/3;width:100%;justify-self:end"',
  )}</div>`,
  'in a stack with margins between': `<div class="stack">${blockedFrame(
    'width="200" height="100" style="display:block"',
  )}<p>two</p></div>`,
  'hidden by the page': blockedFrame('style="display:none"'),
  'other at another width': blockedFrame('class="wide-only" width="300" height="120"'),
}

const LAYOUT_PAGE = `<style>
  * { border: 3px dotted; padding: 1px; letter-spacing: 3px; box-shadow: 0 0 9px red }
  iframe { border-radius: 8px }
  .stack > * + * { margin-top: 40px }
  .stack > p { margin: 0 }
  .wide-only { display: block }
  @media (max-width: 600px) { .wide-only { display: none } }
</style>${Object.values(LAYOUTS)
  .map(layout => `<section>${layout}</section>`)
  .join('')}`

const WITHOUT_SDK = `<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"></head><body>${LAYOUT_PAGE}</body></html>`

const rooms = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('section')].map(section => {
      const taking = section.querySelector('spaceone-consent-placeholder,iframe') as Element
      return [section, taking, ...section.querySelectorAll('b,p')].map(element => {
        const { x, y, width, height } = element.getBoundingClientRect()
        return [x, y, width, height].map(Math.round).join(' ')
      })
    }),
  )

test('the placeholder takes exactly the space of its iframe, in each layout and at each width', async ({
  visitor,
  page,
}) => {
  const { boxes } = visitor.placeholders
  const measure = async () => {
    const measured: Record<string, unknown> = {}
    for (const width of [1280, 320, 768]) {
      await page.setViewportSize({ width, height: 800 })
      await page.waitForTimeout(100)
      const found = await rooms(page)
      for (const [at, name] of Object.keys(LAYOUTS).entries())
        measured[`${name}, ${width} px`] = found[at]
    }
    return measured
  }
  visitor.serves({ html: WITHOUT_SDK })
  await page.goto(SDK_PAGE)
  const without = await measure()
  await visitor.hasAnswered()
  await visitor.opens({ body: LAYOUT_PAGE })
  await expect(boxes).toHaveCount(Object.keys(LAYOUTS).length)
  expect(await measure()).toEqual(without)

  const styles = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('iframe')].map(iframe => iframe.getAttribute('style')),
    )
  await visitor.decides(true)
  await expect(boxes).toHaveCount(0)
  expect(await measure()).toEqual(without)
  expect(await styles()).toEqual(
    Object.values(LAYOUTS).map(layout => /<iframe[^>]*style="([^"]*)"/.exec(layout)?.[1] ?? null),
  )
})

const SIZES = '560x315 300x250 288x162 200x200 200x100 160x600 728x90 320x100 320x50'.split(' ')

for (const language of ['en', 'ko', 'ja'])
  test(`every text in the placeholder is readable and every control large enough at each size (${language}) [39]`, async ({
    visitor,
  }) => {
    const { boxes } = visitor.placeholders
    const body = SIZES.map(size => {
      const [width, height] = size.split('x')
      return blockedFrame(
        `title="Product tour" style="border:0" width="${width}" height="${height}"`,
      )
    }).join('<br>')
    await visitor.hasAnswered()
    await visitor.opens({ body, language })
    await expect(boxes).toHaveCount(SIZES.length)
    await checkTargets(boxes, language)
    expect(await lost(boxes)).toEqual([])
    for (const allow of await boxes.locator('#allow').all()) await expect(allow).toBeVisible()
  })
