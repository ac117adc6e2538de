import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import {
  accept,
  expectAsked,
  expectRecordAlone,
  expectSilence,
  isGranted,
  push,
  untilViewed,
} from './acts.ts'
import { HOST, hostPage } from './host-page.ts'
import { QUIET } from './prelude.ts'
import type { Scenario } from './scenario.ts'
import { until, untilGone, type Visitor } from './visitor.ts'
import { SETTLED } from './world.ts'

const withdraw = (visitor: Visitor) =>
  visitor.run(() => window.spaceoneConsent.withdraw('analytics'))

const goTo = async (visitor: Visitor, path: string) => {
  await visitor.run(path => void setTimeout(() => location.assign(path)), path)
  await untilAt(visitor, path)
}
const goBack = async (visitor: Visitor, path: string) => {
  await visitor.run(() => void setTimeout(() => history.back()))
  await untilAt(visitor, path)
}
const untilAt = (visitor: Visitor, path: string) =>
  until(`the page ${path}`, async () => {
    try {
      return await visitor.run(
        path => location.pathname === path && window.spaceoneConsent?.version !== undefined,
        path,
      )
    } catch {
      // Ignore errors until the page has loaded: between two pages the driver cannot run code.
      return false
    }
  })

export const tabs: readonly Scenario[] = [
  {
    title:
      'a decision in one tab closes the banner in the other tab, starts and silences services there at once, and after a new grant the tabs send only later events [23, 57]',
    pages: { [`${HOST}/`]: hostPage(), [`${HOST}/other`]: hostPage() },
    isMainJob: true,
    async run(visitor, world) {
      await expectAsked(visitor, world)
      const other = await visitor.openTab()
      await other.visit(`${HOST}/other`)
      await accept(other, world)
      await until('the grant in the first', () => isGranted(visitor))
      await untilGone(visitor, 'banner')
      await untilViewed(world, 2)

      // In one task, else Google's tag could send its batch before the withdrawal.
      await other.run(() => {
        window.gtag('event', 'queued')
        window.spaceoneConsent.withdraw('analytics')
      })
      const before = world.events().length
      await expectSilence(world, async () => {
        await until('the end in the first', async () => !(await isGranted(visitor)))
        for (const tab of [visitor, other]) await push(tab, 'in between')
      })
      await expectRecordAlone(visitor)
      expect(await visitor.isShown('banner')).toBe(false)

      await other.run(() => window.spaceoneConsent.acceptAll())
      await until('the grant again', () => isGranted(visitor))
      for (const tab of [visitor, other]) await push(tab, 'again')
      const events = () => world.events().slice(before)
      await until('both events', () => events().filter(name => name === 'again').length === 2)
      expect(events().filter(name => name !== 'user_engagement')).toEqual(['again', 'again'])
      expect(await visitor.run(() => window.seen)).toMatchObject(QUIET)
    },
  },
  {
    title:
      'a page that the back button restores shows the decision made meanwhile, and sends nothing [23, 57]',
    pages: { [`${HOST}/`]: hostPage(), [`${HOST}/next`]: hostPage() },
    isMainJob: true,
    async run(visitor, world) {
      await expectAsked(visitor, world)
      await goTo(visitor, '/next')
      await accept(visitor, world)
      await goBack(visitor, '/')
      await untilGone(visitor, 'banner')
      await until('the grant', () => isGranted(visitor))
      await untilViewed(world, 2)

      await goTo(visitor, '/next')
      await untilViewed(world, 3)
      // Requests that the previous page sent while it closed were allowed, and may still arrive.
      await sleep(SETTLED)
      await withdraw(visitor)
      await expectSilence(world, async () => {
        await goBack(visitor, '/')
        expect(await isGranted(visitor)).toBe(false)
        await push(visitor, 'late')
      })
      await expectRecordAlone(visitor)
    },
  },
]
