import { expect } from '@playwright/test'
import {
  clickOnSettings,
  expectAsked,
  expectNoError,
  expectRecordAlone,
  expectSilence,
  isGranted,
  lookAtSettings,
  notesOf,
  push,
  rejectByCall,
  untilViewed,
} from './acts.ts'
import { HOST, hostPage } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { until, untilShown, type Visitor } from './visitor.ts'

const WRITTEN = `<!doctype html><html lang="en"><head><title>Written</title></head>
  <body><h1>Written</h1><a href="/cookies" data-consent-open>Cookies</a></body></html>`

/** Overwrites the document in the way `name` says. Many pages never call `document.close()`. */
const writeOver = (name: string, html: string) => {
  if (name.startsWith('document.open')) document.open()
  document[name === 'document.writeln' ? 'writeln' : 'write'](html)
  if (!name.endsWith('without an end')) document.close()
}

const HARM: Record<string, (name: string, html: string) => void> = {
  'the host element is removed': () => document.querySelector('spaceone-consent')?.remove(),
  'the host element is moved into another element': () =>
    document.querySelector('h1')?.append(document.querySelector('spaceone-consent') as Element),
  'its shadow root is emptied': () =>
    document.querySelector('spaceone-consent')?.shadowRoot?.replaceChildren(),
  'the container in its shadow root is emptied': () =>
    document.querySelector('spaceone-consent')?.shadowRoot?.querySelector('div')?.replaceChildren(),
  'the body is emptied': () => {
    const link = document.querySelector('[data-consent-open]') as Element
    document.body.innerHTML = ''
    document.body.append(link)
  },
  'the body is replaced': () => {
    const link = document.querySelector('[data-consent-open]') as Element
    document.body = document.createElement('body')
    document.body.append(link)
  },
  'the document element is replaced': () => {
    const page = document.documentElement.cloneNode(true) as Element
    page.querySelector('spaceone-consent')?.remove()
    document.documentElement.replaceWith(page)
  },
  'document.open': writeOver,
  'document.open without an end': writeOver,
  'document.write': writeOver,
  'document.writeln': writeOver,
}

const harm = async (visitor: Visitor, expectAfter = async () => {}) => {
  for (const [name, act] of Object.entries(HARM)) {
    await visitor.run(act, name, WRITTEN)
    await lookAtSettings(visitor)
    if (name.startsWith('document.'))
      expect(await visitor.run(() => document.title), name).toBe('Written')
    await expectAfter()
  }
}

const HIDDEN = ['display: none', 'visibility: hidden'].map(
  rule =>
    `<style>spaceone-consent::part(banner), spaceone-consent::part(dialog) { ${rule} !important }</style>`,
)

export const hostElement: readonly Scenario[] = [
  {
    title:
      "whatever a page does to the SDK's host element or writes over its document, nothing is granted, the settings open, the banner is shown again, and a refusal counts [5, 23, 59, 60]",
    pages: { [`${HOST}/`]: hostPage() },
    async run(visitor, world) {
      await expectAsked(visitor, world)
      await harm(visitor, async () => {
        await untilShown(visitor, 'banner')
        expect(world.google).toEqual([])
        expect(await visitor.cookieNames()).toEqual([])
      })
      await visitor.click('accept-all')
      await untilViewed(world)
      await harm(visitor)
      await rejectByCall(visitor)
      await expectSilence(world, async () => {
        await push(visitor, 'written')
        await visitor.run(() =>
          fetch('https://www.google-analytics.com/g/collect?tid=G-TEST123&en=own'),
        )
      })
      await expectRecordAlone(visitor)
      await expectNoError(visitor)
    },
  },
  {
    title:
      'when a style sheet hides the banner and the preferences, nothing is granted, clicking on the settings asks with confirm(), and the page stays usable [5, 59]',
    pages: Object.fromEntries(
      HIDDEN.map((style, at) => [
        `${HOST}/${at}`,
        hostPage(
          `${style}<script>confirm = words => { seen.notes.push(words); return false }</script>`,
          // The link of the page itself leads to another page, and would be followed.
          '<button>Buy</button><a id="settings" href="#" data-consent-open>Cookies</a>',
        ),
      ]),
    ),
    async run(visitor, world) {
      for (const [at] of HIDDEN.entries()) {
        await visitor.visit(`${HOST}/${at}`)
        await until('the view', () =>
          visitor.run(
            () => document.querySelector('spaceone-consent')?.shadowRoot?.childElementCount === 1,
          ),
        )
        expect(await isGranted(visitor)).toBe(false)
        await visitor.run(() => document.querySelector<HTMLElement>('#settings')?.click())
        await until('the plain question', async () => (await notesOf(visitor)).length === 1)
        expect(world.google).toEqual([])
        // Cancel is no answer.
        expect(await visitor.run(() => window.spaceoneConsent.$state.get().status)).toBe(
          'undecided',
        )
        // `elementFromPoint` does not return an inert element, so the following lines check that
        // the page is not inert.
        const hit = await visitor.run(() => {
          const { left = 0, top = 0 } =
            document.querySelector('button')?.getBoundingClientRect() ?? {}
          return document.elementFromPoint(left + 2, top + 2)?.localName
        })
        expect(hit).toBe('button')
        await expectNoError(visitor)
        await visitor.run(() => window.spaceoneConsent.erase())
      }
    },
  },
  {
    title:
      "when a page removes the SDK's host element each time it appears, nothing is granted or thrown, and calls of the API can still decide [5, 59]",
    pages: {
      [`${HOST}/`]: hostPage(
        `<script>new MutationObserver(() => document.querySelector('spaceone-consent')?.remove())
          .observe(document, { childList: true, subtree: true })</script>`,
      ),
    },
    async run(visitor, world) {
      await visitor.visit(`${HOST}/`)
      await expectSilence(world, () => clickOnSettings(visitor))
      expect(await visitor.cookieNames()).toEqual([])
      expect(await visitor.run(() => document.querySelector('spaceone-consent'))).toBe(null)
      expect(await isGranted(visitor)).toBe(false)
      await visitor.run(() => window.spaceoneConsent.acceptAll())
      await untilViewed(world)
      await rejectByCall(visitor)
      expect(await isGranted(visitor)).toBe(false)
      await expectNoError(visitor)
    },
  },
]
