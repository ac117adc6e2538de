import { expect, type Page, test } from '@playwright/test'
import {
  BLOCKED_PAGE,
  blockedFrame,
  Placeholders,
  playBlockedPage,
  SOURCE,
  WAYS,
} from '../support/blocked-page.ts'
import { ConsentView } from '../support/consent-view.ts'
import { listen } from '../support/observe.ts'
import { playPortal } from '../support/portal-site.ts'
import { answeredBefore, recordIn } from '../support/record.ts'

const VIDEO = blockedFrame('title="Product tour" width="560" height="315"')

const focused = (page: Page) => page.evaluate(() => document.activeElement?.localName)

for (const way of Object.keys(WAYS) as (keyof typeof WAYS)[]) {
  test(`${way}: a blocked iframe loads nothing before a click on its placeholder, and the click grants the iframe's purpose [2]`, async ({
    context,
    page,
  }) => {
    await playPortal(context)
    const requests = await playBlockedPage(context, { way, body: `${VIDEO}<p>after</p>` })
    const { allow, boxes, groups } = new Placeholders(page)
    const { warnings, errors } = listen(page)
    await page.goto(BLOCKED_PAGE)
    await expect(groups).toHaveAccessibleName('Product tour')
    await expect(allow).toHaveAccessibleDescription(/comes from video\.example.*usage statistics/)
    await expect(page.locator('iframe')).toBeHidden()
    expect(requests).toEqual([])

    await allow.click()
    await expect(boxes).toHaveCount(0)
    await expect(page.frameLocator('iframe').getByRole('button')).toBeVisible()
    expect(requests).toEqual([SOURCE])
    expect(await focused(page)).toBe('iframe')
    expect(await page.locator('iframe').getAttribute('style')).toBeNull()
    expect(await recordIn(page.context())).toMatchObject({
      c: { analytics: 1 },
      m: 'custom',
      s: 'inline',
    })
    expect({ warnings, errors }).toEqual({ warnings: [], errors: [] })
  })

  test(`${way}: a grant in the banner unblocks the iframe too, and moves no focus to the iframe`, async ({
    context,
    page,
  }) => {
    await playPortal(context)
    const requests = await playBlockedPage(context, { way, body: VIDEO })
    await page.goto(BLOCKED_PAGE)
    const { boxes } = new Placeholders(page)
    await expect(boxes).toHaveCount(1)
    await new ConsentView(page).acceptAll.click()
    await expect(boxes).toHaveCount(0)
    await expect.poll(() => requests).toEqual([SOURCE])
    expect(await focused(page)).toBe('spaceone-consent')
  })
}

test('the placeholder works by keyboard alone [34]', async ({ context, page }) => {
  await playPortal(context)
  await playBlockedPage(context, { body: `<a href="#">before</a>${VIDEO}<a href="#">after</a>` })
  await answeredBefore(page.context())
  await page.goto(BLOCKED_PAGE)
  const { allow, boxes, preferences } = new Placeholders(page)
  await expect(boxes).toHaveCount(1)
  await page.getByText('before').focus()
  await page.keyboard.press('Tab')
  await expect(allow).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(preferences).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByText('after')).toBeFocused()
  await allow.focus()
  await page.keyboard.press('Enter')
  await expect(boxes).toHaveCount(0)
  expect(await focused(page)).toBe('iframe')
})

test('for a visitor who has refused, a page with a blocked iframe loads only the files of the placeholder; its settings button loads the preferences and gets the focus back', async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  await playBlockedPage(context, { body: VIDEO })
  await answeredBefore(page.context())
  await page.goto(BLOCKED_PAGE)
  const { boxes, preferences } = new Placeholders(page)
  await expect(boxes).toHaveCount(1)
  expect(site.files.sort()).toEqual([
    'consent.js',
    'placeholder.en.js',
    'placeholder.js',
    'unblock.js',
  ])

  const view = new ConsentView(page)
  await preferences.click()
  await expect(view.preferences).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(view.preferences).toBeHidden()
  await expect(preferences).toBeFocused()

  await preferences.click()
  await view.switch('analytics').check()
  await view.save.click()
  await expect(boxes).toHaveCount(0)
})

test('a page without a blocked iframe loads no file of the placeholder', async ({
  context,
  page,
}) => {
  const site = await playPortal(context)
  await playBlockedPage(context, { body: '<iframe title="own"></iframe>' })
  await page.goto(BLOCKED_PAGE)
  await expect(new ConsentView(page).banner).toBeVisible()
  expect(site.files.filter(name => name.includes('placeholder'))).toEqual([])
})

test('with the attribute for visitors under 14 the placeholder says why the iframe is blocked, and offers no button to allow it [33]', async ({
  context,
  page,
}) => {
  await playPortal(context)
  const requests = await playBlockedPage(context, { body: VIDEO, attributes: 'data-restricted' })
  await page.goto(BLOCKED_PAGE)
  const { allow, boxes } = new Placeholders(page)
  await expect(boxes.getByText('cannot be given here').first()).toBeVisible()
  await expect(allow).toBeHidden()
  expect(requests).toEqual([])
})

test('the placeholder follows the language of the page', async ({ context, page }) => {
  await playPortal(context)
  await playBlockedPage(context, { body: VIDEO, language: 'ko' })
  await page.goto(BLOCKED_PAGE)
  const { allow, boxes } = new Placeholders(page)
  await expect(allow).toHaveText('허용하고 보기')
  await expect(boxes).toHaveAttribute('lang', 'ko')
  await page.evaluate(() => window.spaceoneConsent.setLanguage('ja'))
  await expect(allow).toHaveText('許可して表示')
  await expect(boxes).toHaveAttribute('lang', 'ja')
})

