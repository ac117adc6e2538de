import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { HOST, hostPage } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { until, untilGone, untilShown, type Visitor } from './visitor.ts'
import { SETTLED } from './world.ts'

const openSettings = (visitor: Visitor) =>
  visitor.run(() => document.querySelector<HTMLElement>('[data-consent-open]')?.click())

/** Ways in which a page may damage the SDK's host element or the elements around it. */
const HARM: Record<string, () => void> = {
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
}

const HIDDEN = ['display: none', 'visibility: hidden'].map(
  rule =>
    `<style>spaceone-consent::part(banner), spaceone-consent::part(dialog) { ${rule} !important }</style>`,
)

export const hostElement: readonly Scenario[] = [
  {
    title:
      "whatever a page does to the SDK's host element, nothing is granted, the settings open and the banner is shown again [5, 59, 60]",
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
      'when a style sheet hides the banner and the preferences, nothing is granted, clicking on the settings asks with confirm(), and the page stays usable [5, 59]',
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
        // Cancel is no answer.
        expect(await visitor.run(() => window.spaceoneConsent.$state.get().status)).toBe(
          'undecided',
        )
        expect(
          await visitor.run(() => {
            const { left, top } = (
              document.querySelector('button') as Element
            ).getBoundingClientRect()
            // `elementFromPoint` does not return an inert element, so this shows that the page is
            // not inert.
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
      "when a page removes the SDK's host element each time it appears, nothing is granted or thrown, and calls of the API can still decide [5, 59]",
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
