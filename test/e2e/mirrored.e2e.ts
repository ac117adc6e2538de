import { walkLayers } from '../support/layers.ts'
import { checkMirrored } from '../support/layout-checks/mirrored.ts'
import { test } from '../support/media.ts'

// What is measured stands still.
test.use({ media: { reducedMotion: 'reduce' } })

/** A language that is written from the right, spoken in our English words: only the direction differs. */
const HEBREW = 'spaceoneConsent({texts:{he:{}}})'

test('in a language that is written from the right every layer is mirrored', async ({ page }) => {
  const visit = {
    attributes: 'data-lang="he"',
    page: (html: string) => html.replace('</script>', `;${HEBREW}</script>`),
  }
  await walkLayers(page, visit, (layer, name) =>
    test.step(name, async () => {
      const switches = layer.getByRole('switch')
      if (await switches.count()) await switches.first().check()
      await checkMirrored(layer, name)
    }),
  )
})
