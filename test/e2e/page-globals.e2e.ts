import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { expect, type Page } from '@playwright/test'
import { listen } from '../../scripts/lib/listen.mjs'
import { inFrames } from '../everywhere/frames.ts'
import { TAG } from '../everywhere/host-page.ts'
import { loopbackTest } from '../support/back-button.ts'
import { readOwn } from '../support/read-own.ts'

/** Properties of `window` that a page cannot replace, or without which the test itself fails. */
const FIXED = ['window', 'document', 'location', 'top', 'self', 'parent', 'frames', 'undefined']

const BROKEN: Readonly<Record<string, string>> = {
  'a text': "{ value: 'https://shop.example/', writable: true }",
  undefined: '{ value: undefined, writable: true }',
  'a function that throws': '{ value: function () { fail() }, writable: true }',
  'a getter that throws': '{ get: fail, set() {} }',
}

/** Built-ins that the SDK does without, or reaches in another way. */
const WITHOUT = [
  ...['Element', 'Event', 'History', 'HTMLImageElement', 'HTMLScriptElement', 'Navigator', 'Node'],
  ...['Option', 'Range', 'Request', 'Storage', 'Text', 'URL'],
]

const AT_ONCE = 40

/** The properties of `window` in the source of consent.js or in `WITHOUT`, but not in `FIXED`. */
const globalNames = async (page: Page): Promise<string[]> => {
  const source = await readFile('packages/consent/dist/script/consent.js', 'utf8')
  const words = new Set([...WITHOUT, ...(source.match(/[A-Za-z]\w+/g) ?? [])])
  const names = await page.evaluate(() => Object.getOwnPropertyNames(window))
  return names.filter(name => words.has(name) && !FIXED.includes(name)).sort()
}

/** Tries six ways to reach Google, on a host named like the page: the proxy learns only hosts. */
const reach = (page: string) => `<script>{
  const at = way => 'https://${page}.google-analytics.com/g/collect?v=2&en=' + way
  const insert = way => {
    const script = document.createElement('script')
    way === 'src' ? (script.src = at(way)) : script.setAttribute('src', at(way))
    document.head.insertBefore(script, document.head.firstChild)
  }
  const attempt = run => { try { run() } catch {} }
  attempt(() => insert('src'))
  attempt(() => insert('attribute'))
  attempt(() => { fetch(at('fetch'), { mode: 'no-cors' }).catch(() => {}) })
  attempt(() => { document.createElement('img').src = at('image') })
  attempt(() => navigator.sendBeacon(at('beacon')))
  attempt(() => { const request = new XMLHttpRequest(); request.open('GET', at('request')); request.send() })
}</script>`

const breaking = (name: string, how: string) => `<script>{
  const fail = () => { throw new TypeError('broken') }
  Object.defineProperty(window, '${name}', { configurable: true, ...${BROKEN[how]} })
}</script>`

const pageOf = (page: string, head: string) =>
  `<!doctype html><html lang="en"><head><title>Host</title>${head}</head><body><h1>Host</h1>${reach(page)}</body></html>`

