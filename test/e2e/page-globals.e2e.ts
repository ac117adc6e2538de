import { readFile } from 'node:fs/promises'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { inFrames } from '../everywhere/frames.ts'
import { HOST, TAG } from '../everywhere/host-page.ts'
import { enterWorld } from '../everywhere/playwright-visitor.ts'
import { createWorld } from '../everywhere/world.ts'

/** Properties of `window` that a page cannot replace, or without which the test itself fails. */
const FIXED = ['window', 'document', 'location', 'top', 'self', 'parent', 'frames', 'undefined']

/** The values that replace a built-in, as the source of a property descriptor. */
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

/** The largest number of iframes that the test opens at the same time. */
const AT_ONCE = 40

/**
 * Returns the names of `window`'s properties that occur in the source of consent.js or are in
 * `WITHOUT`, except those in `FIXED`.
 */
const globalNames = async (page: Page): Promise<string[]> => {
  const source = await readFile('packages/consent/dist/script/consent.js', 'utf8')
  const words = new Set([...WITHOUT, ...(source.match(/[A-Za-z]\w+/g) ?? [])])
  const names = await page.evaluate(() => Object.getOwnPropertyNames(window))
  return names.filter(name => words.has(name) && !FIXED.includes(name)).sort()
}

/** Returns a script that tries to request addresses of Google in six ways. */
const reach = (id: string) => `<script>{
  const at = way => 'https://www.google-analytics.com/g/collect?v=2&en=' + way + '&case=${encodeURIComponent(id)}'
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

const pageOf = (id: string, head: string) =>
  `<!doctype html><html lang="en"><head><title>Host</title>${head}</head><body><h1>Host</h1>${reach(id)}</body></html>`

/**
 * Opens the page at `/`, which can open the others in frames unless `pages` replaces it. `reached`
 * returns the ids of the pages that have sent a request to Google.
 */
const enter = async (
  { context, page }: { context: BrowserContext; page: Page },
  pages: readonly (readonly [path: string, html: string])[],
) => {
  const served = pages.map(([path, html]) => [HOST + path, html] as const)
  const world = createWorld({ ...inFrames(HOST, {}), ...Object.fromEntries(served) })
  await enterWorld(context, world)
  await page.goto(`${HOST}/`)
  const reached = () => [...new Set(world.google.map(({ url }) => url.searchParams.get('case')))]
  return { world, reached }
}

interface Case {
  readonly path: string
  /** What the page has broken, in words. */
  readonly id: string
  readonly html: string
  /** Whether the test waits for the banner of the page. */
  readonly isAsked: boolean
}

/** Opens pages in frames. Returns the ids of pages that need a banner and have none. */
const withoutBanner = async (page: Page, cases: readonly Case[]): Promise<string[]> => {
  const silent: string[] = []
  for (let at = 0; at < cases.length; at += AT_ONCE) {
    const some = cases.slice(at, at + AT_ONCE)
    const missing = await page.evaluate(async some => {
      const frames = await Promise.all(some.map(({ path }) => window.framed.add(path)))
      const left = () =>
        some.filter(
          ({ isAsked }, at) =>
            isAsked && !window.framed.part(frames[at]?.contentWindow as Window, 'banner'),
        )
      await window.framed.until(() => !left()[0], 20_000)
      const ids = left().map(({ id }) => id)
      for (const frame of frames) frame.remove()
      return ids
    }, some)
    silent.push(...missing)
  }
  return silent
}

for (const when of ['before', 'after'])
  test(`where any built-in is a global of the page's own ${when} consent.js, nothing reaches Google before a grant [2, 5]`, {
    tag: '@firefox',
  }, async ({ context, page }) => {
    const names = await globalNames(page)
    expect(names.length).toBeGreaterThan(40)
    const cases = names.flatMap((name, at) =>
      Object.keys(BROKEN).map((how, of): Case => {
        const id = `${name} is ${how}`
        const broken = breaking(name, how)
        return {
          path: `/${at}-${of}`,
          id,
          html: pageOf(id, when === 'before' ? broken + TAG : TAG + broken),
          isAsked: how === 'a text' && WITHOUT.includes(name),
        }
      }),
    )
    cases.push({ path: '/open', id: 'open', html: pageOf('open', ''), isAsked: false })
    const pages = cases.map(({ path, html }) => [path, html] as const)
    const { reached } = await enter({ context, page }, pages)
    const silent = await withoutBanner(page, cases)
    // The last page has no SDK: its request proves that the test notices requests.
    expect(reached()).toEqual(['open'])
    expect(silent).toEqual([])
  })

/** The objects of the language whose methods a page may break. */
const LANGUAGE = {
  Object,
  'Array.prototype': Array.prototype,
  'Function.prototype': Function.prototype,
  'Map.prototype': Map.prototype,
  'Object.prototype': Object.prototype,
  'Promise.prototype': Promise.prototype,
  'RegExp.prototype': RegExp.prototype,
  'Set.prototype': Set.prototype,
  'String.prototype': String.prototype,
  'WeakMap.prototype': WeakMap.prototype,
}

test('where any method of the language throws, Google is blocked, or Google Analytics is switched off at the least [2, 5]', {
  tag: '@firefox',
}, async ({ context, page }) => {
  const source = await readFile('packages/consent/dist/script/consent.js', 'utf8')
  const words = new Set(source.match(/[A-Za-z]\w+/g))
  const methods = Object.entries(LANGUAGE).flatMap(([name, object]) =>
    Object.getOwnPropertyNames(object)
      .filter(method => words.has(method) && method !== 'constructor')
      .map(method => `${name}.${method}`),
  )
  expect(methods.length).toBeGreaterThan(40)
  const pages = methods.map((method, at): [string, string] => [
    `/${at}`,
    pageOf(
      method,
      `<script>${method} = function () { throw new TypeError('broken') }</script>${TAG}
      <script>document.title = '' + window._gaUserPrefs.ioo()</script>`,
    ),
  ])
  const { reached } = await enter({ context, page }, pages)
  const titles = await page.evaluate(
    paths =>
      Promise.all(paths.map(async path => (await window.framed.add(path)).contentDocument?.title)),
    pages.map(([path]) => path),
  )
  const on = methods.filter((_, at) => titles[at] !== 'true')
  expect(on.filter(method => reached().includes(method))).toEqual([])
})

test("where URL is a global of the page's own, relative addresses count as the page means them, and a grant loads the tag [1, 2]", {
  tag: '@firefox',
}, async ({ context, page }) => {
  const head = `<base href="https://www.google-analytics.com/">${breaking('URL', 'a text')}`
  const html = pageOf('relative', head + TAG.replace('/consent', `${HOST}/consent`))
  const { world } = await enter({ context, page }, [['/', html]])
  await page.evaluate(async () => {
    new Image().src = 'collect?en=image'
    await fetch('/g/collect?en=fetch')
  })
  expect(world.google).toEqual([])
  await page.getByRole('button', { name: 'Accept' }).click()
  await expect.poll(() => world.scripts()).toHaveLength(1)
})
