import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { HOST, hostPage, TAG } from '../host-page.ts'
import type { Scenario } from '../scenario.ts'
import { until, untilShown, type Visitor } from '../visitor.ts'
import { hrefs, reach } from './reach.ts'

const REQUEST = 'https://google.com/measurement/conversion?en=own'

/** Returns the record from the page's cookie. */
const recordOf = async (visitor: Visitor) => {
  const cookie = (await visitor.cookies()).find(({ name }) => name === 'spaceone_consent')
  return JSON.parse(Buffer.from(cookie?.value ?? 'e30', 'base64url').toString())
}

/**
 * Properties that a query string can add to `Object.prototype` on a careless page. The property
 * `get` breaks property descriptors of libraries.
 */
const POLLUTION = {
  ...{ mode: 'advanced', storage: 'x', get: 'x', x: 'x', surface: 'banner', method: 'gpc' },
  ...{ loadScript: false, server: 'https://evil.test', pageView: true },
  ...{ without: 'x', notice: 'x', signals: 'x', ports: 'x', analytics: true },
}

const inherited: Scenario = {
  title:
    'properties on Object.prototype are not read as options: no tag runs before a grant, and a decision is stored as the visitor made it [1, 2, 49]',
  pages: {
    [`${HOST}/`]: hostPage(
      `<script>Object.assign(Object.prototype, ${JSON.stringify(POLLUTION)})</script>`,
    ),
  },
  async run(visitor, world) {
    await visitor.visit(`${HOST}/`)
    await until('the SDK', () => visitor.run(() => !!window.spaceoneConsent?.decide))
    await reach(visitor, ['https://www.googletagmanager.com/gtag/js?id=G-OWN'], [REQUEST])
    await sleep(300)
    expect(hrefs(world)).toEqual([])
    await visitor.run(() => window.spaceoneConsent.decide({ analytics: false }))
    expect(await recordOf(visitor)).toMatchObject({ c: { analytics: 0 }, s: 'api', m: 'custom' })
    await visitor.visit(`${HOST}/`)
    await until('the SDK again', () => visitor.run(() => !!window.spaceoneConsent?.decide))
    expect(await visitor.run(() => window.spaceoneConsent.$state.get().status)).toBe('decided')
    expect(hrefs(world)).toEqual([])
  },
}

/** Invalid attributes that affect consent, each with a text that the console message contains. */
const INVALID: Readonly<Record<string, string>> = {
  'data-ga="UA-1-1"': 'data-ga',
  'data-ga="G-1" data-layer="top"': 'data-layer',
  'data-ga="G-1" data-layer="document"': 'data-layer',
  'data-ga="G-1" data-layer="location"': 'data-layer',
  'data-ga="G-1" data-layer="1x"': 'data-layer',
  'data-ga="G-1" data-layer="a;alert(1)"': 'data-layer',
  'data-ga="G-1" data-ga-server="nowhere"': 'data-ga-server',
  'data-gtm="G-1"': 'data-gtm',
  'data-ga="G-1" data-policy-version=""': 'data-policy-version',
  'data-ga="G-1" data-categories="a/b"': 'data-categories',
  'data-ga="G-1" data-cookie-name="a b"': 'data-cookie-name',
  'data-ga="G-1" data-delivery="javascript:1"': 'data-delivery',
}

const tagWith = (attributes: string) =>
  `<script src="/consent/consent.js" ${attributes} ${attributes.includes('policy-version') ? '' : 'data-policy-version="1"'}></script>`

const SNIPPET = `<script>
  seen.notes.push('loaded')
  window.dataLayer = window.dataLayer || []
  const tag = document.createElement('script')
  tag.src = 'https://www.googletagmanager.com/gtag/js?id=G-1'
  document.head.append(tag)
  fetch('https://www.google-analytics.com/g/collect?v=2&en=own', { mode: 'no-cors' })
  document.cookie = '_ga=GA1.1.1.1; path=/'
</script>`

const invalidAttributes: Scenario = {
  title:
    'with an invalid attribute on which consent depends no banner is shown, Google stays blocked whatever the page calls, and the console names the attribute [2, 5]',
  pages: Object.fromEntries(
    Object.keys(INVALID).map((attributes, at) => [
      `${HOST}/${at}`,
      hostPage('', SNIPPET, tagWith(attributes)),
    ]),
  ),
  async run(visitor, world) {
    for (const [at, [attributes, name]] of Object.entries(INVALID).entries()) {
      await visitor.visit(`${HOST}/${at}`)
      await visitor.run(() => {
        window.spaceoneConsent.restrict(false)
        window.spaceoneConsent.acceptAll()
      })
      await sleep(100)
      expect(hrefs(world), attributes).toEqual([])
      expect(await visitor.cookieNames(), attributes).toEqual([])
      expect(await visitor.isShown('banner'), attributes).toBe(false)
      await until('the explanation', () => visitor.run(() => window.seen.warnings.length > 0))
      const { warnings, notes } = await visitor.run(() => window.seen)
      expect(warnings, attributes).toEqual([expect.stringContaining(`] ${name} is "`)])
      // In an earlier version, a page with `location` as the name of the data layer reloaded itself
      // for ever.
      expect(notes, attributes).toEqual(['loaded'])
    }
    expect(world.asked.filter(address => address === `${HOST}/3`)).toHaveLength(1)
  },
}

const LOOKS =
  'data-position="top" data-theme="pink" data-button="x" data-z-index="1px" data-lang="xx"'

const invalidLooks: Scenario = {
  title:
    'an invalid attribute of appearance takes its default, the console names the attribute, and the banner is shown [5]',
  pages: { [`${HOST}/`]: hostPage('', '', TAG.replace('data-ga', `${LOOKS} data-ga`)) },
  async run(visitor, world) {
    await visitor.visit(`${HOST}/`)
    await untilShown(visitor, 'banner')
    expect(hrefs(world)).toEqual([])
    await until('the explanations', () => visitor.run(() => window.seen.warnings.length > 4))
    const { warnings } = await visitor.run(() => window.seen)
    for (const name of ['position', 'theme', 'button', 'z-index', 'lang'])
      expect(warnings).toContainEqual(
        expect.stringContaining(
          name === 'lang' ? 'no texts in the language "' : `data-${name} is "`,
        ),
      )
    expect(warnings).toHaveLength(5)
    await visitor.click('accept-all')
    await until('the page view', () => world.events().includes('page_view'))
  },
}

/** Scenarios for faults of earlier versions: the SDK started with an invalid set-up. */
export const setUp: readonly Scenario[] = [inherited, invalidAttributes, invalidLooks]
