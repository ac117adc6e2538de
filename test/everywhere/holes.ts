import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { HOST, hostPage, TAG } from './host-page.ts'
import { QUIET } from './prelude.ts'
import type { Scenario } from './scenario.ts'
import { until, untilShown, type Visitor } from './visitor.ts'
import { SETTLED, type World } from './world.ts'

/** A tag of the page's own, put in by script, and requests that it would send. */
const BARE = [
  'https://googletagmanager.com/gtag/js?id=G-BARE',
  'https://googletagmanager.com/gtm.js?id=GTM-BARE',
]
const REQUESTS = [
  'https://googletagmanager.com/a?id=G-BARE',
  'https://google.com/measurement/conversion?en=own',
  'https://google.com/ads/ga-audiences?en=own',
  'https://www.google.com/travel/flights/click/conversion?en=own',
  'https://adservice.google.com/pagead/regclk?en=own',
  'https://ade.googlesyndication.com/ddm/activity?en=own',
]

/** Brings scripts in and sends requests, as a page does. */
const reach = (visitor: Visitor, scripts: readonly string[], requests: readonly string[]) =>
  visitor.run(
    async (scripts, requests) => {
      for (const src of scripts) {
        const script = document.createElement('script')
        script.src = src
        document.head.append(script)
      }
      for (const url of requests) {
        new Image().src = url
        await fetch(url, { mode: 'no-cors' }).catch(() => {})
      }
    },
    scripts,
    requests,
  )

const hrefs = (world: World) => world.google.map(({ url }) => url.href)

/** The record as the page's own cookie has it. */
const recordOf = async (visitor: Visitor) => {
  const cookie = (await visitor.cookies()).find(({ name }) => name === 'spaceone_consent')
  return JSON.parse(Buffer.from(cookie?.value ?? 'e30', 'base64url').toString())
}

