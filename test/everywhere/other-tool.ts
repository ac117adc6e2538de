import { expect } from '@playwright/test'
import { accept, expectNoError, expectSilence, push, rejectByCall } from './acts.ts'
import { HOST, hostPage } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { untilShown } from './visitor.ts'

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

export const otherTool: Scenario = {
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
}
