import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'
import { Keys } from './keys.ts'

export class PlaygroundPage {
  readonly #page: Page
  readonly #address: string
  readonly keys: Keys
  readonly code: Locator
  readonly messages: Locator

  /** @param origin Origin of the server, without a slash at the end. */
  constructor(page: Page, origin: string) {
    this.#page = page
    this.#address = `${origin}/playground/`
    this.keys = new Keys(page)
    this.code = page.locator('#texts code').first()
    this.messages = page.locator('#messages p')
  }

  async opens(search = ''): Promise<void> {
    await this.#page.goto(this.#address + search)
    for (const width of [320, 768, 1280]) await expect(this.banner(width)).toBeAttached()
  }

  frame(width: number): FrameLocator {
    return this.#page.frameLocator(`iframe[width="${width}"]`)
  }

  banner(width: number): Locator {
    return this.frame(width).locator('#banner')
  }

  async chooses(id: string): Promise<void> {
    const choice = this.#page.locator(`[id="${id}"]`)
    const group = this.#page.locator('fieldset', { has: choice }).last()
    await this.keys.goTo(group.locator('input:checked'))
    for (let press = 0; !(await choice.isChecked()); press++) {
      expect(press).toBeLessThan(6)
      await this.keys.press('ArrowRight')
    }
  }

  async writes(id: string, text: string): Promise<void> {
    await this.keys.goTo(this.#page.locator(`[id="${id}"]`))
    await this.#page.keyboard.type(text)
  }

  async presses(name: string, way: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.keys.goTo(this.#page.getByRole('button', { name, exact: true }), way)
    await this.keys.press('Enter')
  }

  get search(): string {
    return new URL(this.#page.url()).search
  }
}
