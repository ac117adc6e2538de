import { type BrowserContext, expect, type Page, type Route } from '@playwright/test'
import type { ConsentRecord } from '../../packages/consent/src/core/index.ts'
import { ConsentView } from './consent-view.ts'
import { forbid } from './forbidden.ts'
import { Keys } from './keys.ts'
import { cookieNames, listen } from './observe.ts'
import { test as base } from './page-console.ts'
import { PORTAL, type PortalSite, type PortalSiteOptions } from './portal-site.ts'
import { answeredBefore, recordIn } from './record.ts'
import { SDK_PAGE, type SdkPageOptions, started } from './sdk-page.ts'
import { type Server, serveSites } from './serve-sites.ts'

/** Milliseconds to wait for a forbidden request: three batches of Google's stand-in. */
const SETTLE = 300

/** Messages of Firefox itself, for a module that fails to load, a policy, and a refused cookie. */
const OF_FIREFOX = /^Loading module|\(connect-src\)|^Cookie “/

export const LANGUAGES = ['en', 'ko', 'ja'] as const

export const RICH =
  'data-gtm="GTM-PORTAL" data-categories="marketing,personalization" data-policy-earlier="/en/"'

export interface Opening extends PortalSiteOptions {
  /** Path of the page. @default the home page in `language` */
  readonly path?: string
  /** Language of the home page. @default 'en' */
  readonly language?: string
}

export class Visitor extends ConsentView {
  readonly page: Page
  readonly context: BrowserContext
  readonly keys: Keys
  readonly warnings: string[]
  /** The types of the dialogs that the browser has shown, such as `confirm`. */
  readonly asked: string[] = []
  /** The answers to the next dialogs. Every other dialog is cancelled. */
  readonly answers: boolean[] = []
  readonly #errors: string[]
  #server: Server | undefined
  /** In Firefox a module that is still loading delays the page's load event. */
  #until: 'load' | 'domcontentloaded' = 'load'

  constructor(page: Page, server?: Server) {
    super(page)
    this.page = page
    this.context = page.context()
    this.keys = new Keys(page)
    const { warnings, errors } = listen(page)
    this.warnings = warnings
    this.#errors = errors
    this.#server = server
    page.on('dialog', dialog => {
      this.asked.push(dialog.type())
      return this.answers.shift() ? dialog.accept() : dialog.dismiss()
    })
  }

  get #served(): Server {
    if (!this.#server) throw new Error('no site is served to this visitor')
    return this.#server
  }

  get site(): PortalSite {
    return this.#served.site
  }

  get films(): string[] {
    return this.#served.films
  }

  /** The page's errors, without Firefox's own about files and cookies. */
  get errors(): string[] {
    return this.#errors.filter(error => !OF_FIREFOX.test(error))
  }

