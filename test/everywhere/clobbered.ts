import { expect } from '@playwright/test'
import { expectSilence, untilViewed } from './acts.ts'
import { acceptInFrame, expectAskedInFrame, inFrames, outcomeOf } from './frames.ts'
import { HOST } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { until } from './visitor.ts'

/** Properties of `document` and `window` that the SDK and its libraries read. */
const NAMES = `
  currentScript documentElement head body scripts cookie readyState createElement
  querySelector querySelectorAll addEventListener activeElement removeEventListener
  dispatchEvent elementFromPoint visibilityState prerendering ownerDocument baseURI nodeType
  defaultView implementation adoptedStyleSheets dataLayer gtag spaceoneConsent
  ga-disable-G-TEST123 _gaUserPrefs localStorage trustedTypes cookieStore CookieStore reportError confirm
  google_tag_manager google_tags_first_party __zone_symbol__setTimeout navigator crypto fetch process`
  .trim()
  .split(/\s+/)

/** Properties that the SDK reads from the values of `NAMES`, and from any element. */
const FIELDS = `
  q version ioo push createPolicy addEventListener prototype src set matches attributes
  parentNode dataset localName remove append prepend getAttribute hasAttribute setAttribute
  querySelector querySelectorAll children childNodes replaceChildren isConnected dispatchEvent
  shadowRoot ownerDocument getBoundingClientRect closest nodeType lang insertBefore
  nextSibling call`
  .trim()
  .split(/\s+/)

const fields = FIELDS.map(name => `<input name="${name}">`).join('')
const images = NAMES.map(name => `<img name="${name}" alt="">`).join('')
const forms = NAMES.map(name => `<form id="${name}" name="${name}">${fields}</form>`).join('')

/** Forms with the SDK's attributes and with fields that are named like DOM methods. */
const MARKED = `<form data-consent="analytics" data-src="/x">${fields}</form>
  <form data-consent-status data-consent-guide data-consent-banner>${fields}</form>
  <form tabindex="0">${fields}<a href="/cookies" data-consent-open>Cookies</a></form>`

/** Inserts a form from another document, with a script of Google, and focuses the marked form. */
const INSERT = `
  const other = new DOMParser().parseFromString(${JSON.stringify(
    `<form>${fields}<script src="https://www.google-analytics.com/inside.js"></script></form>`,
  )}, 'text/html')
  document.querySelector('h1').append(other.forms[0])
  document.querySelector('form[tabindex]').focus()`

const GRANTED = { banner: false, granted: true, errors: [], notes: [] }

const refuse = `
  gtag('event', 'queued')
  spaceoneConsent.withdraw('analytics')
  fetch('https://www.google-analytics.com/g/collect?v=2&en=own', { mode: 'no-cors' })`

export const clobbered: Scenario = {
  title:
    'elements whose names equal properties that the SDK reads, or fields of a form that are named like DOM methods, are ignored: the banner asks, nothing is granted unasked, the settings open, a grant loads the tag, and a refusal silences the tag [48]',
  pages: inFrames(HOST, { images, forms, marked: MARKED }),
  async run(visitor, world) {
    await visitor.visit(`${HOST}/`)
    for (const name of ['images', 'forms', 'marked']) {
      await expectAskedInFrame(visitor, world, `/${name}`)
      if (name === 'marked') await visitor.run(insert => window.framed.run(insert), INSERT)
      await acceptInFrame(visitor)
      await until('the tag', () => world.scripts().length === 1)
      // With the built-ins of this page Google's stand-in works, and sends the page view.
      if (name === 'marked') await untilViewed(world)
      const outcome = await outcomeOf(visitor)
      // Google's tag throws errors of its own on such a page, which the browser reports as
      // `Script error.`
      const errors = outcome.errors.filter(error => error !== 'Script error.')
      expect({ ...outcome, errors }).toEqual(GRANTED)
      await expectSilence(world, () => visitor.run(refuse => window.framed.run(refuse), refuse))
      expect(await outcomeOf(visitor)).toMatchObject({ granted: false })
      await visitor.run(() => window.framed.clear())
      world.google.length = 0
    }
  },
}
