import { expect, type Page } from '@playwright/test'
import { test } from '../support/visitor.ts'

const BODY = `<h1>About our pages</h1>
  <p>We write about the sea and the people who live beside it, in all seasons.</p>
  <p>Each month there is one long story, and a map that shows where it happened.</p>
  <p>Letters from readers are welcome, and many of them become the next story.</p>`

/**
 * The elements that were the largest paint; `undefined` for one in a shadow root.
 *
 * @see https://web.dev/articles/lcp
 */
const largestPaints = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<(string | undefined)[]>(resolve => {
        const observer = new PerformanceObserver(list =>
          resolve(
            list
              .getEntries()
              .map(entry => (entry as { element?: Element } & typeof entry).element?.localName),
          ),
        )
        observer.observe({ type: 'largest-contentful-paint', buffered: true })
      }),
  )

const painted = (page: Page) =>
  page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))

for (const width of [390, 1280])
  for (const language of ['en', 'ko', 'ja'])
    for (const reducedMotion of ['no-preference', 'reduce'] as const)
      test(`the banner is never the largest paint of a sparse page: ${width} px, ${language}, motion ${reducedMotion}`, {
        tag: '@only-chromium',
      }, async ({ visitor, page }) => {
        const { banner } = visitor
        await page.setViewportSize({ width, height: 800 })
        await page.emulateMedia({ reducedMotion })
        await visitor.opens({ language, body: BODY })
        await expect(banner).toBeInViewport({ ratio: 1 })
        await painted(page)
        // A font that arrives late paints all texts again.
        await page.evaluate(() => {
          document.documentElement.style.fontFamily = 'monospace'
        })
        await painted(page)
        const names = await largestPaints(page)
        expect(names).not.toContain(undefined)
        expect(names).not.toEqual([])
        await expect(banner.locator('p')).toBeVisible()
      })
