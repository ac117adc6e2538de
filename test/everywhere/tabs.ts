import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { HOST } from './host-page.ts'
import { QUIET } from './prelude.ts'
import type { Scenario } from './scenario.ts'
import { until, untilGone, untilShown, type Visitor } from './visitor.ts'
import { SETTLED, type World } from './world.ts'

const PAGE = `<!doctype html><html lang="en"><head><title>Host</title>
  <script src="/consent/consent.js" data-ga="G-TEST123" data-policy-version="1" data-policy-url="/privacy"></script>
  </head><body><h1>Host</h1></body></html>`

const isGranted = (visitor: Visitor) =>
  visitor.run(() => window.spaceoneConsent.isGranted('analytics'))

const push = (visitor: Visitor) => visitor.run(() => window.gtag('event', 'queued'))

const untilViewed = (world: World, times: number) =>
  until(
    `page view number ${times}`,
    () => world.events().filter(name => name === 'page_view').length >= times,
  )

/** Goes to another page as by a link, and returns with the back button. */
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
      // Ignore errors until the page is back: between two pages the driver cannot run code.
      return false
    }
  })

export const tabs: readonly Scenario[] = [
  {
    title:
      'a decision in one tab closes the banner in the other tab, and starts and silences services there at once [23, 57]',
    pages: { [`${HOST}/`]: PAGE, [`${HOST}/other`]: PAGE },
    async run(visitor, world) {
      await visitor.visit(`${HOST}/`)
      await untilShown(visitor, 'banner')
      const other = await visitor.openTab()
      await other.visit(`${HOST}/other`)
      await other.click('accept-all')
      await until('the grant in the first', () => isGranted(visitor))
      await untilGone(visitor, 'banner')
      await untilViewed(world, 2)

      await push(visitor)
      await push(other)
      await other.run(() => window.spaceoneConsent.withdraw('analytics'))
      const before = world.google.length
      await until('the end in the first', async () => !(await isGranted(visitor)))
      await push(visitor)
      await sleep(SETTLED)
      expect(world.google.slice(before)).toEqual([])
      expect(await visitor.cookieNames()).toEqual(['spaceone_consent'])
      expect(await visitor.isShown('banner')).toBe(false)
      expect(await visitor.run(() => window.seen)).toMatchObject(QUIET)
    },
  },
  {
    title:
      'a page that the back button restores shows the decision made meanwhile, and sends nothing [23, 57]',
    pages: { [`${HOST}/`]: PAGE, [`${HOST}/next`]: PAGE },
    async run(visitor, world) {
      await visitor.visit(`${HOST}/`)
      await untilShown(visitor, 'banner')
      await goTo(visitor, '/next')
      await visitor.click('accept-all')
      await untilViewed(world, 1)
      await goBack(visitor, '/')
      await untilGone(visitor, 'banner')
      await until('the grant', () => isGranted(visitor))

      await goTo(visitor, '/next')
      await untilViewed(world, 3)
      // Requests that the previous page sent while it closed were allowed, and may still arrive.
      await sleep(SETTLED)
      await visitor.run(() => window.spaceoneConsent.withdraw('analytics'))
      const before = world.google.length
      await goBack(visitor, '/')
      expect(await isGranted(visitor)).toBe(false)
      await push(visitor)
      await sleep(SETTLED)
      expect(world.google.slice(before)).toEqual([])
      expect(await visitor.cookieNames()).toEqual(['spaceone_consent'])
    },
  },
]
