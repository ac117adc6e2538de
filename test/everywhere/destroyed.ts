import { expect } from '@playwright/test'
import { untilViewed } from './acts.ts'
import { HOST } from './host-page.ts'
import { destroy, withoutSdk } from './inventory.ts'
import type { Scenario } from './scenario.ts'
import { soakPages, type Way } from './soak-pages.ts'
import { until, untilShown } from './visitor.ts'

const WAYS: readonly Way[] = ['script tag', 'npm']

export const destroyed: readonly Scenario[] = WAYS.map(way => ({
  title: `${way}: destroy() while everything is open or loading restores each built-in at once, keeps what is stored, and leaves no node, listener or timer [23]`,
  pages: soakPages(way),
  async run(visitor, world) {
    const { before } = await withoutSdk(visitor)
    await visitor.visit(`${HOST}/`)
    await untilShown(visitor, 'banner')
    const isDrawn = async () => (await visitor.run(() => window.longVisit.routes(20))) === 20
    await until('a view with all that is ours', isDrawn)
    await visitor.run(() => window.spaceoneConsent.decide({ analytics: true, marketing: false }))
    await untilViewed(world)
    await visitor.run(() => window.spaceoneConsent.openGuide())
    await untilShown(visitor, 'guide')
    await destroy(visitor, way, before)
    const signals = await visitor.run(
      () => [...window.dataLayer].filter(entry => entry[0] === 'consent').pop()?.[2],
    )
    expect(signals).toMatchObject({ analytics_storage: 'denied' })
    const names = ['_ga', '_ga_TEST123', 'spaceone_consent']
    expect(await visitor.cookieNames()).toEqual(names)
  },
}))
