import { expect } from '@playwright/test'
import { expectSilence, notesOf } from './acts.ts'
import { HOST, hostPage } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { until } from './visitor.ts'

/** Invalid attributes on which consent depends; options.fuzz.test.ts has further values. */
const INVALID: readonly (readonly [string, string])[] = [
  ['data-ga', 'UA-1-1'],
  ['data-ga', 'G-XXXXXXX'],
  ['data-gtm', 'G-1'],
  ['data-layer', 'location'],
  ['data-layer', 'a;alert(1)'],
  ['data-ga-server', 'nowhere'],
  ['data-policy-version', ''],
  ['data-categories', 'a/b'],
  ['data-cookie-name', 'a b'],
  ['data-delivery', 'java\tscript:1'],
]

const SNIPPET = `<script>
  seen.notes.push('loaded')
  window.dataLayer = window.dataLayer || []
  const tag = document.createElement('script')
  tag.src = 'https://www.googletagmanager.com/gtag/js?id=G-1'
  document.head.append(tag)
  fetch('https://www.google-analytics.com/g/collect?v=2&en=own', { mode: 'no-cors' })
  document.cookie = '_ga=GA1.1.1.1; path=/'
</script>`

export const invalidAttributes: Scenario = {
  title:
    'with an invalid attribute on which consent depends no banner is shown, Google stays blocked whatever the page calls, and the console names the attribute [2, 5, 51]',
  pages: Object.fromEntries(
    INVALID.map(([name, value], at) => {
      const attributes = { 'data-ga': 'G-1', 'data-policy-version': '1', [name]: value }
      const texts = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`)
      const tag = `<script src="/consent/consent.js" ${texts.join(' ')}></script>`
      return [`${HOST}/${at}`, hostPage('', SNIPPET, tag)]
    }),
  ),
  isFull: true,
  async run(visitor, world) {
    for (const [at, [name, value]] of INVALID.entries()) {
      const what = `${name}="${value}"`
      await expectSilence(world, async () => {
        await visitor.visit(`${HOST}/${at}`)
        await visitor.run(() => {
          window.spaceoneConsent.restrict(false)
          window.spaceoneConsent.acceptAll()
        })
      })
      expect(await visitor.cookieNames(), what).toEqual([])
      expect(await visitor.isShown('banner'), what).toBe(false)
      const warnings = () => visitor.run(() => window.seen.warnings)
      await until('the explanation', async () => (await warnings()).length > 0)
      expect(await warnings(), what).toEqual([expect.stringContaining(`] ${name} is "`)])
      // A page with the data layer's name set to `location` used to reload itself for ever.
      expect(await notesOf(visitor), what).toEqual(['loaded'])
    }
  },
}
