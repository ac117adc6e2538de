import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { HOST, hostPage } from './host-page.ts'
import { QUIET } from './prelude.ts'
import type { Scenario } from './scenario.ts'
import { until, untilGone, untilShown } from './visitor.ts'
import { SETTLED } from './world.ts'

export const flow: readonly Scenario[] = [
  {
    title:
      'nothing runs before a grant, Google runs after the grant, and only the record is left after a refusal [1, 2, 23]',
    pages: { [`${HOST}/`]: hostPage('') },
    async run(visitor, world) {
      await visitor.visit(`${HOST}/`)
      await untilShown(visitor, 'banner')
      expect(world.google).toEqual([])
      expect(await visitor.cookieNames()).toEqual([])

      await visitor.click('accept-all')
      await until('the page view', () => world.events().includes('page_view'))
      await untilGone(visitor, 'banner')
      expect(await visitor.cookieNames()).toEqual(['_ga', '_ga_TEST123', 'spaceone_consent'])

      await visitor.run(() => window.gtag('event', 'queued'))
      const before = world.google.length
      await visitor.run(() => window.spaceoneConsent.rejectAll())
      await sleep(SETTLED)
      expect(world.google.slice(before)).toEqual([])
      expect(await visitor.cookieNames()).toEqual(['spaceone_consent'])
      expect(await visitor.run(() => window.seen)).toMatchObject(QUIET)
    },
  },
]
