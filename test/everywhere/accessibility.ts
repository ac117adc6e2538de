import { expect } from '@playwright/test'
import { expectAsked, expectRecordAlone, isGranted } from './acts.ts'
import { HOST, hostPage, TAG_OF_TWO } from './host-page.ts'
import type { Scenario } from './scenario.ts'
import { type Key, until, untilGone, untilShown, type Visitor } from './visitor.ts'

const PAGE = hostPage(
  '',
  `<main id="main"><button id="last">Buy</button></main>
  <footer><a id="link" href="/privacy" data-consent-open>Cookie settings</a></footer>`,
  TAG_OF_TWO,
).replace('<a href="/cookies" data-consent-open', '<a id="first" href="#main"')

/** Returns the id or tag name of the focused element, `body` for none. */
const place = (visitor: Visitor): Promise<string> =>
  visitor.run(() => {
    const outer = document.activeElement
    const focused = outer?.shadowRoot?.activeElement ?? outer
    return focused?.id || focused?.localName || 'body'
  })

const MOST_STOPS = 30

/** Presses a key until an element has the focus. Returns each element that had it. */
const goTo = async (visitor: Visitor, target: string, key: Key = 'Tab') => {
  const way: string[] = []
  while (way.at(-1) !== target) {
    if (way.length > MOST_STOPS) throw new Error(`#${target} not reached: ${way.join(' > ')}`)
    await visitor.press(key)
    way.push(await place(visitor))
  }
  return way
}

const untilAt = (visitor: Visitor, id: string) =>
  until(`the focus on #${id}`, async () => (await place(visitor)) === id)

/** Returns the properties from which browsers compute role, name and state. */
const partAs = (visitor: Visitor, id: string) =>
  visitor.run(id => {
    const root = document.querySelector('spaceone-consent')?.shadowRoot
    const part = root?.getElementById(id)
    const label = part?.getAttribute('aria-labelledby')
    return {
      tag: part?.localName,
      role: part?.getAttribute('role'),
      name: label && root?.getElementById(label)?.textContent,
      isModal: part?.matches(':modal'),
      isOn: (part as HTMLInputElement | undefined)?.checked,
      text: part?.textContent?.trim(),
    }
  }, id)

const isDetailed = (visitor: Visitor) =>
  visitor.run(() => {
    const root = document.querySelector('spaceone-consent')?.shadowRoot
    return Boolean(root?.querySelector('#switch-analytics ~ details[open] table'))
  })

const openFrom = async (visitor: Visitor, id: string) => {
  await goTo(visitor, id)
  await visitor.press('Enter')
  await untilShown(visitor, 'preferences')
}

const leave = async (visitor: Visitor, focused: string) => {
  await visitor.press('Escape')
  await untilGone(visitor, 'preferences')
  await untilAt(visitor, focused)
}

export const accessibility: readonly Scenario[] = [
  {
    title:
      'by keyboard the banner comes first, takes no focus and lets the focus go on, and an answer in the banner is announced and keeps the focus [34, 35, 42]',
    pages: { [`${HOST}/`]: PAGE },
    async run(visitor, world) {
      await expectAsked(visitor, world)
      expect(await place(visitor)).toBe('body')
      expect(await visitor.run(() => document.body.firstElementChild?.localName)).toBe(
        'spaceone-consent',
      )
      expect(await partAs(visitor, 'banner')).toMatchObject({
        tag: 'section',
        name: 'Your choice about cookies',
        isModal: false,
      })
      expect(await partAs(visitor, 'heading')).toMatchObject({ tag: 'h2' })
      expect(await partAs(visitor, 'status')).toMatchObject({ role: 'status', text: '' })

      expect(await goTo(visitor, 'first')).toEqual([
        'a',
        'summary',
        'open-preferences',
        'reject-all',
        'accept-all',
        'first',
      ])
      await visitor.press('Escape')
      expect(await visitor.isShown('banner')).toBe(true)
      expect(await visitor.cookieNames()).toEqual([])
      await goTo(visitor, 'reject-all', 'Shift+Tab')
      await visitor.press('Space')
      await untilGone(visitor, 'banner')
      await untilAt(visitor, 'status')
      expect(await partAs(visitor, 'status')).toMatchObject({
        text: 'All optional cookies are refused.',
      })
      await expectRecordAlone(visitor)
    },
  },
  {
    title:
      'by keyboard the preferences are modal and named, Esc saves nothing, keeps the draft and gives the focus back, switches turn by Space, details by Enter and Space, and Enter dismisses the message [34, 36, 37, 42]',
    pages: { [`${HOST}/`]: PAGE },
    async run(visitor, world) {
      await expectAsked(visitor, world)
      await openFrom(visitor, 'open-preferences')
      await untilAt(visitor, 'close')
      expect(await partAs(visitor, 'preferences')).toMatchObject({
        tag: 'dialog',
        name: 'Cookie settings',
        isModal: true,
      })
      // From the last control of the dialog, Tab moves the focus to another control of the dialog
      // or to the browser's own controls, never to the page behind the dialog.
      const stops: string[] = []
      for (let stop = 0; stop < 14; stop++) {
        await visitor.press('Tab')
        stops.push(await place(visitor))
      }
      stops.push(...(await goTo(visitor, 'save')))
      stops.push(...(await goTo(visitor, 'switch-analytics', 'Shift+Tab')))
      const behind = ['first', 'last', 'link', 'open-preferences']
      expect(stops.filter(stop => behind.includes(stop))).toEqual([])

      const before = await partAs(visitor, 'switch-analytics')
      expect(before).toMatchObject({ tag: 'input', role: 'switch', isOn: false })
      await visitor.press('Space')
      await until('the switch', async () => (await partAs(visitor, 'switch-analytics')).isOn)
      await visitor.press('Enter')
      expect(await partAs(visitor, 'switch-analytics')).toEqual({ ...before, isOn: true })
      await goTo(visitor, 'summary')
      for (const [key, isOpen] of [
        ['Enter', true],
        ['Space', false],
      ] as const) {
        await visitor.press(key)
        await until(`details turned by ${key}`, async () => (await isDetailed(visitor)) === isOpen)
      }
      await leave(visitor, 'open-preferences')
      expect(await visitor.cookieNames()).toEqual([])
      await untilShown(visitor, 'banner')

      await openFrom(visitor, 'link')
      await goTo(visitor, 'switch-analytics')
      expect(await partAs(visitor, 'switch-analytics')).toEqual({ ...before, isOn: true })
      expect(await partAs(visitor, 'unsaved')).toMatchObject({
        text: 'Your changes are not saved yet.',
      })
      expect(await isGranted(visitor)).toBe(false)
      await goTo(visitor, 'save')
      await visitor.press('Enter')
      await untilGone(visitor, 'preferences')
      await untilAt(visitor, 'link')
      expect(await partAs(visitor, 'status')).toMatchObject({ text: 'Your choices are saved.' })
      expect(await visitor.run(() => window.spaceoneConsent.$state.get().granted)).toEqual({
        analytics: true,
        marketing: false,
      })

      await visitor.run(() =>
        document.querySelector('spaceone-consent')?.shadowRoot?.getElementById('dismiss')?.focus(),
      )
      expect(await place(visitor)).toBe('dismiss')
      await visitor.press('Enter')
      await untilGone(visitor, 'dismiss')
      expect(await place(visitor)).not.toBe('body')
    },
  },
]
