import { expect } from '@playwright/test'
import type { Counts } from './counts.ts'
import { HOST } from './host-page.ts'
import type { Way } from './soak-pages.ts'
import type { Visitor } from './visitor.ts'

/** What there is on a page, and what has become of the browser's own functions. */
export interface Inventory extends Counts {
  readonly replaced: readonly string[]
  readonly added: readonly string[]
}

/** Takes it once everything has come to rest. */
export const inventory = (visitor: Visitor): Promise<Inventory> =>
  visitor.run(async () => {
    await window.counting.rest()
    return { ...window.counting.now(), ...window.builtInChanges() }
  })

/** A view as the page has it, to the letter. */
export const markUp = (visitor: Visitor): Promise<string | undefined> =>
  visitor.run(() => document.querySelector('main')?.innerHTML)

/** Takes the inventory of the same page without the SDK, and its view. */
export const withoutSdk = async (
  visitor: Visitor,
): Promise<{ readonly before: Inventory; readonly view: string | undefined }> => {
  await visitor.visit(`${HOST}/without`)
  await visitor.run(() => window.longVisit.routes(20))
  return { before: await inventory(visitor), view: await markUp(visitor) }
}

/** Google's tag listens to these, and nobody can take it back. */
const GOOGLES = { 'HTMLDocument visibilitychange': 1, 'Window pagehide': 1, 'Window pageshow': 1 }

/** What stays on `window`: Google's own, its switches, which go on refusing, and our names. */
const STAYS = [
  ...['_gaUserPrefs', 'dataLayer', 'ga-disable-G-TEST123', 'google_tag_manager', 'gtag'],
  ...['nanostoresGlobal', 'spaceoneConsent'],
]

/** What all copies of the package know together. */
const SHARED = { 'script tag': [], npm: ['Symbol(@spaceone/consent)'] }

/** The drivers of WebKit and of Firefox put something beside them, sooner or later. */
const isDrivers = (name: string) => /automationSessionProxy|__pw_/.test(name)

/**
 * Destroys the consent, and expects the page to be what it was without the SDK, but for the tag of
 * Google's that has run.
 */
export const destroy = async (visitor: Visitor, way: Way, before: Inventory): Promise<void> => {
  await visitor.run(() => window.spaceoneConsent.destroy())
  const { added, ...after } = await inventory(visitor)
  const { added: addedBefore, ...same } = before
  expect(after).toEqual({
    ...same,
    listeners: { ...before.listeners, ...GOOGLES },
    // The script of the tag.
    nodes: before.nodes + 1,
  })
  const stays = [...STAYS, ...SHARED[way]].map(name => `window.${name}`)
  expect(added.filter(name => !isDrivers(name))).toEqual(
    [...addedBefore.filter(name => !isDrivers(name)), ...stays].sort(),
  )
  expect(await visitor.run(() => window.spaceoneConsent.isGranted('analytics'))).toBe(false)
}
