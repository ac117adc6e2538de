import { accept, expectAsked, expectSilence, push, untilViewed } from '../everywhere/acts.ts'
import { HOST, hostPage } from '../everywhere/host-page.ts'
import type { Scenario } from '../everywhere/scenario.ts'
import { until } from '../everywhere/visitor.ts'

/** What WebKit sends while it leaves a page; e2e/unload.e2e.ts has the other engines. */
export const unload: Scenario = {
  title:
    'a page that is left and a tab that is closed send the events that Google has queued while granted, and nothing right after a withdrawal [23]',
  pages: { [`${HOST}/`]: hostPage(), [`${HOST}/next`]: hostPage() },
  batch: 5000,
  isMainJob: true,
  async run(visitor, world) {
    await expectAsked(visitor, world)
    await accept(visitor, world)
    await push(visitor, 'left')
    await visitor.visit(`${HOST}/next`)
    await until('the event', () => world.events().includes('left'))
    await until('the end of the visit', () => world.events().includes('user_engagement'))

    await untilViewed(world, 2)
    const tab = await visitor.openTab()
    await tab.visit(`${HOST}/`)
    await untilViewed(world, 3)
    await push(tab, 'closed')
    await tab.close()
    await until('the event', () => world.events().includes('closed'))

    await expectSilence(world, async () => {
      await visitor.run(() => {
        window.gtag('event', 'queued')
        window.spaceoneConsent.withdraw('analytics')
      })
      await visitor.visit('about:blank')
    })
  },
}