const bareHosts: Scenario = {
  title:
    'Google’s hosts are blocked without www, too, before a choice and after a refusal, and a bare tag loads after a grant [1, 2, 23]',
  pages: { [`${HOST}/`]: hostPage('') },
  async run(visitor, world) {
    await visitor.visit(`${HOST}/`)
    await untilShown(visitor, 'banner')
    await reach(visitor, BARE, REQUESTS)
    await sleep(300)
    expect(hrefs(world)).toEqual([])
    await visitor.click('reject-all')
    await reach(visitor, BARE, REQUESTS)
    await sleep(300)
    expect(hrefs(world)).toEqual([])
    await visitor.run(() => window.spaceoneConsent.acceptAll())
    await until('the bare tag', () => hrefs(world).includes(BARE[0] as string))
  },
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
    await reach(visitor, ['https://www.googletagmanager.com/gtag/js?id=G-OWN'], REQUESTS)
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

const AD = 'https://pagead2.googlesyndication.com'
const ADSENSE = `${AD}/pagead/js/adsbygoogle.js?client=ca-pub-1`
const MEASUREMENTS = [
  `${AD}/measurement/conversion?en=own`,
  `${AD}/ccm/collect?en=own`,
  `${AD}/pagead/conversion/1/?en=own`,
  `${AD}/pagead/gen_204?id=tcfe&en=own`,
]

const adsense: Scenario = {
  title:
    'AdSense’s own files pass where Analytics alone is asked for, and what a measuring tag sends to their host waits for the grant [1, 2]',
  pages: { [`${HOST}/`]: hostPage('') },
  async run(visitor, world) {
    await visitor.visit(`${HOST}/`)
    await untilShown(visitor, 'banner')
    await reach(visitor, [ADSENSE], MEASUREMENTS)
    await until('AdSense', () => hrefs(world).includes(ADSENSE))
    expect(hrefs(world)).toEqual([ADSENSE])
    await visitor.click('reject-all')
    await reach(visitor, [`${ADSENSE}&again`], MEASUREMENTS)
    await until('AdSense again', () => hrefs(world).includes(`${ADSENSE}&again`))
    expect(hrefs(world)).toEqual([ADSENSE, `${ADSENSE}&again`])
    await visitor.run(() => window.spaceoneConsent.acceptAll())
    await reach(visitor, [], MEASUREMENTS)
    await until('a measurement', () => hrefs(world).includes(MEASUREMENTS[0] as string))
  },
}

/** Gives built-ins addresses that say another thing each time they are read. */
const changing = (visitor: Visitor) =>
  visitor.run(async () => {
    const google = 'https://www.google-analytics.com/g/collect?v=2&en=own'
    const twice = () => {
      let reads = 0
      return {
        toString: () => (reads++ === 0 ? '/own.txt' : google),
      } as unknown as string
    }
    const answers: unknown[] = []
    answers.push((await fetch(twice())).status)
    answers.push((await fetch({ url: '/own.txt', toString: () => google } as never)).status)
    answers.push((await fetch(Object.assign(new URL(google), { url: '/own.txt' }))).status)
    answers.push((await fetch(new Request('/own.txt'))).status)
    const request = new XMLHttpRequest()
    request.open('GET', twice())
    await new Promise(resolve => {
      request.onloadend = resolve
      request.send()
    })
    answers.push(request.status)
    const changed = new XMLHttpRequest()
    const address = new URL('/own.txt', location.href)
    changed.open('GET', address)
    address.href = google
    await new Promise(resolve => {
      changed.onloadend = resolve
      changed.send()
    })
    answers.push(changed.status)
    navigator.sendBeacon(twice())
    new Image().src = twice()
    const image = document.createElement('img')
    image.setAttribute('src', twice())
    const script = document.createElement('script')
    script.src = twice()
    document.head.append(script)
    return answers
  })

const readOnce: Scenario = {
  title:
    'an address is read once, and what was read goes to the browser: an object that says another thing later reaches nothing [1, 2]',
  pages: { [`${HOST}/`]: hostPage(''), [`${HOST}/own.txt`]: 'own' },
  async run(visitor, world) {
    await visitor.visit(`${HOST}/`)
    await untilShown(visitor, 'banner')
    const answers = await changing(visitor)
    await sleep(300)
    expect(hrefs(world)).toEqual([])
    // The second and the third say Google's address the first time, and are answered as blocked.
    expect(answers).toEqual([200, 204, 204, 200, 200, 200])
    expect(world.asked.filter(address => address === `${HOST}/own.txt`).length).toBeGreaterThan(6)
  },
}

const witness: Scenario = {
  title:
    'an old yes that is put back into the jar after a later no grants nothing: the visitor is asked, and one yes will do [5, 20, 52]',
  pages: { [`${HOST}/`]: hostPage('') },
  async run(visitor, world) {
    await visitor.visit(`${HOST}/`)
    await visitor.click('accept-all')
    await until('the page view', () => world.events().includes('page_view'))
    const yes = await visitor.run(() => /spaceone_consent=([^;]+)/.exec(document.cookie)?.[1] ?? '')
    await visitor.run(() => window.spaceoneConsent.rejectAll())
    await sleep(SETTLED)
    const before = world.google.length
    const putBack = (value: string) =>
      visitor.run(value => {
        document.cookie = `spaceone_consent=${value}; path=/; max-age=3600; secure`
      }, value)
    await putBack(yes)
    await visitor.visit(`${HOST}/`)
    await untilShown(visitor, 'banner')
    expect(world.google.slice(before)).toEqual([])
    await visitor.click('accept-all')
    await until('a page view again', () => world.google.length > before)
    await visitor.visit(`${HOST}/`)
    await until('the SDK', () => visitor.run(() => !!window.spaceoneConsent?.decide))
    expect(await visitor.run(() => window.spaceoneConsent.$state.get().status)).toBe('decided')
  },
}

const destroyed: Scenario = {
  title:
    'destroy() gives every built-in back as soon as it returns, also while Google is granted and after a withdrawal [23]',
  pages: {
    [`${HOST}/`]: hostPage(`<script>
      const builtIns = () => [fetch, navigator.sendBeacon, Element.prototype.setAttribute,
        Node.prototype.appendChild, XMLHttpRequest.prototype.open,
        Object.getOwnPropertyDescriptor(Document.prototype, 'cookie').set,
        Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src').set]
      const originals = builtIns()
      window.patched = () => builtIns().filter((method, at) => method !== originals[at]).length
    </script>`),
  },
  async run(visitor, world) {
    const patched = () => visitor.run(() => (window as unknown as { patched(): number }).patched())
    for (const isWithdrawn of [false, true]) {
      await visitor.visit(`${HOST}/`)
      await visitor.run(() => window.spaceoneConsent.acceptAll())
      await until('the cookie', async () => (await visitor.cookieNames()).includes('_ga'))
      expect(await patched()).toBe(7)
      expect(
        await visitor.run(isWithdrawn => {
          if (isWithdrawn) window.spaceoneConsent.rejectAll()
          window.spaceoneConsent.destroy()
          return (window as unknown as { patched(): number }).patched()
        }, isWithdrawn),
      ).toBe(0)
      await sleep(300)
      expect(await patched()).toBe(0)
    }
    expect(world.outside).toEqual([])
  },
}

/**
 * Adds what Prototype.js 1.6 adds: lists become texts in JSON.
 *
 * @see https://github.com/prototypejs/prototype/blob/1.6.1/src/lang/array.js
 */
const TO_JSON = `<script>
  Array.prototype.toJSON = function () {
    return '[' + this.map(value => JSON.stringify(value)).join(', ') + ']'
  }
</script>`

const toJson: Scenario = {
  title:
    'where Prototype.js 1.6 has put a toJSON on arrays a record with a left-out service is read back, and the history is kept [17, 20]',
  pages: { [`${HOST}/`]: hostPage(TO_JSON) },
  async run(visitor, world) {
    await visitor.visit(`${HOST}/`)
    await untilShown(visitor, 'banner')
    await visitor.run(() =>
      window.spaceoneConsent.decide(
        { analytics: true },
        { without: ['analytics/Google Analytics'] },
      ),
    )
    await visitor.visit(`${HOST}/`)
    await until('the SDK', () => visitor.run(() => !!window.spaceoneConsent?.decide))
    const state = await visitor.run(() => {
      const { $state, history } = window.spaceoneConsent
      const { status, without } = $state.get()
      return { status, without: without.join(), kept: history().length }
    })
    expect(hrefs(world)).toEqual([])
    expect(state).toEqual({ status: 'decided', without: 'analytics/Google Analytics', kept: 1 })
  },
}

/** Counts what goes to the jar, past whatever the SDK puts in its place. */
const COUNT = `<script>
  window.counts = { reads: 0, writes: 0 }
  const { get, set } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
  Object.defineProperty(Document.prototype, 'cookie', {
    configurable: true,
    enumerable: true,
    get() { counts.reads += 1; return get.call(this) },
    set(value) { counts.writes += 1; set.call(this, value) },
  })
</script>`

const sweep: Scenario = {
  title:
    'a withdrawal with four of Google’s cookies asks the jar some sixty times, not three hundred, and they are gone [23, 54]',
  pages: { [`${HOST}/`]: hostPage(COUNT) },
  async run(visitor, world) {
    await visitor.visit(`${HOST}/`)
    await visitor.click('accept-all')
    await until('the tag’s cookies', async () => (await visitor.cookieNames()).includes('_ga'))
    const { reads, writes } = await visitor.run(() => {
      for (const name of ['_gid', '_gali', 'FPLC']) document.cookie = `${name}=1; path=/`
      document.cookie = 'session=1; path=/'
      const { counts } = window as unknown as { counts: Record<'reads' | 'writes', number> }
      counts.reads = counts.writes = 0
      window.spaceoneConsent.rejectAll()
      return { ...counts }
    })
    expect(await visitor.cookieNames()).toEqual(['session', 'spaceone_consent'])
    // Twelve scopes for each of five names, and the record.
    expect(writes).toBeLessThanOrEqual(70)
    expect(reads).toBeLessThanOrEqual(60)
    expect(await visitor.run(() => window.seen)).toMatchObject(QUIET)
    expect(world.outside).toEqual([])
  },
}

/** What got past the gate once, and where the SDK went on working when it should not. */
export const holes: readonly Scenario[] = [
  bareHosts,
  inherited,
  invalidAttributes,
  invalidLooks,
  adsense,
  readOnce,
  witness,
  destroyed,
  toJson,
  sweep,
]
