import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { expectAsked, isGranted, push } from './acts.ts'
import { HOST, hostPage } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { SETTLED } from './world.ts'

const meddling = (act: string) =>
  hostPage(`<script>
    window.spaceoneConsent = (...call) => (spaceoneConsent.q ||= []).push(call)
    spaceoneConsent(consent => {
      const meddle = () => { ${act} }
      consent.$state.listen(meddle)
      consent.whenGranted('analytics', () => { meddle(); return meddle })
    })
  </script>`)

/** Code that a page runs as soon as the SDK reports a grant. Each takes the grant back. */
const MEDDLING: Record<string, string> = {
  withdraws: "if (consent.isGranted('analytics')) consent.withdraw('analytics')",
  refuses: 'if (consent.$state.get().granted.analytics) consent.rejectAll()',
  erases: "if (consent.isGranted('analytics')) consent.erase()",
  destroys: 'consent.destroy()',
  restricts: 'consent.restrict(true)',
  throws:
    "if (consent.isGranted('analytics')) { consent.withdraw('analytics'); throw new Error('of the page') }",
}

export const callbacks: Scenario = {
  title:
    'a page that withdraws, throws or destroys the consent while the SDK reports a grant leaves nothing granted and no tag that sends [5, 23]',
  pages: Object.fromEntries(
    Object.entries(MEDDLING).map(([name, act]) => [`${HOST}/${name}`, meddling(act)]),
  ),
  async run(visitor, world) {
    for (const name of Object.keys(MEDDLING)) {
      await expectAsked(visitor, world, `${HOST}/${name}`)
      await visitor.click('accept-all')
      await push(visitor, 'after')
      await sleep(SETTLED)
      // Check only events: the SDK may have requested the tag's script at the moment of the
      // grant.
      expect(world.events()).toEqual([])
      expect(await isGranted(visitor)).toBe(false)
      const thrown = name === 'throws' ? [expect.stringContaining('of the page')] : []
      expect([...new Set(await visitor.run(() => window.seen.errors))]).toEqual(thrown)
      const names = await visitor.cookieNames()
      expect(names.filter(cookie => cookie !== 'spaceone_consent')).toEqual([])
      await visitor.run(() => {
        document.cookie = 'spaceone_consent=; Max-Age=0; Path=/; Secure'
        localStorage.clear()
      })
      world.google.length = 0
    }
  },
}
