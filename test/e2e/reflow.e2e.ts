import { expect, type Page, test } from '@playwright/test'
import { LAYERS, LAYERS_BY_LANGUAGE } from '../support/layers.ts'
import { lost } from '../support/lost.ts'
import { OURS } from '../support/ours.ts'
import { LANGUAGES } from '../support/visit-portal.ts'

// Each line of text is scrolled to and looked at: on a busy machine that takes its time.
test.slow()

/** A window of 1280 by 1024 pixels, zoomed to 400 %. */
const ZOOMED = { width: 320, height: 256 }

const PHONE = { width: 390, height: 844 }

const DESK = { width: 1280, height: 720 }

/** @see https://www.w3.org/WAI/WCAG22/Understanding/text-spacing.html */
const SPACING =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}'

/** How somebody reads who needs it so, and in which windows. */
const READERS = {
  'zoomed to 400 %': { scale: 1, css: '', windows: [ZOOMED] },
  'with letters twice as large': { scale: 2, css: '', windows: [PHONE, DESK] },
  'with more space in the text': { scale: 1, css: SPACING, windows: [ZOOMED, DESK] },
}

/**
 * Enlarges all letters and nothing else, as a browser does that zooms text alone, and adds a style
 * sheet to our shadow roots, into which a bookmarklet or an extension reaches too.
 */
const adapt = (page: Page, { scale, css }: (typeof READERS)[keyof typeof READERS]) =>
  page.locator(OURS.join()).evaluateAll(
    (hosts, [scale, css]) => {
      const roots = hosts.map(({ shadowRoot }) => shadowRoot as ShadowRoot)
      const all = roots.flatMap(root => [...root.querySelectorAll<HTMLElement>('*')])
      for (const { style } of all) style.removeProperty('font-size')
      const sizes = all.map(element => Number.parseFloat(getComputedStyle(element).fontSize))
      for (const [index, { style }] of all.entries())
        if (scale !== 1)
          style.setProperty('font-size', `${scale * (sizes[index] ?? 0)}px`, 'important')
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      for (const root of roots) root.adoptedStyleSheets.push(sheet)
    },
    [scale, css] as const,
  )

for (const [name, language] of LAYERS_BY_LANGUAGE)
  test(`nothing is lost in small windows, in large letters and with space in the text: ${name}, ${language} [40]`, async ({
    page,
  }) => {
    const layer = await LAYERS[name](page, { language })
    const browsers = layer.locator('#browser')
    // One with everything that the guide can show.
    if (await browsers.count()) await browsers.selectOption('firefox')
    for (const [reader, needs] of Object.entries(READERS)) {
      await adapt(page, needs)
      for (const viewport of needs.windows) {
        await page.setViewportSize(viewport)
        // A placeholder follows the window a moment later.
        await expect.poll(() => lost(layer), `${reader}, ${viewport.width}`).toEqual([])
      }
    }
  })

for (const language of LANGUAGES)
  test(`the banner leaves half of a small window to the page: ${language} [40]`, async ({
    page,
  }) => {
    const banner = await LAYERS['banner with its details open'](page, { language })
    for (const height of [256, 568]) {
      await page.setViewportSize({ width: 320, height })
      const box = await banner.boundingBox()
      expect(box?.height).toBeLessThanOrEqual(height / 2)
    }
  })
