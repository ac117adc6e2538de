import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { HOST, hostPage, TAG } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { until, untilGone, untilShown } from './visitor.ts'
import { SETTLED } from './world.ts'

const script = (source: string) => `<script>${source}</script>`

/**
 * Simulates another consent tool on the page. This tool signals consent to everything, in every
 * common way, again and again.
 */
const OTHER = script(`
  window.dataLayer = window.dataLayer || []
  const yes = {
    ad_storage: 'granted', analytics_storage: 'granted', ad_user_data: 'granted',
    ad_personalization: 'granted', functionality_storage: 'granted',
  }
  window.gtag = function () { dataLayer.push(arguments) }
  gtag('consent', 'default', yes)
  window.__tcfapi = (command, version, callback) =>
    callback({ gdprApplies: true, eventStatus: 'useractioncomplete', purpose: { consents: { 1: true } } }, true)
  window.__gpp = callback => callback && callback({}, true)
  document.cookie = 'CookieConsent=true; Path=/'
  document.cookie = 'euconsent-v2=CPgranted; Path=/'
  window.sayYes = () => gtag('consent', 'update', yes)
  sayYes()
  addEventListener('load', sayYes)`)

/** The warning if consent.js is loaded a second time. */
const LOADED_TWICE =
  '[SpaceONE Consent] consent.js is loaded twice. Expected one script tag. This copy is ignored. See dist/script/docs/README.md#the-script-tag-in-full'

/** Simulates an earlier version of the SDK that has started on the page already. */
const EARLIER_VERSION = script(`
  window.spaceoneConsent = Object.assign(() => {}, { version: '0.0.1', openPreferences() {} })`)

export const otherTool: readonly Scenario[] = [
  {
    title:
      "a grant that another consent tool signals does not count: nothing runs before a grant in the SDK, Google receives the SDK's consent state, and a refusal in the SDK holds [1, 2, 23]",
    pages: { [`${HOST}/`]: hostPage(OTHER) },
    async run(visitor, world) {
      await visitor.visit(`${HOST}/`)
      await untilShown(visitor, 'banner')
      await sleep(SETTLED)
      expect(world.google).toEqual([])
      expect(await visitor.cookieNames()).toEqual(['CookieConsent', 'euconsent-v2'])
      await visitor.click('accept-all')
      await until('the page view', () => world.events().includes('page_view'))
      const [view] = world.google.flatMap(({ events, url }) =>
        events.map(event => event.get('gcs') ?? url.searchParams.get('gcs')),
      )
      // Google's consent signal must say that analytics is granted, and that ads are denied,
      // because no purpose for ads is configured.
      expect(view).toBe('G101')

      await visitor.run(() => window.spaceoneConsent.rejectAll())
      const before = world.google.length
      await visitor.run(() => {
        ;(window as { sayYes?: () => void }).sayYes?.()
        window.gtag('event', 'late')
      })
      await sleep(SETTLED)
      expect(world.google.slice(before)).toEqual([])
      expect(await visitor.run(() => window.seen.errors)).toEqual([])
    },
  },
  {
    title: 'consent.js loaded twice on a page gives one consent, one banner and one warning [58]',
    pages: { [`${HOST}/`]: hostPage(TAG) },
    async run(visitor, world) {
      await visitor.visit(`${HOST}/`)
      await untilShown(visitor, 'banner')
      expect(world.google).toEqual([])
      expect(await visitor.run(() => document.querySelectorAll('spaceone-consent').length)).toBe(1)
      await visitor.click('accept-all')
      await until('the page view', () => world.events().includes('page_view'))
      await untilGone(visitor, 'banner')
      await sleep(SETTLED)
      expect(world.scripts()).toHaveLength(1)
      expect(await visitor.run(() => window.seen)).toEqual({
        errors: [],
        violations: [],
        warnings: [LOADED_TWICE],
        notes: [],
      })
    },
  },
  {
    title:
      'when an earlier version of the SDK has started on the page, the newer version only logs a warning [58]',
    pages: { [`${HOST}/`]: hostPage(EARLIER_VERSION) },
    async run(visitor, world) {
      await visitor.visit(`${HOST}/`)
      await sleep(SETTLED)
      expect(world.google).toEqual([])
      expect(await visitor.cookieNames()).toEqual([])
      expect(await visitor.run(() => document.querySelector('spaceone-consent'))).toBe(null)
      expect(
        await visitor.run(() => [
          window.spaceoneConsent.version,
          ...window.seen.warnings,
          ...window.seen.errors,
        ]),
      ).toEqual(['0.0.1', LOADED_TWICE])
    },
  },
]
