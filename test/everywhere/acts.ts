import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { HOST } from './host-page.ts'
import { until, untilGone, untilShown, type Visitor } from './visitor.ts'
import { SETTLED, type World } from './world.ts'

/** Opens a page, and expects the banner, no request to Google and no cookie. */
export const expectAsked = async (visitor: Visitor, world: World, address = `${HOST}/`) => {
  await visitor.visit(address)
  await untilShown(visitor, 'banner')
  expect(world.google).toEqual([])
  expect(await visitor.cookieNames()).toEqual([])
}

export const untilViewed = (world: World, times = 1): Promise<void> =>
  until(
    `page view number ${times}`,
    () => world.events().filter(name => name === 'page_view').length >= times,
  )

/** Accepts in the banner, and waits for the page view that Google's tag sends. */
export const accept = async (visitor: Visitor, world: World): Promise<void> => {
  await visitor.click('accept-all')
  await untilViewed(world)
}

/** Performs an act, and expects that no request to Google follows. */
export const expectSilence = async (world: World, act?: () => Promise<unknown>) => {
  const before = world.google.length
  await act?.()
  await sleep(SETTLED)
  expect(world.google.slice(before)).toEqual([])
}

/** Expects that the record's cookie is the only cookie of the page's address. */
export const expectRecordAlone = async (visitor: Visitor): Promise<void> =>
  expect(await visitor.cookieNames()).toEqual(['spaceone_consent'])

/** Clicks on the page's own link to the settings. */
export const clickOnSettings = (visitor: Visitor): Promise<void> =>
  visitor.run(() => document.querySelector<HTMLElement>('[data-consent-open]')?.click())

/** Opens the preferences with the page's own link, and closes them without an answer. */
export const lookAtSettings = async (visitor: Visitor): Promise<void> => {
  await clickOnSettings(visitor)
  await untilShown(visitor, 'preferences')
  await visitor.click('close')
  await untilGone(visitor, 'preferences')
}

/** Clicks on the switch of analytics in the open preferences, and saves. */
export const turnAnalytics = async (visitor: Visitor): Promise<void> => {
  await visitor.click('switch-analytics')
  await visitor.click('save')
}

export const isGranted = (visitor: Visitor): Promise<boolean> =>
  visitor.run(() => window.spaceoneConsent.isGranted('analytics'))

export const rejectByCall = (visitor: Visitor): Promise<void> =>
  visitor.run(() => window.spaceoneConsent.rejectAll())

/** Queues an event for Google's tag. */
export const push = (visitor: Visitor, event: string): Promise<void> =>
  visitor.run(event => window.gtag('event', event), event)

export const expectNoError = async (visitor: Visitor): Promise<void> =>
  expect(await visitor.run(() => window.seen.errors)).toEqual([])

/** Returns the notes that the page's own scripts have made. */
export const notesOf = (visitor: Visitor): Promise<unknown[]> =>
  visitor.run(() => window.seen.notes)
