import { expect } from '@playwright/test'
import { untilViewed } from './acts.ts'
import { busyPages, type Way } from './busy-page.ts'
import { HOST } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { until, untilShown, type Visitor } from './visitor.ts'

/**
 * Listeners that Google's tag never removes, the SDK's for the end of its download, and the end of
 * the rule against hits that wait in the tag.
 */
const GOOGLES = [
  'setTimeout 10000',
  ...['HTMLDocument visibilitychange', 'Window pagehide', 'Window pageshow'],
  ...['HTMLScriptElement error', 'HTMLScriptElement load'],
]

/** Google's properties, the opt-out switches, and the SDK's names, which stay on `window`. */
const STAYS = [
  ...['_gaUserPrefs', 'dataLayer', 'ga-disable-G-TEST123', 'google_tag_manager', 'gtag'],
  ...['nanostoresGlobal', 'spaceoneConsent'],
]

/** By way, the symbol under which all copies share the consents of a page, and the page's own. */
const SHARED: Readonly<Record<Way, readonly string[]>> = {
  'script tag': [],
  npm: ['Symbol(@spaceone/consent/page/1)', 'unmount'],
}

const count = (visitor: Visitor) =>
  visitor.run(async () => {
    const { replaced, added } = window.builtInChanges()
    // WebKit's and Firefox's drivers add properties at unpredictable times.
    const ofPage = added.filter(name => !/automationSessionProxy|__pw_/.test(name))
    return { ...(await window.counting.atRest()), replaced, added: ofPage }
  })

export const destroyed: readonly Scenario[] = (['script tag', 'npm'] as const).map(way => ({
  title: `${way}: destroy() while everything is open or loading restores each built-in at once, keeps what is stored, and leaves no node or listener, and no timer but one of ten seconds [23]`,
  pages: busyPages(way),
  async run(visitor, world) {
    await visitor.visit(`${HOST}/without`)
    await visitor.run(() => window.busy.goTo(true))
    const before = await count(visitor)

    await visitor.visit(`${HOST}/`)
    await untilShown(visitor, 'banner')
    await visitor.run(() => window.busy.goTo(true))
    await until('a view with all that is ours', () => visitor.run(() => window.busy.isDrawn()))
    await visitor.run(() => window.spaceoneConsent.decide({ analytics: true, marketing: false }))
    await untilViewed(world)
    await visitor.run(() => window.spaceoneConsent.openGuide())
    await untilShown(visitor, 'guide')

    const atOnce = await visitor.run(() => {
      window.spaceoneConsent.destroy()
      return {
        replaced: window.builtInChanges().replaced,
        granted: window.spaceoneConsent.isGranted('analytics'),
      }
    })
    expect(atOnce).toEqual({ replaced: before.replaced, granted: false })
    const stays = [...STAYS, ...SHARED[way]].map(name => `window.${name}`)
    expect(await count(visitor)).toEqual({
      ...before,
      alive: [...before.alive, ...GOOGLES].sort(),
      // The script element of Google's tag stays in the page.
      nodes: before.nodes + 1,
      added: [...before.added, ...stays].sort(),
    })
    const signals = await visitor.run(
      () => [...window.dataLayer].filter(entry => entry[0] === 'consent').pop()?.[2],
    )
    expect(signals).toMatchObject({ analytics_storage: 'denied' })
    const names = ['_ga', '_ga_TEST123', 'spaceone_consent']
    expect(await visitor.cookieNames()).toEqual(names)
  },
}))
