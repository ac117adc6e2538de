import { expect, test } from 'vitest'
import { judge } from '../src/judge/judge.ts'
import { ownBanner, page, siteOf as pagesOf, script } from './support/pages.ts'
import { failuresOf, playIn, verdictOn } from './support/play.ts'
import { type Site, serveWorld } from './support/serve-world.ts'

const PIXEL = 'http://connect.facebook.net/en_US/fbevents.js'
const GTM = 'http://www.googletagmanager.com/gtm.js?id=GTM-ABC1234'

const tag = (src: string) => `<script src="${src}"></script>`
const insert = (src: string) =>
  `document.head.append(Object.assign(document.createElement('script'), { src: '${src}' }))`

/** A site with a banner that blocks nothing. */
const bare = (first: string, files: Site = {}): Site => ({
  ...pagesOf(page({ banner: '', settings: '', body: ownBanner(), first })),
  ...files,
})

/** Serves scripts of Facebook. */
const facebook = (code: string) => ({ 'connect.facebook.net': { '/en_US/fbevents.js': code } })

const NO_CHOICE = { phases: ['no-choice'] } as const

test('a tag gateway on the path of the site fails before a choice: the script, and each hit', async () => {
  const hits = ['ga/g/c?v=2&tid=G-ABC1234567', 'rul/1?gtm=45je5b1v9&gcd=13p3p3p2p5l1']
  const code = hits.map(hit => `fetch('/metrics/${hit}', { method: 'POST' })`).join('\n')
  const first = tag('/metrics/?id=G-ABC1234567')
  const site = bare(first, {
    '/metrics/': (_, response) => {
      response.setHeader('Content-Type', 'text/javascript')
      response.end(code)
    },
  })
  const verdict = await verdictOn(site, NO_CHOICE)
  expect(failuresOf(verdict)).toEqual([
    'no-contact-before-choice: Google Analytics',
    'no-contact-before-choice: Google Ads',
  ])
  const requests = verdict.seen.pages[0]?.phases[0]?.requests.filter(one => one.collector) ?? []
  expect(requests.slice(0, 3).map(one => [one.collector?.by, one.isHeld])).toEqual([
    ['shape', false],
    ['shape', true],
    ['shape', true],
  ])
})

test('addresses that only resemble a gateway, and a file of Matomo that sends nothing, are no breach', {
  tags: 'full',
}, async () => {
  const site = bare(
    `${tag('/api/?id=G-12')}${tag('/js/matomo.js')}${script("fetch('/api/?gtm=4&gcd=1&v=2&tid=T-1')")}`,
    { '/api/': '', '/js/matomo.js': "localStorage.setItem('mtm_consent', '1')" },
  )
  expect(failuresOf(await verdictOn(site, NO_CHOICE))).toEqual([])
})

test('the cookie _fbp that is left after a withdrawal fails without an inventory', async () => {
  const site = pagesOf(
    page({
      ...{ banner: '', body: ownBanner() },
      first: script(`setInterval(() => {
        if (/answer=1/.test(document.cookie)) document.cookie = '_fbp=fb.1.1.1; path=/'
      }, 50)`),
      settings:
        '<button onclick="own.hidden = false; document.cookie = `answer=0;path=/`">Cookie settings</button>',
    }),
  )
  expect(failuresOf(await verdictOn(site, { phases: ['withdraw'] }))).toEqual([
    'nothing-stored-after-withdrawal: _fbp',
  ])
})

