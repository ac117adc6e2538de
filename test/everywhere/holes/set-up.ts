import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { HOST, hostPage, TAG } from '../host-page.ts'
import type { Scenario } from '../scenario.ts'
import { until, untilShown, type Visitor } from '../visitor.ts'
import { hrefs, reach } from './reach.ts'

const REQUEST = 'https://google.com/measurement/conversion?en=own'

/** The record as the page's own cookie has it. */
const recordOf = async (visitor: Visitor) => {
  const cookie = (await visitor.cookies()).find(({ name }) => name === 'spaceone_consent')
  return JSON.parse(Buffer.from(cookie?.value ?? 'e30', 'base64url').toString())
}

/** What a query string can put on every object of a page; `get` breaks the descriptors of libraries. */
const POLLUTION = {
  ...{ mode: 'advanced', storage: 'x', get: 'x', x: 'x', surface: 'banner', method: 'gpc' },
  ...{ loader: 'host', server: 'https://evil.test', pageView: true },
  ...{ without: 'x', notice: 'x', signals: 'x', ports: 'x', analytics: true },
}

const inherited: Scenario = {
  title:
    'nothing that a page has put on Object.prototype is read as an option: no tag before a grant, and a decision is kept as the visitor made it [1, 2, 49]',
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

/** Attributes on which consent depends, and what the console names. */
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
  'data-ga="G-1" data-report="javascript:1"': 'data-report',
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
    'with an invalid attribute on which consent depends no banner is shown, Google stays blocked whatever is called, and the console names the attribute [2, 5]',
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
      const { warnings, notes } = await visitor.run(() => window.seen)
      expect(warnings, attributes).toEqual([expect.stringContaining(`] ${name}:`)])
      // A page whose data layer was `location` loaded itself again, for ever.
      expect(notes, attributes).toEqual(['loaded'])
    }
    expect(world.asked.filter(address => address === `${HOST}/3`)).toHaveLength(1)
  },
}

const LOOKS =
  'data-position="top" data-theme="pink" data-button="x" data-z-index="1px" data-lang="xx"'

const invalidLooks: Scenario = {
  title:
    'an invalid attribute of looks alone takes its default, and the console names it: the visitor is asked all the same [5]',
  pages: { [`${HOST}/`]: hostPage('', '', TAG.replace('data-ga', `${LOOKS} data-ga`)) },
  async run(visitor, world) {
    await visitor.visit(`${HOST}/`)
    await untilShown(visitor, 'banner')
    expect(hrefs(world)).toEqual([])
    const { warnings } = await visitor.run(() => window.seen)
    for (const name of ['position', 'theme', 'button', 'z-index', 'lang'])
      expect(warnings).toContainEqual(expect.stringContaining(`data-${name}: `))
    expect(warnings).toHaveLength(5)
    await visitor.click('accept-all')
    await until('the page view', () => world.events().includes('page_view'))
  },
}

/** Where the SDK went on working when it should not. */
export const setUp: readonly Scenario[] = [inherited, invalidAttributes, invalidLooks]
