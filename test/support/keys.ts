import { expect, type Locator, type Page } from '@playwright/test'

const MOST_STOPS = 60

export class Keys {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key)
  }

  /** Describes the focused element: `none` for the document, `browser` for the browser's own. */
  async place(): Promise<string> {
    return (await this.#page.evaluate(lookAtFocus, undefined)).place
  }

  /** Presses Tab until an element has the focus. Returns every element that had it. */
  async goTo(
    target: Locator,
    key: 'Tab' | 'Shift+Tab' = 'Tab',
    look: (place: string) => Promise<void> = async () => {},
  ): Promise<string[]> {
    const way: string[] = []
    for (let isThere = (await target.evaluate(lookAtFocus)).isThere; !isThere; ) {
      expect(way.length, `not reached over ${way.join(' > ')}`).toBeLessThan(MOST_STOPS)
      await this.press(key)
      const stop = await target.evaluate(lookAtFocus)
      isThere = stop.isThere
      way.push(stop.place)
      await look(stop.place)
    }
    return way
  }
}

/** Describes the focused element, in shadow roots too, and says whether it is the target. */
const lookAtFocus = (target: Element | undefined) => {
  if (!document.hasFocus()) return { place: 'browser', isThere: false }
  let focused = document.activeElement
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
  if (!focused || focused === document.body) return { place: 'none', isThere: false }
  const { localName, id, textContent } = focused
  const place = `${localName}${id && `#${id}`} ${(textContent ?? '').trim().slice(0, 24)}`
  return { place: place.trim(), isThere: focused === target }
}
