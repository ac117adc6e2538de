import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { expectAsked, expectSilence, notesOf } from './acts.ts'
import { HOST, hostPage, TAG_OF_TWO } from './host-page.ts'
import { QUIET } from './prelude.ts'
import type { Scenario } from './scenario.ts'
import { until, type Visitor } from './visitor.ts'
import type { ServedPages } from './world.ts'

const VIDEO = 'https://video.test'
const COLLECT = 'https://www.google-analytics.com/g/collect?v=2&en=own'

const page = (body: string) => hostPage('', body, TAG_OF_TWO)

const note = (name: string) => `seen.notes.push('${name}')`

const decide = (visitor: Visitor, analytics: boolean) =>
  visitor.run(answer => window.spaceoneConsent.decide({ analytics: answer }), analytics)

/** Inserts blocked scripts in each way. Each notes `name` and its place. */
const putIn = (visitor: Visitor, name: string) =>
  visitor.run(name => {
    const box = () => document.body.appendChild(document.createElement('div'))
    const blocked = (place: string) => {
      const script = document.createElement('script')
      script.type = 'text/plain'
      script.dataset['consent'] = 'analytics'
      script.dataset['mine'] = 'kept'
      script.text = `seen.notes.push('${name} ${place} ' + document.currentScript?.dataset.mine)`
      return script
    }
    const fragment = document.createDocumentFragment()
    fragment.append(blocked('fragment'))
    const template = document.createElement('template')
    template.content.append(blocked('template'))
    const parsed = document.createRange().createContextualFragment(blocked('parsed').outerHTML)
    box().append(blocked('element'))
    box().append(fragment)
    box().append(template.content.cloneNode(true))
    box().append(parsed)
    box().attachShadow({ mode: 'open' }).append(blocked('open root'))
    box().attachShadow({ mode: 'closed' }).append(blocked('closed root'))
  }, name)

const PLACES = ['element kept', 'fragment kept', 'template kept', 'parsed kept']
const ROOTS = ['open root undefined', 'closed root undefined']
/** The notes of `putIn`'s scripts. In shadow roots `document.currentScript` is null. */
const inPlaces = (name: string, between: readonly string[] = []) => [
  ...PLACES.map(place => `${name} ${place}`),
  ...between,
  ...ROOTS.map(place => `${name} ${place}`),
]

const BLOCKED = `
  <script type="text/plain" data-consent="analytics" data-src="/slow.js" data-mine="kept"></script>
  <script type="text/plain" data-consent="analytics">${note('text')}</script>
  <script type="text/plain" data-consent="analytics" src="/src.js"></script>
  <script type="text/plain" data-consent="analytics" data-src="/fails.js"></script>
  <script type="text/plain" data-consent="analytics" data-type="module" src="/module.js"></script>
  <template data-consent="analytics"><p id="inside">Inside</p>
    <script>${note('template')}</script></template>
  <iframe data-consent="analytics" data-src="${VIDEO}/film" title="Film" data-mine="kept"></iframe>
  <img data-consent="analytics" data-src="${VIDEO}/one.svg" alt="">
  <div><template shadowrootmode="open"><script type="text/plain" data-consent="analytics">${note('declared root')}</script></template></div>
  <script type="text/plain" data-consent="marketing">${note('another purpose')}</script>`

const FILES: ServedPages = {
  // The first script arrives later than the next scripts.
  [`${HOST}/slow.js`]: { delay: 400, body: note('slow') },
  [`${HOST}/src.js`]: note('src'),
  [`${HOST}/module.js`]: `import.meta; ${note('module')}`,
  [`${VIDEO}/film`]: '<!doctype html><title>Film</title>',
}

const reach = (visitor: Visitor) =>
  visitor.run(async url => {
    const sent = new Promise<number>(resolve => {
      const request = new XMLHttpRequest()
      request.open('POST', url)
      request.onload = () => resolve(request.status)
      request.onerror = () => resolve(-1)
      request.send('x')
    })
    const image = new Promise<string>(resolve => {
      const pixel = new Image()
      pixel.onload = () => resolve('load')
      pixel.onerror = () => resolve('error')
      pixel.src = url
    })
    return {
      fetch: (await fetch(url, { mode: 'no-cors', method: 'POST', keepalive: true })).status,
      request: (await fetch(new Request(url, { mode: 'no-cors' }))).status,
      beacon: navigator.sendBeacon(url, 'x'),
      xhr: await sent,
      image: await image,
    }
  }, COLLECT)

/** The answers to blocked requests. With them no library logs an error or tries again. */
const QUIETLY = { fetch: 204, request: 204, beacon: true, xhr: 204, image: 'load' }

/** Inserts Google's tag as a page does. Stores the element in `window.mine`. */
const bringInTag = () => {
  const script = document.createElement('script')
  script.onload = () => window.seen.notes.push('load')
  script.src = 'https://www.googletagmanager.com/gtag/js?id=G-OTHER'
  document.head.append(script)
  Object.assign(window, { mine: script })
}

const whereIsTag = () => {
  const { mine } = window as never as { mine: HTMLScriptElement }
  const hasRun = 'G-OTHER' in (window.google_tag_manager ?? {})
  // Wrappers of the tag look for its address before they insert it, so as not to insert it twice.
  const isListed = [...document.scripts].some(({ src }) => src === mine.src)
  return { isThere: mine.isConnected && isListed, type: mine.type, hasRun }
}

