import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { HOST, hostPage } from '../host-page.ts'
import { QUIET } from '../prelude.ts'
import type { Scenario } from '../scenario.ts'
import { until, untilShown, type Visitor } from '../visitor.ts'
import { hrefs, reach } from './reach.ts'

/** The addresses of Google tags that a script of the page inserts. */
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

const bareHosts: Scenario = {
  title:
    "Google's hosts are blocked with and without www, before a decision and after a refusal, and an unconfigured tag loads after a grant [1, 2, 23]",
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
    "AdSense's own files are loaded where only Analytics is configured, and Google Analytics' requests to AdSense's host are blocked until the grant [1, 2]",
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
    // All requests to Google stay blocked until the SDK has started Google's tag.
    await until('the page view', () => world.events().includes('page_view'))
    await reach(visitor, [], MEASUREMENTS)
    await until('a measurement', () => hrefs(world).includes(MEASUREMENTS[0] as string))
  },
}

/** Passes objects to built-ins. The address of such an object changes at each reading. */
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
    'an address is read once, and the browser gets the address that was read, so an object that returns another address later reaches nothing [1, 2]',
  pages: { [`${HOST}/`]: hostPage(''), [`${HOST}/own.txt`]: 'own' },
  async run(visitor, world) {
    await visitor.visit(`${HOST}/`)
    await untilShown(visitor, 'banner')
    const answers = await changing(visitor)
    await sleep(300)
    expect(hrefs(world)).toEqual([])
    // The second and the third object return Google's address at the first reading, so the SDK
    // answers as to a blocked request.
    expect(answers).toEqual([200, 204, 204, 200, 200, 200])
    expect(world.asked.filter(address => address === `${HOST}/own.txt`).length).toBeGreaterThan(6)
  },
}

const destroyed: Scenario = {
  title:
    'destroy() refuses everything and restores every built-in before it returns, and keeps what is stored, also while Google is granted and after a withdrawal [23]',
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
      const after = await visitor.run(isWithdrawn => {
        const { spaceoneConsent: consent, dataLayer } = window
        if (isWithdrawn) consent.rejectAll()
        consent.destroy()
        const signals = [...dataLayer].filter(entry => entry[0] === 'consent').pop()?.[2]
        return {
          patched: (window as unknown as { patched(): number }).patched(),
          granted: consent.$state.get().granted['analytics'],
          signals: (signals as { analytics_storage?: string }).analytics_storage,
        }
      }, isWithdrawn)
      expect(after).toEqual({ patched: 0, granted: false, signals: 'denied' })
      await sleep(300)
      expect(await patched()).toBe(0)
      const cookies = await visitor.cookieNames()
      expect([cookies.includes('_ga'), cookies.includes('spaceone_consent')]).toEqual([
        !isWithdrawn,
        true,
      ])
    }
    expect(world.outside).toEqual([])
  },
}

/** Counts the writes to `document.cookie` below the SDK's interceptors. */
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
    'a withdrawal with four Google cookies writes to document.cookie some sixty times, not three hundred, and the cookies are gone [23, 54]',
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
    // The limit: five names with twelve combinations of path and domain each, and the record.
    expect(writes).toBeLessThanOrEqual(70)
    expect(reads).toBeLessThanOrEqual(60)
    expect(await visitor.run(() => window.seen)).toMatchObject(QUIET)
    expect(world.outside).toEqual([])
  },
}

/**
 * Scenarios for faults of the gate in earlier versions: some requests were not blocked, and some
 * interceptors were not removed.
 */
export const gate: readonly Scenario[] = [bareHosts, adsense, readOnce, destroyed, sweep]
