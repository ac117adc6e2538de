import { expect, type Locator, type Page } from '@playwright/test'

/** The largest number of Tab presses of `goTo`. No element needs as many. */
const MOST_STOPS = 60

/** A visitor who uses only the keyboard. */
export class Keys {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  press(...keys: string[]): Promise<void> {
    return keys.reduce(
      (before, key) => before.then(() => this.#page.keyboard.press(key)),
      Promise.resolve(),
    )
  }

  /**
   * Returns a description of the focused element. `none`: only the document has the focus.
   * `browser`: the browser's own controls have the focus.
   */
  place(): Promise<string> {
    return this.#page.evaluate(PLACE)
  }

  /**
   * Presses Tab or Shift+Tab until an element has the focus.
   *
   * @param look Called after each press.
   * @returns The description of every element that had the focus, including the last.
   */
  async goTo(
    target: Locator,
    key: 'Tab' | 'Shift+Tab' = 'Tab',
    look: (place: string) => Promise<void> = async () => {},
  ): Promise<string[]> {
    const way: string[] = []
    const isThere = () =>
      target.evaluate(
        element =>
          document.hasFocus() &&
          (element.getRootNode() as Document | ShadowRoot).activeElement === element,
      )
    while (!(await isThere())) {
      expect(way.length, `not reached over ${way.join(' > ')}`).toBeLessThan(MOST_STOPS)
      await this.press(key)
      const place = await this.place()
      way.push(place)
      await look(place)
    }
    return way
  }
}

/** Runs in the page: describes the focused element, also inside shadow roots. */
const PLACE = () => {
  if (!document.hasFocus()) return 'browser'
  let focused = document.activeElement
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
  if (!focused || focused === document.body) return 'none'
  const { localName, id, textContent } = focused
  return `${localName}${id && `#${id}`} ${(textContent ?? '').trim().slice(0, 24)}`.trim()
}