test('the placeholder also appears inside a shadow root', async ({ context, page }) => {
  await playPortal(context)
  await playBlockedPage(context, {
    body: `<div id="host"></div><script>
      host.attachShadow({ mode: 'open' }).append(Object.assign(document.createElement('iframe'), { title: 'inner' }))
      Object.assign(host.shadowRoot.firstChild.dataset, { consent: 'analytics', src: '${SOURCE}' })
    </script>`,
  })
  await page.goto(BLOCKED_PAGE)
  await expect(page.locator('#host').getByRole('group')).toHaveAccessibleName('inner')
  await new Placeholders(page).allow.click()
  await expect(new Placeholders(page).boxes).toHaveCount(0)
})

test("when the placeholder's file cannot be loaded one warning is logged, and the page stays unchanged [5]", async ({
  context,
  page,
}) => {
  await playPortal(context)
  await playBlockedPage(context, { body: VIDEO + VIDEO })
  await context.route('**/consent/placeholder.js', route => route.abort())
  const { warnings, errors } = listen(page)
  await page.goto(BLOCKED_PAGE)
  await expect.poll(() => warnings).toHaveLength(1)
  await expect(page.locator('iframe')).toHaveCount(2)
  await expect(page.locator('iframe').first()).toBeVisible()
  expect(errors).toEqual([])
})

test('the placeholder needs no inline style, which a strict content security policy forbids', async ({
  context,
  page,
}) => {
  await playPortal(context)
  await playBlockedPage(context, {
    body: VIDEO,
    csp: `script-src 'self' 'unsafe-inline'; style-src 'none'; frame-src ${new URL(SOURCE).origin}`,
  })
  const refusals: string[] = []
  page.on('console', message => {
    if (/style-src/.test(message.text())) refusals.push(message.text())
  })
  await page.goto(BLOCKED_PAGE)
  const { allow, boxes } = new Placeholders(page)
  await expect(allow).toHaveCSS('min-height', '44px')
  expect(await boxes.boundingBox()).toMatchObject({ width: 564, height: 319 })
  await allow.click()
  await expect(page.frameLocator('iframe').getByRole('button')).toBeVisible()
  expect(refusals).toEqual([])
})

/** Ways in which pages lay out iframes, each followed by an element that must not move. */
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

/**
 * Returns the positions of the iframes, or of their placeholders, and of the sections around them.
 */
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
  context,
  page,
}) => {
  await playPortal(context)
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
  await playBlockedPage(context, { way: 'none', body: LAYOUT_PAGE })
  await page.goto(BLOCKED_PAGE)
  const without = await measure()
  await playBlockedPage(context, { body: LAYOUT_PAGE })
  await answeredBefore(page.context())
  await page.goto(BLOCKED_PAGE)
  const { boxes } = new Placeholders(page)
  await expect(boxes).toHaveCount(Object.keys(LAYOUTS).length)
  expect(await measure()).toEqual(without)

  const styles = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('iframe')].map(iframe => iframe.getAttribute('style')),
    )
  await page.evaluate(() => window.spaceoneConsent.acceptAll())
  await expect(boxes).toHaveCount(0)
  expect(await measure()).toEqual(without)
  expect(await styles()).toEqual(
    Object.values(LAYOUTS).map(layout => /<iframe[^>]*style="([^"]*)"/.exec(layout)?.[1] ?? null),
  )
})

const SIZES = [
  [560, 315],
  [300, 250],
  [288, 162],
  [200, 200],
  [200, 100],
  [160, 600],
  [728, 90],
  [320, 100],
  [320, 50],
] as const

for (const language of ['en', 'ko', 'ja'])
  test(`every text in the placeholder is readable and every control large enough at each size (${language}) [39]`, async ({
    context,
    page,
  }) => {
    await playPortal(context)
    const body = SIZES.map(([width, height]) =>
      blockedFrame(`title="Product tour" style="border:0" width="${width}" height="${height}"`),
    ).join('<br>')
    await playBlockedPage(context, { body, language })
    await answeredBefore(page.context())
    await page.goto(BLOCKED_PAGE)
    const { boxes } = new Placeholders(page)
    await expect(boxes).toHaveCount(SIZES.length)
    const faults = await boxes.evaluateAll(elements =>
      elements.flatMap(element => {
        const { width, height, left, top, right, bottom } = element.getBoundingClientRect()
        const root = element.shadowRoot as ShadowRoot
        const wrong = [...root.querySelectorAll('button')]
          .map(button => button.getBoundingClientRect())
          .filter(
            box =>
              box.width > 0 &&
              (box.height < 44 ||
                box.left < left ||
                box.top < top ||
                box.right > right ||
                box.bottom > bottom),
          )
        const words = root.querySelector('.words') as HTMLElement
        const isCut = words.scrollHeight > words.clientHeight || words.clientHeight < 14
        const canAllow = (root.getElementById('allow')?.getBoundingClientRect().width ?? 0) >= 44
        return wrong.length > 0 || isCut || !canAllow
          ? `${width}x${height}: ${wrong.length} buttons, cut: ${isCut}, allow: ${canAllow}`
          : []
      }),
    )
    expect(faults).toEqual([])
  })
