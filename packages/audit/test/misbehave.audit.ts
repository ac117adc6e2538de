import { expect, test } from 'vitest'
import { judge } from '../src/judge/judge.ts'
import { CASES, ID, inventoryFor } from './support/cases.ts'
import { failuresOf, inFull, playIn } from './support/play.ts'
import { serveWorld } from './support/serve-world.ts'

/** The pages that `npm test` leaves to `npm run test:full`: other tests show their rules, too. */
const IN_FULL = [
  'a pixel in CSS',
  'a beacon on leaving',
  'a cookie set by the server',
  'an iframe that tracks',
  'an accept twice as large',
  'an undeclared recipient',
  'a worker that fetches',
  'a first-party path that is a collector',
  'a refuse button two clicks away',
  'a cookie that stays',
]

for (const [name, caseAt] of Object.entries(CASES)) {
  const declare = IN_FULL.includes(name) ? inFull : test
  declare(`a page that misbehaves is reported: ${name}`, async () => {
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