test("what a collector's script writes before a choice fails, whatever its name: also in a frame of another site", {
  tags: 'full',
}, async () => {
  const code = `
    document.cookie = 'x1=1; path=/; max-age=60'
    document.cookie = 'gone=; path=/; max-age=0'
    cookieStore.set('x2', '1')
    localStorage.setItem('x3', '1')
    indexedDB.open('x4')
    caches.open('x5')`
  const own = "document.cookie = 'cart=1; path=/'; localStorage.setItem('theme', 'dark')"
  const world = await serveWorld(port => ({
    // Only a secure page has caches and a cookie store, and loopback is secure.
    // The SDK has put functions of its own before the browser's.
    'shop.localhost': pagesOf(
      page({
        body: `${tag(PIXEL)}${script(own)}<iframe src="http://widget.localhost:${port}"></iframe>`,
      }),
    ),
    'widget.localhost': { '/': tag('http://connect.facebook.net/sdk.js') },
    'connect.facebook.net': {
      '/en_US/fbevents.js': code,
      '/sdk.js': "localStorage.setItem('x6', '1')",
    },
  }))
  const url = `http://shop.localhost:${world.port}/`
  const seen = await playIn(world, { urls: [url], phases: ['no-choice'] })
  await world.close()
  const stored = failuresOf(judge(seen)).filter(one => /stored/.test(one))
  expect(stored.sort()).toEqual(
    ['x1', 'x2', 'x3', 'x4', 'x5', 'x6'].map(name => `nothing-stored-before-choice: ${name}`),
  )
  const [phase] = seen.pages[0]?.phases ?? []
  const scriptOf = (name: string) => phase?.cookies.find(one => one.name === name)?.script
  expect([scriptOf('x1'), scriptOf('cart')]).toEqual([PIXEL, url])
  expect(JSON.stringify(phase)).not.toContain('dark')
})

test("what the site writes through a collector's own setter is the site's", {
  tags: 'full',
}, async () => {
  const code = `
    const { setItem } = Storage.prototype
    Storage.prototype.setItem = function (...args) { return setItem.apply(this, args) }`
  const site = bare(`${tag(PIXEL)}${script("localStorage.setItem('cart', '1')")}`)
  const verdict = await verdictOn(site, NO_CHOICE, facebook(code))
  expect(failuresOf(verdict).filter(one => /stored/.test(one))).toEqual([])
})

test('a tag is shown with the tag manager that inserted it, and the page that inserted that', {
  tags: 'full',
}, async () => {
  const site = bare(script(insert(GTM)))
  const { seen } = await verdictOn(site, NO_CHOICE, {
    'www.googletagmanager.com': { '/gtm.js': `setTimeout(() => ${insert(PIXEL)})` },
    ...facebook("new Image().src = 'http://www.facebook.com/tr?id=1'"),
  })
  const hit = seen.pages[0]?.phases[0]?.requests.find(({ url }) => url.includes('/tr?'))
  expect(hit?.initiator.url).toBe(PIXEL)
  expect(hit?.chain?.map(({ url }) => url)).toEqual([GTM, 'http://shop.example/'])
})

test('the page sees the built-ins as the browser has them, and no trace of the audit', {
  tags: 'full',
}, async () => {
  const look = script(`{
    const setter = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie').set
    const all = [setter, Storage.prototype.setItem, IDBFactory.prototype.open, Function.prototype.toString]
    const looks = all.map(one => [one.name, one.length, '' + one].join())
    const added = Object.getOwnPropertyNames(window).filter(name => /^x[0-9a-f]{32}$|playwright/i.test(name))
    let fault
    try { Storage.prototype.setItem.call({}, 'a', 'b') } catch (error) { fault = error.name }
    Error.prepareStackTrace = () => { throw new Error('no') }
    Error.stackTraceLimit = 0
    localStorage.setItem('a', 'b')
    looks.push(added.join(), fault, localStorage.getItem('a'), Error.stackTraceLimit)
    fetch('/look?' + encodeURIComponent(looks.join(';')))
  }`)
  const { seen } = await verdictOn(bare(look), NO_CHOICE)
  const [phase] = seen.pages[0]?.phases ?? []
  const url = phase?.requests.find(one => one.url.includes('/look?'))?.url ?? ''
  expect(decodeURIComponent(new URL(url).search.slice(1)).split(';')).toEqual([
    'set cookie,1,function set cookie() { [native code] }',
    'setItem,2,function setItem() { [native code] }',
    'open,1,function open() { [native code] }',
    'toString,0,function toString() { [native code] }',
    ...['', 'TypeError', 'b', '0'],
  ])
  expect(phase?.storage[0]?.script).toBe('http://shop.example/')
})
