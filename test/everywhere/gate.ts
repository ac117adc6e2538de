import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { HOST } from './host-page.ts'
import { QUIET } from './prelude.ts'
import type { Scenario } from './scenario.ts'
import { until, untilShown, type Visitor } from './visitor.ts'
import { SETTLED, type ServedPages } from './world.ts'

const VIDEO = 'https://video.test'
const COLLECT = 'https://www.google-analytics.com/g/collect?v=2&en=own'

const page = (body: string) => `<!doctype html><html lang="en"><head><title>Host</title>
  <script src="/consent/consent.js" data-ga="G-TEST123" data-categories="marketing"
    data-policy-version="1" data-policy-url="/privacy"></script>
  </head><body><h1>Host</h1>${body}</body></html>`

const note = (name: string) => `seen.notes.push('${name}')`

const noted = (visitor: Visitor) => visitor.run(() => window.seen.notes)

const decide = (visitor: Visitor, analytics: boolean) =>
  visitor.run(answer => window.spaceoneConsent.decide({ analytics: answer }), analytics)

/** Puts a held script in, by every way that takes one along: `name` tells them apart. */
const putIn = (visitor: Visitor, name: string) =>
  visitor.run(name => {
    const box = () => document.body.appendChild(document.createElement('div'))
    const held = (place: string) => {
      const script = document.createElement('script')
      script.type = 'text/plain'
      script.dataset['consent'] = 'analytics'
      script.dataset['mine'] = 'kept'
      script.text = `seen.notes.push('${name} ${place} ' + document.currentScript?.dataset.mine)`
      return script
    }
    const fragment = document.createDocumentFragment()
    fragment.append(held('fragment'))
    const template = document.createElement('template')
    template.content.append(held('template'))
    const parsed = document.createRange().createContextualFragment(held('parsed').outerHTML)
    box().append(held('element'))
    box().append(fragment)
    box().append(template.content.cloneNode(true))
    box().append(parsed)
    box().attachShadow({ mode: 'open' }).append(held('open root'))
    box().attachShadow({ mode: 'closed' }).append(held('closed root'))
  }, name)

const PLACES = ['element kept', 'fragment kept', 'template kept', 'parsed kept']
const ROOTS = ['open root undefined', 'closed root undefined']
/** What they note: the document first, then what stands in shadow roots, where nothing is the current script. */
const inPlaces = (name: string, between: readonly string[] = []) => [
  ...PLACES.map(place => `${name} ${place}`),
  ...between,
  ...ROOTS.map(place => `${name} ${place}`),
]

const HANGS = '<script type="text/plain" data-consent="analytics" data-src="/hangs.js"></script>'

const HELD = `
  <script type="text/plain" data-consent="analytics" data-src="/slow.js" data-mine="kept"></script>
  <script type="text/plain" data-consent="analytics">${note('text')}</script>
  <script type="text/plain" data-consent="analytics" src="/src.js"></script>
  <script type="text/plain" data-consent="analytics" data-src="/fails.js"></script>
  ${HANGS}
  <script type="text/plain" data-consent="analytics" data-type="module" src="/module.js"></script>
  <template data-consent="analytics"><p id="inside">Inside</p>
    <script>${note('template')}</script></template>
  <iframe data-consent="analytics" data-src="${VIDEO}/film" title="Film" data-mine="kept"></iframe>
  <img data-consent="analytics" data-src="${VIDEO}/one.svg" alt="">
  <div><template shadowrootmode="open"><script type="text/plain" data-consent="analytics">${note('declared root')}</script></template></div>
  <script type="text/plain" data-consent="marketing">${note('another purpose')}</script>`

const FILES: ServedPages = {
  // The first to be asked for is not the first to come.
  [`${HOST}/slow.js`]: { delay: 400, body: note('slow') },
  [`${HOST}/src.js`]: note('src'),
  [`${HOST}/hangs.js`]: { delay: Infinity, body: '' },
  [`${HOST}/module.js`]: `import.meta; ${note('module')}`,
  [`${VIDEO}/film`]: '<!doctype html><title>Film</title>',
}

/** What the page's own code asks of Google, and what it is answered. */
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

/** What each of them is answered while Google is denied: nothing that a library would log or try again. */
const QUIETLY = { fetch: 204, request: 204, beacon: true, xhr: 204, image: 'load' }

/** Brings a tag in as a page does, and keeps its element. */
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
  return { isThere: mine.isConnected, type: mine.type, hasRun }
}

const collects = (urls: readonly { readonly url: URL }[]) =>
  urls.filter(({ url }) => url.searchParams.get('en') === 'own').length