  /** The SDK's warnings, the page's errors, and requests to hosts that no test serves. */
  get faults(): string[] {
    return [...this.warnings, ...this.errors, ...(this.#server?.site.outside ?? [])]
  }

  /** Serves the sites. With `isEnhanced`, Google's tag has enhanced measurement. */
  async isServed(isEnhanced?: boolean): Promise<this> {
    this.#server = await serveSites(this.context, isEnhanced)
    return this
  }

  serves(page: SdkPageOptions): void {
    this.#served.page = page
  }

  servesPortal(portal: PortalSiteOptions): void {
    this.#served.portal = portal
  }

  opens(page: SdkPageOptions = {}): Promise<void> {
    this.serves(page)
    return this.goes(SDK_PAGE)
  }

  opensPortal({ path, language = 'en', ...portal }: Opening = {}): Promise<void> {
    this.servesPortal(portal)
    return this.goes(path ?? `/${language}/`)
  }

  async goes(path: string): Promise<void> {
    const { origin = PORTAL } = this.#server?.portal ?? {}
    await this.page.goto(new URL(path, [origin].flat()[0]).href, { waitUntil: this.#until })
    await this.isStarted()
  }

  async reloads(): Promise<void> {
    await this.page.reload({ waitUntil: this.#until })
    await this.isStarted()
  }

  isStarted(): Promise<unknown> {
    return started(this.page)
  }

  async opensTab(): Promise<Visitor> {
    return new Visitor(await this.context.newPage(), this.#server)
  }

  /** Waits for a while, in which a forbidden request would be sent. */
  settles(): Promise<void> {
    return this.page.waitForTimeout(SETTLE)
  }

  async accepts(): Promise<void> {
    await this.acceptAll.click()
    await expect(this.banner).toBeHidden()
  }

  async rejects(): Promise<void> {
    await this.rejectAll.click()
    await expect(this.banner).toBeHidden()
  }

  async chooses(category: string, isGranted: boolean): Promise<void> {
    await this.opensSettings()
    await this.switch(category).setChecked(isGranted)
    await this.save.click()
  }

  async opensSettings(): Promise<void> {
    await this.settingsLink.click()
    await expect(this.preferences).toBeVisible()
  }

  decides(analytics: boolean): Promise<void> {
    return this.page.evaluate(answer => {
      window.spaceoneConsent.decide({ analytics: answer })
    }, analytics)
  }

  setsLanguage(language: string): Promise<void> {
    return this.page.evaluate(tag => {
      void window.spaceoneConsent.setLanguage(tag)
    }, language)
  }

  async forgets(): Promise<void> {
    await this.context.clearCookies()
    await this.page.evaluate(() => localStorage.clear())
  }

  async unmounts(): Promise<void> {
    await this.page.evaluate(() => {
      const { unmount } = window as { unmount?: () => void }
      unmount?.()
      window.spaceoneConsent.destroy()
    })
    await expect(this.page.locator('spaceone-consent')).toHaveCount(0)
  }

  /** Makes the requests for the files of a pattern fail, until `finds` is called. */
  loses(file: string, fail = (route: Route): Promise<void> => route.abort()): Promise<unknown> {
    return this.page.route(`**/${file}`, fail)
  }

  finds(file: string): Promise<void> {
    return this.page.unroute(`**/${file}`)
  }

  /** Delays the requests for a file, or for addresses, until the returned function is called. */
  async waitsFor(file: string | RegExp): Promise<() => void> {
    let release = () => {}
    const isReleased = new Promise<void>(resolve => {
      release = resolve
    })
    this.#until = 'domcontentloaded'
    await this.page.route(typeof file === 'string' ? `**/${file}` : file, async route => {
      await isReleased
      await route.fallback()
    })
    return release
  }

  /** Expects the banner, no request to Google, and no cookie but the given ones. */
  async isAsked(...cookies: string[]): Promise<void> {
    await expect(this.banner).toBeVisible()
    await this.sendsNothing()
    expect(await this.cookies()).toEqual(cookies)
  }

  /** Expects no request to Google while `act` runs and for a while after, or so far. */
  async sendsNothing(act?: () => Promise<unknown>): Promise<void> {
    const before = act ? this.site.google.length : 0
    await act?.()
    await this.settles()
    forbid('requests to Google', this.requests().slice(before))
  }

  pushes(event: string): Promise<void> {
    return this.page.evaluate(name => window.gtag('event', name), event)
  }

  /** Simulates the visitor's return to the tab: Playwright keeps Chromium's pages visible. */
  comesBack(): Promise<void> {
    return this.page.evaluate(() => {
      document.dispatchEvent(new Event('visibilitychange'))
    })
  }

  requests(): string[] {
    return this.site.google.map(({ url }) => url.href)
  }

  events = (): string[] => this.site.events()

  isGranted(purpose = 'analytics'): Promise<boolean> {
    return this.page.evaluate(name => window.spaceoneConsent.isGranted(name), purpose)
  }

  /** Returns the consent's state, and `g` of its record: 1 if the browser sent a privacy signal. */
  state() {
    return this.page.evaluate(() => {
      const { status, granted, pending, record } = window.spaceoneConsent.$state.get()
      return { status, granted: { ...granted }, pending: [...pending], g: record?.g }
    })
  }

  notes = (): Promise<unknown[] | undefined> => this.page.evaluate(() => window.noted)

  cookies = (): Promise<string[]> => cookieNames(this.context)

  recorded = (): Promise<ConsentRecord | undefined> => recordIn(this.context)

  hasAnswered(record?: Partial<ConsentRecord>): Promise<ConsentRecord> {
    return answeredBefore(this.context, record)
  }
}

export const test = base.extend<{ visitor: Visitor }>({
  visitor: async ({ page }, use) => use(await new Visitor(page).isServed()),
})
