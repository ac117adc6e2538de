import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { HOST, hostPage } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { until, untilGone, untilShown, type Visitor } from './visitor.ts'
import { SETTLED } from './world.ts'

const WRITTEN = `<!doctype html><html lang="en"><head><title>Written</title></head>
  <body><h1>Written</h1><a href="/cookies" data-consent-open>Cookies</a></body></html>`

const openSettings = (visitor: Visitor) =>
  visitor.run(() => document.querySelector<HTMLElement>('[data-consent-open]')?.click())

/** The ways in which a script can overwrite the whole document. */
const WAYS: Record<string, (html: string) => void> = {
  open: html => {
    document.open()
    document.write(html)
    document.close()
  },
  write: html => {
    document.write(html)
    document.close()
  },
  writeln: html => {
    document.writeln(html)
    document.close()
  },
  // Without `document.close()`, which many pages never call.
  unclosed: html => {
    document.open()
    document.write(html)
  },
}

export const documentReplaced: readonly Scenario[] = [
  {
    title:
      'after a script has overwritten the document nothing is granted, the banner asks again, the settings open, and a refusal counts [5, 23, 60]',
    pages: { [`${HOST}/`]: hostPage('') },
    async run(visitor, world) {
      await visitor.visit(`${HOST}/`)
      for (const [, write] of Object.entries(WAYS)) {
        await untilShown(visitor, 'banner')
        await visitor.run(write, WRITTEN)
        await untilShown(visitor, 'banner')
        expect(await visitor.run(() => document.title)).toBe('Written')
        expect(world.google).toEqual([])
        expect(await visitor.cookieNames()).toEqual([])
        await openSettings(visitor)
        await untilShown(visitor, 'preferences')
        await visitor.click('close')
        await untilGone(visitor, 'preferences')
      }
      await visitor.click('accept-all')
      await until('the page view', () => world.events().includes('page_view'))

      await visitor.run(WAYS['open'] as (html: string) => void, WRITTEN)
      await openSettings(visitor)
      await untilShown(visitor, 'preferences')
      await visitor.click('close')
      await visitor.run(() => window.spaceoneConsent.rejectAll())
      const before = world.google.length
      await visitor.run(() => {
        window.gtag('event', 'written')
        return fetch('https://www.google-analytics.com/g/collect?tid=G-TEST123&en=own')
      })
      await sleep(SETTLED)
      expect(world.google.slice(before)).toEqual([])
      expect(await visitor.cookieNames()).toEqual(['spaceone_consent'])
    },
  },
]
