import { expect, type Locator, type Page } from '@playwright/test'
import { lost } from './lost.ts'

/** The size that a window of 1280 by 1024 pixels has at a zoom of 400 %. */
const ZOOMED = { width: 320, height: 256 }

/** The SDK's host elements, each with an open shadow root. */
const OURS = 'spaceone-consent, spaceone-consent-block, spaceone-consent-placeholder'

const PHONE = { width: 390, height: 844 }

const DESK = { width: 1280, height: 720 }

/** @see https://www.w3.org/WAI/WCAG22/Understanding/text-spacing.html */
const SPACING =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}'

interface Needs {
  readonly scale?: number
  readonly css?: string
}

const READERS: Record<string, Needs & { windows: { width: number; height: number }[] }> = {
  'zoomed to 400 %': { windows: [ZOOMED] },
  'letters twice as large': { scale: 2, windows: [PHONE, DESK] },
  'more space in the text': { css: SPACING, windows: [ZOOMED, DESK] },
}

/** Enlarges all text, and adds a style sheet. Returns a function that undoes both. */
export const adapt = async (page: Page, { scale = 1, css = '' }: Needs) => {
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
    [OURS, scale, css] as const,
  )
  return () => undo.evaluate(undo => undo())
}

export const checkNothingLost = async (part: Locator, what: string): Promise<void> => {
  const page = part.page()
  for (const [reader, needs] of Object.entries(READERS)) {
    const undo = await adapt(page, needs)
    for (const viewport of needs.windows) {
      await page.setViewportSize(viewport)
      // Poll: a placeholder follows the size of the window a moment later.
      await expect
        .configure({ soft: true })
        .poll(() => lost(part), `nothing lost: ${what}, ${reader}, ${viewport.width} pixels wide`)
        .toEqual([])
    }
    await undo()
  }
}
