import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { HOST } from './host-page.ts'
import { until, untilGone, untilShown, type Visitor } from './visitor.ts'
import { SETTLED, type World } from './world.ts'

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

export const accept = async (visitor: Visitor, world: World): Promise<void> => {
  await visitor.click('accept-all')
  await untilViewed(world)
}

export const expectSilence = async (world: World, act?: () => Promise<unknown>) => {
  const before = world.google.length
  await act?.()
  await sleep(SETTLED)
  expect(world.google.slice(before)).toEqual([])
}

export const expectRecordAlone = async (visitor: Visitor): Promise<void> =>
  expect(await visitor.cookieNames()).toEqual(['spaceone_consent'])

export const clickOnSettings = (visitor: Visitor): Promise<void> =>
  visitor.run(() => document.querySelector<HTMLElement>('[data-consent-open]')?.click())

export const lookAtSettings = async (visitor: Visitor): Promise<void> => {
  await clickOnSettings(visitor)
  await untilShown(visitor, 'preferences')
  await visitor.click('close')
  await untilGone(visitor, 'preferences')
}

export const turnAnalytics = async (visitor: Visitor): Promise<void> => {
  await visitor.click('switch-analytics')
  await visitor.click('save')
}

export const isGranted = (visitor: Visitor): Promise<boolean> =>
  visitor.run(() => window.spaceoneConsent.isGranted('analytics'))

export const rejectByCall = (visitor: Visitor): Promise<void> =>
  visitor.run(() => window.spaceoneConsent.rejectAll())

export const push = (visitor: Visitor, event: string): Promise<void> =>
  visitor.run(event => window.gtag('event', event), event)

export const expectNoError = async (visitor: Visitor): Promise<void> =>
  expect(await visitor.run(() => window.seen.errors)).toEqual([])

export const notesOf = (visitor: Visitor): Promise<unknown[]> =>
  visitor.run(() => window.seen.notes)