export const gate: readonly Scenario[] = [
  {
    title:
      'blocked markup of every kind is unblocked once, in order and unchanged, and a script that fails delays no other [1, 62]',
    pages: {
      ...FILES,
      [`${HOST}/`]: page(BLOCKED),
      [`${HOST}/next`]: page(BLOCKED),
    },
    isMainJob: true,
    async run(visitor, world) {
      await expectAsked(visitor, world)
      await visitor.run(() => {
        const blocked = document.querySelector('script[data-mine]')
        blocked?.addEventListener('load', () => window.seen.notes.push('load'))
        Object.assign(window, { blocked })
      })
      await putIn(visitor, 'before')
      await sleep(300)
      expect(await notesOf(visitor)).toEqual([])
      const ofHeld = () =>
        world.asked.filter(asked => /(slow|src|fails|module)\.js|video/.test(asked))
      expect(ofHeld()).toEqual([])

      await decide(visitor, true)
      const ofPage = ['slow', 'load', 'text', 'src', 'module', 'template']
      const inOrder = [...ofPage, ...inPlaces('before', ['declared root'])]
      await until('the last of them', async () => (await notesOf(visitor)).length >= inOrder.length)
      expect(await notesOf(visitor)).toEqual(inOrder)
      expect(
        await visitor.run(() => {
          const { blocked } = window as never as { blocked: HTMLScriptElement }
          const film = document.querySelector('iframe')
          return {
            script: [blocked.isConnected, blocked.dataset['mine'], blocked.src, blocked.type],
            film: [film?.getAttribute('src'), film?.title, film?.dataset['mine']],
            picture: document.querySelector('img')?.getAttribute('src'),
          }
        }),
      ).toEqual({
        script: [true, 'kept', `${HOST}/slow.js`, ''],
        film: [`${VIDEO}/film`, 'Film', 'kept'],
        picture: `${VIDEO}/one.svg`,
      })

      // Blocked markup that the page adds after the grant runs too, and no script runs twice.
      await putIn(visitor, 'after')
      const all = [...inOrder, ...inPlaces('after')]
      await until('what came later', async () => (await notesOf(visitor)).length >= all.length)
      await decide(visitor, false)
      await until('the end of the frame', () =>
        visitor.run(() => !document.querySelector('iframe')?.hasAttribute('src')),
      )
      await decide(visitor, true)
      await until('the frame again', () =>
        visitor.run(() => document.querySelector('iframe')?.hasAttribute('src') === true),
      )
      await sleep(300)
      expect(await notesOf(visitor)).toEqual(all)
      expect((await visitor.run(() => window.seen)).warnings).toEqual([])

      await visitor.visit(`${HOST}/next`)
      await until('the same without a click', async () => (await notesOf(visitor)).length >= 6)
      expect(await notesOf(visitor)).toEqual([
        ...ofPage.filter(name => name !== 'load'),
        'declared root',
      ])
    },
  },
  {
    // start-blocked-markup.test.ts has the time for which the next script waits.
    title: 'a script of blocked markup that hangs does not keep the next ones from running [62]',
    pages: {
      [`${HOST}/`]: page(
        `<script type="text/plain" data-consent="analytics" data-src="/hangs.js"></script>
        <script type="text/plain" data-consent="analytics">${note('next')}</script>`,
      ),
      [`${HOST}/hangs.js`]: { delay: Infinity, body: '' },
    },
    isFull: true,
    async run(visitor, world) {
      await expectAsked(visitor, world)
      await decide(visitor, true)
      await until('the next script', async () => `${await notesOf(visitor)}` === 'next')
      expect(world.asked).toContain(`${HOST}/hangs.js`)
    },
  },
  {
    // google-tag.test.ts has the other hosts of Google.
    title:
      "tags, requests and cookies of Google from the page's own scripts are blocked without an error, before the grant and after the withdrawal, and after the grant all load [1, 2, 23]",
    pages: { [`${HOST}/`]: page('') },
    isMainJob: true,
    async run(visitor, world) {
      const requested = () => world.google.map(({ url }) => url.href)
      await expectAsked(visitor, world)
      await visitor.run(bringInTag)
      expect(await reach(visitor)).toEqual(QUIETLY)
      await visitor.run(() => {
        document.cookie = '_ga=GA1.1.1.1; path=/'
        document.cookie = '_gid=1; max-age=0; max-age=60'
        // Browsers keep a cookie with an invalid lifetime.
        document.cookie = '_gat=1; expires=0'
        document.cookie = '_gat_A=1; max-age=0.5'
        for (const name of ['_gatekeeper', 'mine']) document.cookie = `${name}=1; path=/; secure`
      })
      await sleep(300)
      expect(requested()).toEqual([])
      expect(await visitor.cookieNames()).toEqual(['_gatekeeper', 'mine'])
      expect(await notesOf(visitor)).toEqual([])
      const blocked = { isThere: true, type: 'text/plain', hasRun: false }
      expect(await visitor.run(whereIsTag)).toEqual(blocked)

      await visitor.click('accept-all')
      await until('the tag of the page', async () => (await notesOf(visitor)).length > 0)
      expect(await visitor.run(whereIsTag)).toEqual({ ...blocked, type: '', hasRun: true })
      await reach(visitor)
      await until('all five', () => requested().filter(href => href === COLLECT).length === 5)

      // In one task, else Google's tag could send its batch before the withdrawal.
      await visitor.run(() => {
        window.gtag('event', 'queued')
        window.spaceoneConsent.withdraw('analytics')
      })
      await expectSilence(world, async () => expect(await reach(visitor)).toEqual(QUIETLY))
      await expectSilence(world, () => visitor.visit('about:blank'))
      await expectSilence(world, () => visitor.visit(`${HOST}/`))
      expect(await visitor.cookieNames()).toEqual(['_gatekeeper', 'mine', 'spaceone_consent'])
      expect(await visitor.run(() => window.seen)).toMatchObject(QUIET)
    },
  },
]