/** `test` with a site on a server, since the browser then caches consent.js for all pages. */
const test = loopbackTest.extend<{
  readonly site: {
    readonly address: string
    /** The pages by path. The page at `/` can open the others in frames. */
    readonly pages: Map<string, string>
    /** Returns the requests to other hosts since the last call. */
    readonly reached: () => readonly string[]
  }
}>({
  site: async ({ outside }, use) => {
    const pages = new Map(Object.entries(inFrames('', {})))
    const server = createServer(async ({ url = '' }, response) => {
      const isFile = url.startsWith('/consent/')
      response.setHeader('Content-Type', isFile ? 'text/javascript' : 'text/html; charset=utf-8')
      if (isFile) response.setHeader('Cache-Control', 'max-age=600')
      const path = url.replace('/consent/', 'packages/consent/dist/script/')
      response.end(isFile ? await readOwn(path) : pages.get(url))
    })
    const address = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}`
    await use({ address, pages, reached: () => outside.asked.splice(0) })
    server.close().closeAllConnections()
  },
})

const pagesIn = (requests: readonly string[]) => [
  ...new Set(requests.map(host => host.replace('.google-analytics.com:443', ''))),
]

interface Case {
  readonly page: string
  readonly id: string
  readonly html: string
  readonly isAsked: boolean
}

/** Opens pages in frames. Returns the ids of pages that need a banner and have none. */
const withoutBanner = async (page: Page, cases: readonly Case[]): Promise<string[]> => {
  const silent: string[] = []
  for (let at = 0; at < cases.length; at += AT_ONCE) {
    const some = cases.slice(at, at + AT_ONCE)
    const missing = await page.evaluate(async some => {
      const frames = await Promise.all(some.map(({ page }) => window.framed.add(`/${page}`)))
      const left = () =>
        some.filter(
          ({ isAsked }, at) =>
            isAsked && !window.framed.part(frames[at]?.contentWindow as Window, 'banner'),
        )
      await window.framed.until(() => !left()[0], 20_000)
      const ids = left().map(({ id }) => id)
      // A request that `load` does not wait for may reach the proxy a moment later.
      await new Promise(resolve => setTimeout(resolve, 300))
      for (const frame of frames) frame.remove()
      return ids
    }, some)
    silent.push(...missing)
  }
  return silent
}

for (const when of ['before', 'after'])
  test(`where any built-in is a global of the page's own ${when} consent.js, nothing reaches Google before a grant [2, 5]`, {
    tag: when === 'after' ? '@full' : [],
  }, async ({ page, site }) => {
    const names = await globalNames(page)
    expect(names.length).toBeGreaterThan(40)
    const cases = names.flatMap((name, at) =>
      Object.keys(BROKEN).map((how, of): Case => {
        const [page, broken] = [`page-${at}-${of}`, breaking(name, how)]
        return {
          page,
          id: `${name} is ${how}`,
          html: pageOf(page, when === 'before' ? broken + TAG : TAG + broken),
          isAsked: how === 'a text' && WITHOUT.includes(name),
        }
      }),
    )
    cases.push({ page: 'open', id: 'open', html: pageOf('open', ''), isAsked: false })
    for (const { page, html } of cases) site.pages.set(`/${page}`, html)
    await page.goto(site.address)
    const silent = await withoutBanner(page, cases)
    // The last page has no SDK: its request proves that the test notices requests.
    const reached = pagesIn(site.reached())
    expect(cases.filter(({ page }) => reached.includes(page)).map(({ id }) => id)).toEqual(['open'])
    expect(reached).toHaveLength(1)
    expect(silent).toEqual([])
  })

const LANGUAGE = { Object, Array, Function, Map, Promise, RegExp, Set, String, WeakMap }

test('where any method of the language throws, Google is blocked, or Google Analytics is switched off at the least [2, 5]', async ({
  page,
  site,
}) => {
  const source = await readFile('packages/consent/dist/script/consent.js', 'utf8')
  const words = new Set(source.match(/[A-Za-z]\w+/g))
  const namesOf = (path: string, holder: object) =>
    Object.getOwnPropertyNames(holder)
      .filter(name => words.has(name) && !/^(constructor|prototype|length|name)$/.test(name))
      .map(name => `${path}.${name}`)
  const methods = [
    ...namesOf('Object', Object),
    ...Object.entries(LANGUAGE).flatMap(([name, { prototype }]) =>
      namesOf(`${name}.prototype`, prototype),
    ),
  ]
  expect(methods.length).toBeGreaterThan(40)
  for (const [at, method] of methods.entries())
    site.pages.set(
      `/page-${at}`,
      pageOf(
        `page-${at}`,
        `<script>${method} = function () { throw new TypeError('broken') }</script>${TAG}
        <script>document.title = '' + window._gaUserPrefs.ioo()</script>`,
      ),
    )
  await page.goto(site.address)
  const titles = await page.evaluate(
    paths =>
      Promise.all(paths.map(async path => (await window.framed.add(path)).contentDocument?.title)),
    methods.map((_, at) => `/page-${at}`),
  )
  await page.waitForTimeout(300)
  const reached = pagesIn(site.reached())
  const on = methods.filter((_, at) => titles[at] !== 'true' && reached.includes(`page-${at}`))
  expect(on).toEqual([])
})

test("where URL is a global of the page's own, relative addresses count as the page means them, and a grant loads the tag [1, 2]", async ({
  page,
  site,
}) => {
  const head = `<base href="https://www.google-analytics.com/">${breaking('URL', 'a text')}`
  site.pages.set('/', pageOf('relative', head + TAG.replace('/consent', `${site.address}/consent`)))
  await page.goto(site.address)
  await page.evaluate(async () => {
    new Image().src = 'collect?en=image'
    await fetch('/g/collect?en=fetch')
  })
  expect(site.reached()).toEqual([])
  await page.getByRole('button', { name: 'Accept' }).click()
  await expect.poll(site.reached).toContain('www.googletagmanager.com:443')
  await page.close()
  // After the grant the page's own scripts are requested, too.
  site.reached()
})
