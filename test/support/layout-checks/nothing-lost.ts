import { expect, type Locator, type Page } from '@playwright/test'
import { OURS } from '../ours.ts'
import { lost } from './lost.ts'

/** A window of 1280 by 1024 pixels, zoomed to 400 %. */
const ZOOMED = { width: 320, height: 256 }

const PHONE = { width: 390, height: 844 }

const DESK = { width: 1280, height: 720 }

/** @see https://www.w3.org/WAI/WCAG22/Understanding/text-spacing.html */
const SPACING =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}'

/** How visitors read who need it so, and in which windows. */
const READERS = {
  'zoomed to 400 %': { scale: 1, css: '', windows: [ZOOMED] },
  'letters twice as large': { scale: 2, css: '', windows: [PHONE, DESK] },
  'more space in the text': { scale: 1, css: SPACING, windows: [ZOOMED, DESK] },
}

/**
 * Enlarges all letters and nothing else, as a browser does that zooms text alone, and adds a style
 * sheet to our shadow roots, into which a bookmarklet or an extension reaches too.
 *
 * @returns Undoes both.
 */
const adapt = async (page: Page, { scale, css }: (typeof READERS)[keyof typeof READERS]) => {
  const undo = await page.evaluateHandle(
    ([ours, scale, css]) => {
      const roots = [...document.querySelectorAll(ours)].map(host => host.shadowRoot as ShadowRoot)
      const all = roots.flatMap(root => [...root.querySelectorAll<HTMLElement>('*')])
      const sizes = all.map(element => Number.parseFloat(getComputedStyle(element).fontSize))
      for (const [index, { style }] of all.entries())
        if (scale !== 1)
          style.setProperty('font-size', `${scale * (sizes[index] ?? 0)}px`, 'important')
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      for (const root of roots) root.adoptedStyleSheets.push(sheet)
      return () => {
        for (const { style } of all) style.removeProperty('font-size')
        sheet.replaceSync('')
      }
    },
    [OURS.join(), scale, css] as const,
  )
  return () => undo.evaluate(undo => undo())
}

/** Checks that a layer loses nothing in small windows, in large letters and with space in the text. */
export const checkNothingLost = async (layer: Locator, what: string): Promise<void> => {
  const page = layer.page()
  for (const [reader, needs] of Object.entries(READERS)) {
    const undo = await adapt(page, needs)
    for (const viewport of needs.windows) {
      await page.setViewportSize(viewport)
      // A placeholder follows the window a moment later.
      await expect
        .configure({ soft: true })
        .poll(() => lost(layer), `nothing lost: ${what}, ${reader}, ${viewport.width} pixels wide`)
        .toEqual([])
    }
    await undo()
  }
}

/** Checks that a banner leaves half of a small window to the page. */
export const checkHalfOfWindow = async (banner: Locator, what: string): Promise<void> => {
  for (const height of [256, 568]) {
    await banner.page().setViewportSize({ width: 320, height })
    const box = await banner.boundingBox()
    expect
      .soft(box?.height, `half of the window: ${what}, ${height} pixels high`)
      .toBeLessThanOrEqual(height / 2)
  }
}