export const gate: readonly Scenario[] = [
  {
    title:
      'held mark-up of every kind waits, and is released once, in order, as it was; what hangs or fails stalls no other [1, 62]',
    pages: { ...FILES, [`${HOST}/`]: page(HELD), [`${HOST}/next`]: page(HELD.replace(HANGS, '')) },
    async run(visitor, world) {
      await visitor.visit(`${HOST}/`)
      await untilShown(visitor, 'banner')
      await visitor.run(() => {
        const held = document.querySelector('script[data-mine]')
        held?.addEventListener('load', () => window.seen.notes.push('load'))
        Object.assign(window, { held })
      })
      await putIn(visitor, 'before')
      await sleep(300)
      expect(await noted(visitor)).toEqual([])
      const ofHeld = () =>
        world.asked.filter(asked => /(slow|src|fails|hangs|module)\.js|video/.test(asked))
      expect(ofHeld()).toEqual([])

      await decide(visitor, true)
      const ofPage = ['slow', 'load', 'text', 'src', 'module', 'template']
      const inOrder = [...ofPage, ...inPlaces('before', ['declared root'])]
      await until('the last of them', async () => (await noted(visitor)).length >= inOrder.length)
      expect(await noted(visitor)).toEqual(inOrder)
      expect(
        await visitor.run(() => {
          const { held } = window as never as { held: HTMLScriptElement }
          const film = document.querySelector('iframe')
          return {
            script: [held.isConnected, held.dataset['mine'], held.src, held.type],
            film: [film?.getAttribute('src'), film?.title, film?.dataset['mine']],
            picture: document.querySelector('img')?.getAttribute('src'),
          }
        }),
      ).toEqual({
        script: [true, 'kept', `${HOST}/slow.js`, ''],
        film: [`${VIDEO}/film`, 'Film', 'kept'],
        picture: `${VIDEO}/one.svg`,
      })

      // What is added later runs, too, and nothing runs twice.
      await putIn(visitor, 'after')
      const all = [...inOrder, ...inPlaces('after')]
      await until('what came later', async () => (await noted(visitor)).length >= all.length)
      await decide(visitor, false)
      await until('the end of the frame', () =>
        visitor.run(() => !document.querySelector('iframe')?.hasAttribute('src')),
      )
      await decide(visitor, true)
      await until('the frame again', () =>
        visitor.run(() => document.querySelector('iframe')?.hasAttribute('src') === true),
      )
      await sleep(300)
      expect(await noted(visitor)).toEqual(all)
      expect((await visitor.run(() => window.seen)).warnings).toEqual([])

      await visitor.visit(`${HOST}/next`)
      await until('the same without a click', async () => (await noted(visitor)).length >= 6)
      expect(await noted(visitor)).toEqual([
        ...ofPage.filter(name => name !== 'load'),
        'declared root',
      ])
    },
  },
  {
    title:
      'what a page itself brings in or asks of Google waits or goes nowhere, quietly, before the grant and after the withdrawal [1, 2, 23]',
    pages: { [`${HOST}/`]: page('') },
    async run(visitor, world) {
      await visitor.visit(`${HOST}/`)
      await untilShown(visitor, 'banner')
      await visitor.run(bringInTag)
      expect(await reach(visitor)).toEqual(QUIETLY)
      await visitor.run(() => {
        document.cookie = '_ga=GA1.1.1.1; path=/'
        document.cookie = 'mine=1; path=/; secure'
      })
      await sleep(300)
      expect(world.google).toEqual([])
      expect(await visitor.cookieNames()).toEqual(['mine'])
      expect(await noted(visitor)).toEqual([])

      await visitor.click('accept-all')
      await until('the tag of the page', async () => (await noted(visitor)).length > 0)
      expect(await visitor.run(whereIsTag)).toEqual({ isThere: true, type: '', hasRun: true })
      await reach(visitor)
      await until('all five', () => collects(world.google) === 5)

      await visitor.run(() => window.gtag('event', 'queued'))
      await visitor.run(() => window.spaceoneConsent.withdraw('analytics'))
      const before = world.google.length
      expect(await reach(visitor)).toEqual(QUIETLY)
      await sleep(SETTLED)
      await visitor.visit('about:blank')
      await sleep(300)
      expect(world.google.slice(before)).toEqual([])
      await visitor.visit(`${HOST}/`)
      expect(await visitor.cookieNames()).toEqual(['mine', 'spaceone_consent'])
      expect(await visitor.run(() => window.seen)).toMatchObject(QUIET)
      expect(world.google.slice(before)).toEqual([])
    },
  },
]
