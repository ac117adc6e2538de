import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { HOST, hostPage } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { until, untilGone, untilShown, type Visitor } from './visitor.ts'
import { SETTLED } from './world.ts'

const openSettings = (visitor: Visitor) =>
  visitor.run(() => document.querySelector<HTMLElement>('[data-consent-open]')?.click())

/** What a page may do to the element of ours, or to what it stands in. */
const HARM: Record<string, () => void> = {
  'it is removed': () => document.querySelector('spaceone-consent')?.remove(),
  'it is put into another element': () =>
    document.querySelector('h1')?.append(document.querySelector('spaceone-consent') as Element),
  'its shadow root is emptied': () =>
    document.querySelector('spaceone-consent')?.shadowRoot?.replaceChildren(),
  'what it is drawn in is emptied': () =>
    document.querySelector('spaceone-consent')?.shadowRoot?.querySelector('div')?.replaceChildren(),
  'the body is emptied': () => {
    const link = document.querySelector('[data-consent-open]') as Element
    document.body.innerHTML = ''
    document.body.append(link)
  },
  'the body is another one': () => {
    const link = document.querySelector('[data-consent-open]') as Element
    document.body = document.createElement('body')
    document.body.append(link)
  },
  'everything is another': () => {
    const page = document.documentElement.cloneNode(true) as Element
    page.querySelector('spaceone-consent')?.remove()
    document.documentElement.replaceWith(page)
  },
}

const HIDDEN = ['display: none', 'visibility: hidden'].map(
  rule =>
    `<style>spaceone-consent::part(banner), spaceone-consent::part(dialog) { ${rule} !important }</style>`,
)

export const hostElement: readonly Scenario[] = [
  {
    title:
      'whatever a page does to our element, nothing is granted by it, the settings open and the question stands again [5, 59, 60]',
    pages: { [`${HOST}/`]: hostPage('') },
    async run(visitor, world) {
      await visitor.visit(`${HOST}/`)
      for (const harm of Object.values(HARM)) {
        await untilShown(visitor, 'banner')
        await visitor.run(harm)
        await openSettings(visitor)
        await untilShown(visitor, 'preferences')
        expect(world.google).toEqual([])
        expect(await visitor.cookieNames()).toEqual([])
        await visitor.click('close')
        await untilGone(visitor, 'preferences')
      }
      await visitor.click('accept-all')
      await until('the page view', () => world.events().includes('page_view'))
      for (const harm of Object.values(HARM)) {
        await visitor.run(harm)
        await openSettings(visitor)
        await untilShown(visitor, 'preferences')
        await visitor.click('close')
        await untilGone(visitor, 'preferences')
      }
      expect(await visitor.run(() => window.seen.errors)).toEqual([])
    },
  },
  {
    title:
      'where a style sheet hides our element, nothing is granted, the store answers, and who opens the settings is asked plainly and can use the page on [5, 59]',
    pages: Object.fromEntries(
      HIDDEN.map((style, at) => [
        `${HOST}/${at}`,
        hostPage(
          `${style}<script>confirm = words => { seen.notes.push(words); return false }</script>`,
          '<button onclick="seen.notes.push(\'pressed\')">Buy</button>',
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
        expect(await visitor.run(() => window.spaceoneConsent.isGranted('analytics'))).toBe(false)
        await openSettings(visitor)
        await until('the plain question', () => visitor.run(() => window.seen.notes.length === 1))
        expect(world.google).toEqual([])
        expect(await visitor.run(() => window.spaceoneConsent.$state.get().status)).toBe('decided')
        expect(
          await visitor.run(() => {
            const { left, top } = (
              document.querySelector('button') as Element
            ).getBoundingClientRect()
            // What is inert is not hit.
            return document.elementFromPoint(left + 2, top + 2)?.localName
          }),
        ).toBe('button')
        expect(await visitor.run(() => window.seen.errors)).toEqual([])
        await visitor.run(() => window.spaceoneConsent.erase())
      }
    },
  },
  {
    title:
      'where our element is taken away whenever it comes, nothing is granted and thrown, and the store answers and takes an answer [5, 59]',
    pages: {
      [`${HOST}/`]: hostPage(
        `<script>new MutationObserver(() => document.querySelector('spaceone-consent')?.remove())
          .observe(document, { childList: true, subtree: true })</script>`,
      ),
    },
    async run(visitor, world) {
      await visitor.visit(`${HOST}/`)
      await openSettings(visitor)
      await sleep(SETTLED)
      expect(world.google).toEqual([])
      expect(await visitor.cookieNames()).toEqual([])
      expect(await visitor.run(() => document.querySelector('spaceone-consent'))).toBe(null)
      expect(await visitor.run(() => window.spaceoneConsent.isGranted('analytics'))).toBe(false)
      await visitor.run(() => window.spaceoneConsent.acceptAll())
      await until('the page view', () => world.events().includes('page_view'))
      await visitor.run(() => window.spaceoneConsent.rejectAll())
      expect(await visitor.run(() => window.spaceoneConsent.isGranted('analytics'))).toBe(false)
      expect(await visitor.run(() => window.seen.errors)).toEqual([])
    },
  },
]
