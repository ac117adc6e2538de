import { expect } from '@playwright/test'
import { accept, expectAsked, expectNoError, expectSilence, push, rejectByCall } from './acts.ts'
import { HOST, hostPage, TAG } from './host-page.ts'
import { QUIET } from './prelude.ts'
import type { Scenario } from './scenario.ts'
import { until, untilGone, untilShown } from './visitor.ts'

/** Another consent tool, which signals consent to everything again and again. */
const OTHER = `<script>
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
  addEventListener('load', sayYes)
</script>`

const LOADED_TWICE = {
  ...QUIET,
  warnings: [
    '[SpaceONE Consent] consent.js is loaded twice. Expected one script tag. This copy is ignored. See dist/script/docs/README.md#the-script-tag-in-full',
  ],
}

const EARLIER_VERSION = `<script>
  window.spaceoneConsent = Object.assign(() => {}, { version: '0.0.1', openPreferences() {} })
</script>`

export const otherTool: readonly Scenario[] = [
  {
    title:
      "a grant that another consent tool signals does not count: nothing runs before a grant in the SDK, Google receives the SDK's consent state, and a refusal in the SDK holds [1, 2, 23]",
    pages: { [`${HOST}/`]: hostPage(OTHER) },
    async run(visitor, world) {
      await expectSilence(world, () => visitor.visit(`${HOST}/`))
      await untilShown(visitor, 'banner')
      expect(await visitor.cookieNames()).toEqual(['CookieConsent', 'euconsent-v2'])
      await accept(visitor, world)
      const [view] = world.google.flatMap(({ events, url }) =>
        events.map(event => event.get('gcs') ?? url.searchParams.get('gcs')),
      )
      // Google's consent signal must say that analytics is granted, and that ads are denied,
      // because no purpose for ads is configured.
      expect(view).toBe('G101')

      await rejectByCall(visitor)
      await expectSilence(world, async () => {
        await visitor.run(() => (window as { sayYes?: () => void }).sayYes?.())
        await push(visitor, 'late')
      })
      await expectNoError(visitor)
    },
  },
  {
    title:
      'consent.js loaded twice gives one consent, one banner and one warning, and beside an earlier version only the warning [58]',
    pages: { [`${HOST}/`]: hostPage(TAG), [`${HOST}/earlier`]: hostPage(EARLIER_VERSION) },
    async run(visitor, world) {
      const seen = () => visitor.run(() => window.seen)
      await expectSilence(world, () => visitor.visit(`${HOST}/earlier`))
      await until('the warning', async () => (await seen()).warnings.length > 0)
      expect(await visitor.cookieNames()).toEqual([])
      expect(await visitor.run(() => document.querySelector('spaceone-consent'))).toBe(null)
      expect(await visitor.run(() => window.spaceoneConsent.version)).toBe('0.0.1')
      expect(await seen()).toMatchObject(LOADED_TWICE)

      await expectAsked(visitor, world)
      expect(await visitor.run(() => document.querySelectorAll('spaceone-consent').length)).toBe(1)
      await accept(visitor, world)
      await untilGone(visitor, 'banner')
      expect(world.scripts()).toHaveLength(1)
      expect(await seen()).toMatchObject(LOADED_TWICE)
    },
  },
]
