import { expect } from '@playwright/test'
import type { Counts } from './counts.ts'
import { HOST } from './host-page.ts'
import type { Way } from './soak-pages.ts'
import type { Visitor } from './visitor.ts'

export type Inventory = Counts & ReturnType<Window['builtInChanges']>

/** Waits until no timer of less than an hour is pending, then counts. */
export const inventory = async (visitor: Visitor): Promise<Inventory> =>
  withoutDrivers(
    await visitor.run(async () => {
      await window.counting.rest()
      return { ...window.counting.now(), ...window.builtInChanges() }
    }),
  )

/** A listener that Playwright adds together with others and an observer. */
const DRIVERS = 'Window __playwright_global_listeners_check__'

/** Leaves out what Playwright adds to pages in Firefox at unpredictable times. */
const withoutDrivers = (found: Inventory): Inventory => {
  if (!(DRIVERS in found.listeners)) return found
  const isPages = ([name]: readonly [string, number]) =>
    name !== DRIVERS && !/^Window \w+ \(capture\)$/.test(name)
  const { MutationObserver: observers = 0, ...others } = found.observers
  return {
    ...found,
    listeners: Object.fromEntries(Object.entries(found.listeners).filter(isPages)),
    observers: observers > 1 ? { ...others, MutationObserver: observers - 1 } : others,
  }
}

export const markUp = (visitor: Visitor): Promise<string | undefined> =>
  visitor.run(() => document.querySelector('main')?.innerHTML)

export const withoutSdk = async (visitor: Visitor) => {
  await visitor.visit(`${HOST}/without`)
  await visitor.run(() => window.longVisit.routes(20))
  return { before: await inventory(visitor), view: await markUp(visitor) }
}

/** Listeners that Google's tag never removes, and the SDK's for the end of its download. */
const GOOGLES = {
  ...{ 'HTMLDocument visibilitychange': 1, 'Window pagehide': 1, 'Window pageshow': 1 },
  ...{ 'HTMLScriptElement error': 1, 'HTMLScriptElement load': 1 },
}

/** Google's properties, the opt-out switches, and the SDK's names, which stay on `window`. */
const STAYS = [
  ...['_gaUserPrefs', 'dataLayer', 'ga-disable-G-TEST123', 'google_tag_manager', 'gtag'],
  ...['nanostoresGlobal', 'spaceoneConsent'],
]

/** By way, the symbol under which all copies of the npm package share the consents of a page. */
const SHARED = { 'script tag': [], npm: ['Symbol(@spaceone/consent/page/1)'] }

/** Says whether a driver added a property: WebKit's and Firefox's do so at unpredictable times. */
const isDrivers = (name: string) => /automationSessionProxy|__pw_/.test(name)

/** Destroys the consent, and expects the page as without the SDK, but for Google's tag. */
export const destroy = async (visitor: Visitor, way: Way, before: Inventory): Promise<void> => {
  const atOnce = await visitor.run(() => {
    window.spaceoneConsent.destroy()
    return {
      replaced: window.builtInChanges().replaced,
      granted: window.spaceoneConsent.isGranted('analytics'),
    }
  })
  expect(atOnce).toEqual({ replaced: before.replaced, granted: false })
  const { added, ...after } = await inventory(visitor)
  const { added: addedBefore, ...same } = before
  expect(after).toEqual({
    ...same,
    listeners: { ...before.listeners, ...GOOGLES },
    // The script element of Google's tag stays in the page.
    nodes: before.nodes + 1,
  })
  const stays = [...STAYS, ...SHARED[way]].map(name => `window.${name}`)
  expect(added.filter(name => !isDrivers(name))).toEqual(
    [...addedBefore.filter(name => !isDrivers(name)), ...stays].sort(),
  )
}
