import { expect } from '@playwright/test'
import type { Counts } from './counts.ts'
import { HOST } from './host-page.ts'
import type { Way } from './soak-pages.ts'
import type { Visitor } from './visitor.ts'

/**
 * The numbers of a page's listeners, observers, timers, nodes and style sheets, its replaced
 * built-in functions, and the properties added to built-ins.
 */
export type Inventory = Counts & ReturnType<Window['builtInChanges']>

/**
 * Waits until no timer of less than an hour is pending. Then returns the counts of the page and its
 * changed built-ins.
 */
export const inventory = async (visitor: Visitor): Promise<Inventory> =>
  withoutDrivers(
    await visitor.run(async () => {
      await window.counting.rest()
      return { ...window.counting.now(), ...window.builtInChanges() }
    }),
  )

/**
 * A listener of Playwright. If the page has it, the page also has Playwright's other listeners and
 * an observer.
 */
const DRIVERS = 'Window __playwright_global_listeners_check__'

/**
 * Returns the numbers without the listeners and the observer that Playwright adds to a page in
 * Firefox, and removes again, at unpredictable times.
 */
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

/** Returns the markup of the page's main element. */
export const markUp = (visitor: Visitor): Promise<string | undefined> =>
  visitor.run(() => document.querySelector('main')?.innerHTML)

/** Opens the same page without the SDK, and returns its counts and markup for comparison. */
export const withoutSdk = async (visitor: Visitor) => {
  await visitor.visit(`${HOST}/without`)
  await visitor.run(() => window.longVisit.routes(20))
  return { before: await inventory(visitor), view: await markUp(visitor) }
}

/**
 * Listeners that Google's tag adds and never removes, and those for the end of its download, which
 * the SDK has added to its script element.
 */
const GOOGLES = {
  ...{ 'HTMLDocument visibilitychange': 1, 'Window pagehide': 1, 'Window pageshow': 1 },
  ...{ 'HTMLScriptElement error': 1, 'HTMLScriptElement load': 1 },
}

/**
 * Properties that stay on `window`: Google's own, the opt-out switches, which still silence
 * Google's tags, and the SDK's global names.
 */
const STAYS = [
  ...['_gaUserPrefs', 'dataLayer', 'ga-disable-G-TEST123', 'google_tag_manager', 'gtag'],
  ...['nanostoresGlobal', 'spaceoneConsent'],
]

/** By way, the symbol under which all copies of the npm package share the consents of a page. */
const SHARED = { 'script tag': [], npm: ['Symbol(@spaceone/consent/page/1)'] }

/** Says whether a driver added a property: WebKit's and Firefox's do so at unpredictable times. */
const isDrivers = (name: string) => /automationSessionProxy|__pw_/.test(name)

/**
 * Destroys the consent, and expects the page to be the same as without the SDK, except for Google's
 * tag, since it has run, and the properties of `STAYS` and `SHARED`.
 */
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
