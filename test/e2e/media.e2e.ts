import { expect, type Page } from '@playwright/test'
import { WITH_ANSWERS, walkParts } from '../support/interface-parts.ts'
import { checkContrasts, EDGED_WHEN_FORCED } from '../support/layout-checks/contrasts.ts'
import { checkEqualAnswers } from '../support/layout-checks/equal-answers.ts'
import { checkMirrored } from '../support/layout-checks/mirrored.ts'
import { checkMotion } from '../support/layout-checks/motion.ts'
import { checkSurfaces } from '../support/layout-checks/surfaces.ts'
import { test } from '../support/media.ts'
import type { Opening } from '../support/visitor.ts'

// Each test looks at every part of the interface in turn, which is slow on a busy machine.
test.slow()

const checkFeature = async (page: Page, feature: string) =>
  expect(await page.evaluate(wanted => matchMedia(`(${wanted})`).matches, feature)).toBe(true)

test.describe('in forced colours', () => {
  test.use({ media: { forcedColors: 'active', reducedMotion: 'reduce' } })

  test('edges, lines and focus rings are visible, switches differ by their knobs, and answers look the same [8, 39, 41]', async ({
    visitor,
    page,
  }) => {
    await walkParts(visitor, {}, (part, name) =>
      test.step(name, async () => {
        await checkFeature(page, 'forced-colors:active')
        await checkContrasts(part, name, EDGED_WHEN_FORCED)
        if (WITH_ANSWERS.includes(name)) await checkEqualAnswers(part, name)
      }),
    )
  })
})

for (const [reducedMotion, theme, shown, longest] of [
  ['no-preference', 'auto', 'dark', 0.2],
  ['reduce', 'light', 'light', 0],
] as const)
  test.describe(`with motion: ${reducedMotion}`, () => {
    test.use({ media: { colorScheme: 'dark', reducedMotion } })

    test(`a visitor who prefers dark and motion: ${reducedMotion} sees every part ${shown} where the theme is ${theme}, whatever theme the page has, and nothing moves for more than ${longest} seconds [41]`, async ({
      visitor,
      page,
    }) => {
      const all: number[] = []
      const ofPage = theme === 'light' ? 'dark' : 'light'
      const opening: Opening = {
        attributes: `data-theme="${theme}"`,
        page: html => html.replace('</head>', `<style>html{color-scheme:${ofPage}}</style></head>`),
      }
      await walkParts(visitor, opening, (part, name) =>
        test.step(name, async () => {
          await checkFeature(page, 'prefers-color-scheme:dark')
          await checkFeature(page, `prefers-reduced-motion:${reducedMotion}`)
          await checkSurfaces(part, shown, name)
          all.push(...(await checkMotion(part, longest, name)))
        }),
      )
      // An animation that a visitor allows proves that the check can find animations.
      if (longest) expect(Math.max(...all)).toBeGreaterThan(0)
    })
  })

/** Adds a right-to-left language with the English texts: only the writing direction differs. */
const HEBREW = 'spaceoneConsent({texts:{he:{}}})'

test.describe('without motion', () => {
  test.use({ media: { reducedMotion: 'reduce' } })

  test('in a right-to-left language every part of the interface is mirrored', async ({
    visitor,
  }) => {
    const visit = {
      attributes: 'data-lang="he"',
      page: (html: string) => html.replace('</script>', `;${HEBREW}</script>`),
    }
    await walkParts(visitor, visit, (part, name) =>
      test.step(name, async () => {
        const switches = part.getByRole('switch')
        if (await switches.count()) await switches.first().check()
        await checkMirrored(part, name)
      }),
    )
  })
})
