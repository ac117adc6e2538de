import { walkParts } from '../support/interface-parts.ts'
import { checkMirrored } from '../support/layout-checks/mirrored.ts'
import { test } from '../support/media.ts'

// Positions are measured, so animations are off.
test.use({ media: { reducedMotion: 'reduce' } })

/** Adds a right-to-left language with the English texts: only the writing direction differs. */
const HEBREW = 'spaceoneConsent({texts:{he:{}}})'

test('in a right-to-left language every part of the interface is mirrored', async ({ visitor }) => {
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
