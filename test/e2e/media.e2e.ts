import { expect, type Page } from '@playwright/test'
import { WITH_ANSWERS, walkLayers } from '../support/layers.ts'
import { checkEqualAnswers } from '../support/layout-checks/equal-answers.ts'
import { checkEdges, checkKnobs } from '../support/layout-checks/forced-colours.ts'
import { checkMotion } from '../support/layout-checks/motion.ts'
import { checkSurfaces } from '../support/layout-checks/surfaces.ts'
import { type Media, test } from '../support/media.ts'

// Each test looks at every layer, one after the other: on a busy machine that takes its time.
test.slow()

/** Checks that the browser has what a test is about. */
const checkFeature = async (page: Page, feature: string) =>
  expect(await page.evaluate(wanted => matchMedia(`(${wanted})`).matches, feature)).toBe(true)

test.describe('in forced colours', () => {
  test.use({ media: { forcedColors: 'active', reducedMotion: 'reduce' } })

  test('edges, lines and rings are seen, switches differ by their knobs and answers look the same [8, 39, 41]', async ({
    page,
  }) => {
    await walkLayers(page, {}, (layer, name) =>
      test.step(name, async () => {
        await checkFeature(page, 'forced-colors:active')
        await checkEdges(layer, name)
        if (WITH_ANSWERS.includes(name)) await checkEqualAnswers(layer, name)
        if (name === 'preferences') await checkKnobs(layer, 5)
      }),
    )
  })
})

/** How long anything may move, in seconds. */
const LONGEST = { reduce: 0, 'no-preference': 0.2 }

/** What visitors prefer, the theme that the page wants, and what they see. */
const VISITS = [
  [{ colorScheme: 'light', reducedMotion: 'reduce' }, undefined, 'light'],
  [{ colorScheme: 'dark', reducedMotion: 'no-preference' }, undefined, 'dark'],
  [{ colorScheme: 'light', reducedMotion: 'no-preference' }, 'dark', 'dark'],
  [{ colorScheme: 'dark', reducedMotion: 'reduce' }, 'light', 'light'],
] as const satisfies readonly (readonly [Media, 'light' | 'dark' | undefined, 'light' | 'dark'])[]

for (const [media, theme, shown] of VISITS)
  test.describe(`with ${media.colorScheme} and ${media.reducedMotion}`, () => {
    test.use({ media })

    const wish = theme ? `the page wants ${theme}` : 'the page wants no theme'
    const longest = LONGEST[media.reducedMotion]
    // Where the page wants no theme, test/e2e/layers.e2e.ts shows the same in Chromium.
    const tag = theme ? [] : '@only-firefox'
    test(`a visitor who prefers ${media.colorScheme} and motion: ${media.reducedMotion} sees every layer ${shown} where ${wish}, and nothing moves for more than ${longest} seconds [41]`, {
      tag,
    }, async ({ page }) => {
      const all: number[] = []
      const attributes = theme ? `data-theme="${theme}"` : ''
      await walkLayers(page, { attributes }, (layer, name) =>
        test.step(name, async () => {
          await checkFeature(page, `prefers-color-scheme:${media.colorScheme}`)
          await checkFeature(page, `prefers-reduced-motion:${media.reducedMotion}`)
          await checkSurfaces(layer, shown, name)
          all.push(...(await checkMotion(layer, longest, name)))
        }),
      )
      // What is found here shows that a visitor without motion is really looked at.
      if (longest) expect(Math.max(...all)).toBeGreaterThan(0)
    })
  })
