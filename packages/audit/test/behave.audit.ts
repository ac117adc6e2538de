import { expect, test } from 'vitest'
import { startPortalServer } from '../../../scripts/portal-server.mjs'
import { audit } from '../src/audit.ts'
import { judge } from '../src/judge/judge.ts'
import type { NotPlayed, PhaseName } from '../src/seen.ts'
import { inventoryFor } from './support/cases.ts'
import { ownBanner, page, shadowBanner, siteOf } from './support/pages.ts'
import { BROWSER, failuresOf, playIn, verdictOn } from './support/play.ts'
import { serveWorld } from './support/serve-world.ts'

test('all four phases of the portal are played, and every rule holds', async () => {
  const portal = await startPortalServer({ port: 0 })
  const seen = await audit({ urls: [`${portal.address}/en/`], wait: 500, ...BROWSER })
  const hits = portal.requests.filter(({ kind }) => kind === 'hit')
  await portal.close()

  expect(hits).toEqual([])
  const [{ phases } = { phases: [] }] = seen.pages
  expect(phases.map(({ name, notPlayed }) => [name, notPlayed])).toEqual(
    ['no-choice', 'refuse', 'accept', 'withdraw'].map(name => [name, undefined]),
  )
  expect(phases.map(({ banner }) => banner?.found)).toEqual(phases.map(() => 'spaceone'))
  expect(phases.map(({ screenshots }) => screenshots.length)).toEqual([2, 2, 2, 4])
  // In the phase `accept` the audit holds the page view and the event of leaving.
  const held = phases.map(({ requests }) => requests.filter(({ isHeld }) => isHeld).length)
  expect(held.slice(0, 2)).toEqual([0, 0])
  expect(held[2]).toBeGreaterThan(1)
  for (const declared of [undefined, await inventoryFor('G-PORTAL2024')]) {
    const verdict = judge(seen, declared)
    expect(failuresOf(verdict)).toEqual([])
    expect(verdict.outcome).toBe('holds')
  }
})

test('the inspector of the SDK is not taken for a banner', { tags: 'full' }, async () => {
  const site = siteOf(page().replace('data-ga=', 'data-debug data-ga='))
  const { seen } = await verdictOn(site, { phases: ['accept'] })
  const [phase] = seen.pages[0]?.phases ?? []
  expect([phase?.banner?.found, phase?.notPlayed]).toEqual(['spaceone', undefined])
})

test('a dead link on the page ends no phase', { tags: 'full' }, async () => {
  const { '/two': _, ...site } = siteOf(page())
  const { seen } = await verdictOn(site, { phases: ['no-choice', 'withdraw'] })
  expect(seen.pages[0]?.phases.map(({ notPlayed }) => notPlayed)).toEqual([undefined, undefined])
})

test.each<[string, string, PhaseName, NotPlayed]>([
  ['a banner without a way back', ownBanner(), 'withdraw', 'no-withdrawal'],
  ['a banner that stays', ownBanner({ isDead: true }), 'refuse', 'stays'],
  ['no banner at all', '', 'refuse', 'no-banner'],
])('what cannot be played is not evaluable, with a picture: %s', async (_, body, phase, reason) => {
  const site = siteOf(page({ banner: '', settings: '', body }))
  const verdict = await verdictOn(site, { phases: [phase] })
  const [seen] = verdict.seen.pages[0]?.phases ?? []
  expect(seen?.notPlayed).toBe(reason)
  expect(seen?.screenshots.length).toBeGreaterThan(0)
  expect(failuresOf(verdict)).toEqual([])
  expect(verdict.outcome).toBe('not-evaluable')
})

test('a banner in a shadow root, and one in a frame of another site, are answered by their words', {
  tags: 'full',
}, async () => {
  const frame = (port: number) => `<iframe src="http://widget.localhost:${port}/"></iframe>`
  for (const isFrame of [false, true]) {
    const world = await serveWorld(port => ({
      localhost: siteOf(
        page({ banner: '', settings: '', body: isFrame ? frame(port) : shadowBanner() }),
      ),
      'widget.localhost': { '/': page({ banner: '', settings: '', body: shadowBanner() }) },
    }))
    const phases = ['refuse', 'withdraw'] as const
    const seen = await playIn(world, { urls: [`http://localhost:${world.port}/`], phases })
    await world.close()
    expect(seen.pages[0]?.phases.map(({ notPlayed }) => notPlayed)).toEqual([undefined, undefined])
    expect(seen.pages[0]?.phases[0]?.banner).toMatchObject({
      found: 'words',
      refuse: { steps: 1 },
    })
  }
})
