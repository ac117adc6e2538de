import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { BROWSERS } from '../../scripts/lib/browsers.mjs'
import { HOST, TAG } from '../everywhere/host-page.ts'
import { enterWorld, playwrightVisitor } from '../everywhere/playwright-visitor.ts'
import { until, untilGone, untilShown } from '../everywhere/visitor.ts'
import { createWorld, SETTLED } from '../everywhere/world.ts'

/** What a library's file in `test/real-pages/libraries` gives to its page. */
interface Library {
  /** Does what pages use the library for, and returns what came of it. */
  use(root: Element): Promise<unknown>
  /** Tries to send an event of that name to Google in the library's own way. */
  reach(name: string): void
}

declare global {
  interface Window {
    readonly library: Library
  }
}

interface LibraryPage {
  /** The script of Debian's that the library's file is loaded after. */
  readonly debian?: string
  /** Google's tag is never run: the file itself is the answer to a request for it. */
  readonly answersTag?: true
}

/** The libraries, by the names of their files. */
const LIBRARIES: Record<string, LibraryPage> = {
  'ad-blocker': { answersTag: true },
  alpine: {},
  'core-js': {},
  datadog: {},
  dompurify: {},
  frozen: {},
  htmx: {},
  jquery: {},
  lit: {},
  mootools: { debian: BROWSERS.mooTools.path },
  prototype: { debian: BROWSERS.prototypeJs.path },
  react: {},
  sentry: {},
  ses: {},
  turbo: {},
  video: {},
  'vue-2': {},
  'vue-3': {},
  zone: {},
}

/** Where Google's tag is loaded from. */
const GOOGLES_TAG = 'https://www.googletagmanager.com/gtag/js'

const read = (file: URL | string) => readFileSync(file, 'utf8')

const SCRIPT = '<script src="/library.js"></script>'

const USE = `<script>
  document.cookie = 'session=1; path=/'
  Promise.resolve(library.use(document.querySelector('#app'))).then(
    result => seen.notes.push(result),
    error => seen.notes.push('failed: ' + error),
  )
</script>`

