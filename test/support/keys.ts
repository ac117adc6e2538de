import { expect, type Locator, type Page } from '@playwright/test'

/** More stops than any way to something has. */
const MOST_STOPS = 60

/** A visitor with a keyboard and nothing else. */
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

  /** Where the focus is. `none` is the document itself, `browser` the browser's own controls. */
  place(): Promise<string> {
    return this.#page.evaluate(PLACE)
  }

  /**
   * Goes to something by Tab or Shift+Tab.
   *
   * @param look Is called at every stop.
   * @returns Every place on the way, that one included.
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

/** Runs in the page: names what has the focus, within whatever shadow root. */
const PLACE = () => {
  if (!document.hasFocus()) return 'browser'
  let focused = document.activeElement
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
  if (!focused || focused === document.body) return 'none'
  const { localName, id, textContent } = focused
  return `${localName}${id && `#${id}`} ${(textContent ?? '').trim().slice(0, 24)}`.trim()
}
