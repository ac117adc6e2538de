import { expect, test } from 'vitest'
import { judge } from '../src/judge/judge.ts'
import { CASES, ID, inventoryFor } from './support/cases.ts'
import { failuresOf, playIn } from './support/play.ts'
import { serveWorld } from './support/serve-world.ts'

/** The pages of the short run: the units of the rules show the others, too. */
const IN_SHORT_RUN = ['a tag in the HTML before the SDK', 'a tag that goes on after a withdrawal']

for (const [name, caseAt] of Object.entries(CASES)) {
  const tags = IN_SHORT_RUN.includes(name) ? [] : 'full'
  test(`a page that misbehaves is reported: ${name}`, { tags }, async () => {
    const world = await serveWorld(port => {
      const { site, widget = {} } = caseAt({ port, tag: 'http://www.googletagmanager.com' })
      return { localhost: site, 'widget.localhost': widget }
    })
    const { port } = world
    const { phases, finding, by, found = 'spaceone', isDeclared } = caseAt({ port, tag: '' })
    const seen = await playIn(world, { urls: [`http://localhost:${port}/`], phases })
    await world.close()

    const played = seen.pages[0]?.phases.map(({ notPlayed, detail }) => [notPlayed, detail])
    expect(played).toEqual(phases.map(() => [undefined, undefined]))
    if (!phases.includes('no-choice'))
      expect(seen.pages[0]?.phases.map(({ banner }) => banner?.found)).toEqual([found])
    const verdict = judge(seen, isDeclared ? await inventoryFor(ID) : undefined)
    expect(failuresOf(verdict)).toEqual([finding])
    const evidence = verdict.findings.flatMap(({ outcome, evidence }) =>
      outcome === 'fails' ? evidence : [],
    )
    if (by)
      expect(evidence).toContainEqual(
        expect.objectContaining({
          request: expect.objectContaining({ initiator: expect.objectContaining({ kind: by }) }),
        }),
      )
  })
}