const pageOf = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>Site</title><link rel="icon" href="data:,">${head}</head>
  <body><h1>Site</h1><a href="/cookies" data-consent-open>Cookies</a><div id="app"></div>${body}</body></html>`

/** Returns the pages of a library: with the SDK in either order, and without it. */
const pagesOf = (name: string, { debian, answersTag }: LibraryPage) => {
  const library = read(new URL(`../real-pages/dist/${name}.js`, import.meta.url))
  return {
    [`${HOST}/without`]: pageOf(SCRIPT, USE),
    [`${HOST}/before`]: pageOf(SCRIPT + TAG, USE),
    [`${HOST}/after`]: pageOf(TAG, SCRIPT + USE),
    [`${HOST}/next`]: pageOf('', ''),
    [`${HOST}/cookies`]: pageOf('', ''),
    [`${HOST}/part`]: '<p>a part</p><turbo-frame id="part">in a frame</turbo-frame>',
    [`${HOST}/report`]: 'ok',
    [`${HOST}/library.js`]: debian ? `${read(debian)}\n${library}` : library,
    ...(answersTag && { [GOOGLES_TAG]: library }),
  }
}

/** Collects every error of the page: its exceptions, those in its console, and what the SDK warns of. */
const errorsOf = (page: Page) => {
  const errors: string[] = []
  page.on('pageerror', ({ message, stack }) => {
    // What the tag itself throws is none of the SDK's: where prototypes are frozen it cannot replace
    // the `push` of the data layer.
    const [thrower = ''] = /https:[^\s)]+/.exec(stack ?? '') ?? []
    if (!thrower.startsWith(GOOGLES_TAG)) errors.push(message)
  })
  page.on('console', message => {
    if (message.type() === 'error' || message.text().includes('[SpaceONE Consent]'))
      errors.push(message.text())
  })
  return errors
}

/** Returns an error without the name of the event that was on its way. */
const anonymous = (error: string) => error.replace(/\ben=\w+/g, 'en=')

const reach = (page: Page, name: string) => page.evaluate(name => window.library.reach(name), name)

/** Waits for what has come of the library's work. */
const resultOf = async (page: Page) => {
  await page.waitForFunction(() => window.seen.notes.length > 0)
  return page.evaluate(() => window.seen.notes)
}

const ofGoogle = (names: readonly string[]) => names.filter(name => name.startsWith('_ga'))

/** Says whether a cookie is Google's or the record. */
const isOurs = (name: string) => name === 'spaceone_consent' || name.startsWith('_ga')

for (const [name, library] of Object.entries(LIBRARIES))
  for (const order of ['before', 'after'] as const)
    test(`${name} ${order} consent.js works as without the SDK, and reaches Google only while analytics is granted [1, 2, 5, 22, 23, 27]`, {
      tag: '@firefox',
    }, async ({ context, page, browserName }) => {
      const world = createWorld(pagesOf(name, library))
      await enterWorld(context, world)
      const visitor = playwrightVisitor(page, browserName === 'firefox' ? 'firefox' : 'chromium')
      const errors = errorsOf(page)

      /** Returns the requests to Google so far. */
      const sent = () => [
        ...world.google.map(({ url }) => url.href),
        ...world.asked.filter(address => address.startsWith(GOOGLES_TAG)),
      ]
      const open = async (path: string) => {
        await visitor.visit(HOST + path)
        return resultOf(page)
      }

      const without =
        await test.step('without the SDK the library works, and reaches Google', async () => {
          const result = await open('/without')
          expect(result, 'what came of it, or why it failed').toEqual([expect.any(Array)])
          await reach(page, 'without')
          await until('the event', () => world.events().includes('without'))
          await visitor.visit('about:blank')
          await context.clearCookies()
          return { result, sent: sent(), errors: errors.splice(0) }
        })

      await test.step('before the choice nothing leaves', async () => {
        const result = await open(`/${order}`)
        await reach(page, 'early')
        await untilShown(visitor, 'banner')
        expect(sent()).toEqual(without.sent)
        expect((await visitor.cookieNames()).filter(isOurs)).toEqual([])
        expect(result).toEqual(without.result)
      })

      await test.step('after a refusal nothing leaves, on this page and on the next', async () => {
        await visitor.click('reject-all')
        await untilGone(visitor, 'banner')
        await reach(page, 'refused')
        await open(`/${order}`)
        await reach(page, 'refused')
        await page.waitForTimeout(SETTLED)
        expect(sent()).toEqual(without.sent)
        expect((await visitor.cookieNames()).filter(isOurs)).toEqual(['spaceone_consent'])
        expect(await visitor.isShown('banner')).toBe(false)
      })

      await test.step('after the grant the tag is loaded, and what the library sends arrives', async () => {
        await page.getByText('Cookies', { exact: true }).click()
        await visitor.click('accept-all')
        await until('the tag', () => sent().some(address => address.startsWith(GOOGLES_TAG)))
        await reach(page, 'granted')
        await until('the event', () => world.events().includes('granted'))
        if (library.answersTag) return
        await until('the page view', () => world.events().includes('page_view'))
        expect(ofGoogle(await visitor.cookieNames())).toEqual(['_ga', '_ga_TEST123'])
      })

      await test.step('after the withdrawal nothing leaves, and the cookies of Google are deleted', async () => {
        await visitor.run(() => {
          window.gtag('event', 'queued')
          window.spaceoneConsent.withdraw('analytics')
        })
        const before = sent()
        await reach(page, 'late')
        await page.waitForTimeout(SETTLED)
        expect(sent()).toEqual(before)
        const names = await visitor.cookieNames()
        expect(ofGoogle(names)).toEqual([])
        expect(names).toContain('session')
        expect(await resultOf(page)).toEqual(without.result)
      })

      const known = new Set(without.errors.map(anonymous))
      expect(errors.map(anonymous).filter(error => !known.has(error))).toEqual([])
      expect(world.outside).toEqual([])
    })
