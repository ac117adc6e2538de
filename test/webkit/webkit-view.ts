import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'webdriver'
import { isAtRest, REFERENCE } from '../support/webkit-clicks.ts'

const WAIT_MS = 10_000

/** The ids of the SDK's elements. */
export type PartId =
  | 'banner'
  | 'accept-all'
  | 'reject-all'
  | 'open-preferences'
  | 'preferences'
  | 'save'
  | 'close'
  | 'switch-analytics'

/** The WebDriver codes of the keys that the tests press. */
const KEYS = { Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C' } as const

/** A page in WebKit, with functions for the SDK's elements. */
export class WebKitView {
  readonly #client: Client
  readonly #address: string

  constructor(client: Client, address: string) {
    this.#client = client
    this.#address = address
  }

  /** Opens a page of the portal. Resolves when the SDK has started. */
  async visit(path: string): Promise<void> {
    await this.open(path)
    await this.#started()
  }

  /** Opens a page. Resolves when the page has loaded. */
  async open(path: string): Promise<void> {
    await this.#client.navigateTo(this.#address + path)
  }

  async reload(): Promise<void> {
    await this.#client.refresh()
    await this.#started()
  }

  /** The tab that the driver controls now. */
  tab(): Promise<string> {
    return this.#client.getWindowHandle()
  }

  /** Opens an empty tab. The driver then controls this tab. */
  async openTab(): Promise<string> {
    const { handle } = await this.#client.createWindow('tab')
    await this.switchTo(handle)
    return handle
  }

  async switchTo(tab: string): Promise<void> {
    await this.#client.switchToWindow(tab)
  }

  /** Closes the present tab as a visitor does, and switches to another tab. */
  async closeTab(next: string): Promise<void> {
    await this.#client.closeWindow()
    await this.switchTo(next)
  }

  /**
   * Runs a function in the page. The function can use its arguments, but no variable from outside
   * itself.
   */
  run<T, Arguments extends string[]>(
    run: (...args: Arguments) => T,
    ...args: Arguments
  ): Promise<T> {
    return this.#client.executeScript(`return (${run})(...arguments)`, args) as Promise<T>
  }

  /** Returns whether an element of the SDK is displayed. */
  async isShown(id: PartId): Promise<boolean> {
    const reference = await this.#part(id)
    return reference !== undefined && isAtRest(this.#client, reference)
  }

  async waitUntilShown(id: PartId): Promise<void> {
    await waitUntil(`#${id} to be shown`, () => this.isShown(id))
  }

  async waitUntilGone(id: PartId): Promise<void> {
    await waitUntil(`#${id} to go`, async () => !(await this.isShown(id)))
  }

  async textOf(id: PartId): Promise<string> {
    return this.#client.getElementText(await this.#shownPart(id))
  }

  async isOn(id: PartId): Promise<boolean> {
    return this.#client.isElementSelected(await this.#shownPart(id))
  }

  async click(id: PartId): Promise<void> {
    await this.#client.elementClick(await this.#shownPart(id))
  }

  /** Opens the preferences with the settings link in the footer of the portal example. */
  async openSettings(): Promise<void> {
    const link = await this.#client.findElement('css selector', 'footer [data-consent-open]')
    await this.#client.elementClick(link[REFERENCE])
    await this.waitUntilShown('preferences')
  }

  async press(key: keyof typeof KEYS): Promise<void> {
    const value = KEYS[key]
    const actions = [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]
    await this.#client.performActions([{ type: 'key', id: 'keyboard', actions }])
  }

  /**
   * Returns the id of the focused element of the SDK; if the element has no id, its tag name;
   * `null` if an element of the page has the focus.
   */
  focusedPart(): Promise<string | null> {
    return this.run(() => {
      const element = document.querySelector('spaceone-consent')?.shadowRoot?.activeElement
      return element ? element.id || element.localName : null
    })
  }

  /** Returns the names of the cookies of the page's address, in alphabetical order. */
  async cookieNames(): Promise<string[]> {
    return (await this.#client.getAllCookies()).map(({ name }) => name).sort()
  }

  async #started(): Promise<void> {
    await waitUntil('the built consent.js to start', () =>
      this.run(() => window.spaceoneConsent?.version !== undefined),
    )
  }

  async #shownPart(id: PartId): Promise<string> {
    await this.waitUntilShown(id)
    const reference = await this.#part(id)
    if (!reference) throw new Error(`#${id} was displayed and then disappeared.`)
    return reference
  }

  async #part(id: PartId): Promise<string | undefined> {
    const found: unknown = await this.run(
      id => document.querySelector('spaceone-consent')?.shadowRoot?.getElementById(id),
      id,
    )
    return (found as Record<string, string> | null)?.[REFERENCE]
  }
}

/** Polls a condition until it is true, and throws after the time limit. */
const waitUntil = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + WAIT_MS
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Waited ${WAIT_MS / 1000} s for ${what}.`)
    await sleep(50)
  }
}
