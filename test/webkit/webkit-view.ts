import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'webdriver'

const WAIT_MS = 10_000

/** How WebDriver names a reference to an element. */
const REFERENCE = 'element-6066-11e4-a52e-4f735466cecf'

/** The SDK's elements with a stable id. */
export type PartId =
  | 'banner'
  | 'accept-all'
  | 'reject-all'
  | 'open-preferences'
  | 'preferences'
  | 'save'
  | 'close'
  | 'switch-analytics'

/** The keys that the tests press, as WebDriver writes them. */
const KEYS = { Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C' } as const

/** A page in WebKit, and the part of it that visitors see of the SDK. */
export class WebKitView {
  readonly #client: Client
  readonly #address: string

  constructor(client: Client, address: string) {
    this.#client = client
    this.#address = address
  }

  /** Opens a page of the portal; over once the SDK has started there. */
  async visit(path: string): Promise<void> {
    await this.open(path)
    await this.#started()
  }

  /** Opens a page; over once it has been loaded. */
  async open(path: string): Promise<void> {
    await this.#client.navigateTo(this.#address + path)
  }

  async reload(): Promise<void> {
    await this.#client.refresh()
    await this.#started()
  }

  /** The tab that is driven now. */
  tab(): Promise<string> {
    return this.#client.getWindowHandle()
  }

  /** Opens an empty tab and drives it from here on. */
  async openTab(): Promise<string> {
    const { handle } = await this.#client.createWindow('tab')
    await this.switchTo(handle)
    return handle
  }

  async switchTo(tab: string): Promise<void> {
    await this.#client.switchToWindow(tab)
  }

  /** Closes the tab that is driven now, as a visitor does, and goes to another one. */
  async closeTab(next: string): Promise<void> {
    await this.#client.closeWindow()
    await this.switchTo(next)
  }

  /** Runs a function in the page. It sees its arguments, and nothing from around it. */
  run<T, Arguments extends string[]>(
    run: (...args: Arguments) => T,
    ...args: Arguments
  ): Promise<T> {
    return this.#client.executeScript(`return (${run})(...arguments)`, args) as Promise<T>
  }

  /** Whether a visitor sees the part. */
  async isShown(id: PartId): Promise<boolean> {
    const reference = await this.#part(id)
    return reference !== undefined && (await this.#client.isElementDisplayed(reference))
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

  /** Opens the preferences by the portal's own link in its footer. */
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

  /** The focused element of the SDK: its id, else the name of its tag; `null` for the page's own. */
  focusedPart(): Promise<string | null> {
    return this.run(() => {
      const element = document.querySelector('spaceone-consent')?.shadowRoot?.activeElement
      return element ? element.id || element.localName : null
    })
  }

  /** Names of the cookies that the page's address has, in alphabetical order. */
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
    if (!reference) throw new Error(`#${id} was shown and has gone.`)
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

/** Asks again and again until it is so. */
const waitUntil = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + WAIT_MS
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Waited ${WAIT_MS / 1000} s for ${what}.`)
    await sleep(50)
  }
}
