import { type BrowserContext, test as base, expect, type Page, type Route } from '@playwright/test'
import type { ConsentRecord } from '../../packages/consent/src/core/index.ts'
import { type Blocks, blocksOf } from './blocks.ts'
import { ConsentView } from './consent-view.ts'
import { forbid } from './forbidden.ts'
import { Keys } from './keys.ts'
import { cookieNames, listen } from './observe.ts'
import { PORTAL, type PortalSite, type PortalSiteOptions } from './portal-site.ts'
import { answeredBefore, recordIn } from './record.ts'
import { SDK_PAGE, type SdkPageOptions, started } from './sdk-page.ts'
import { type Server, serveSites } from './serve-sites.ts'

/** How long a test waits for a request that must not be sent, in milliseconds. */
const SETTLE = 500

/** Messages of Firefox itself, for a module that fails to load, a policy, and a refused cookie. */
const OF_FIREFOX = /^Loading module|\(connect-src\)|^Cookie “/

/** The languages of the portal, which are all languages of the SDK. */
export const LANGUAGES = ['en', 'ko', 'ja'] as const

/** Attributes that give the portal's script tag two services and three purposes. */
export const RICH =
  'data-gtm="GTM-PORTAL" data-categories="marketing,personalization" data-policy-earlier="/en/"'

/** The page of the portal to open, and the options of the portal. */
export interface Opening extends PortalSiteOptions {
  /** Path of the page. @default the home page in `language` */
  readonly path?: string
  /** Language of the home page. @default 'en' */
  readonly language?: string
}

/** A visitor of a site with the SDK: what the visitor does in one tab, and the results. */
export class Visitor extends ConsentView {
  readonly page: Page
  readonly context: BrowserContext
  readonly keys: Keys
  readonly blocks: Blocks
  /** The SDK's warnings. */
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
    this.blocks = blocksOf(page)
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

  /** The portal and Google's stand-in, with the requests that they have received. */
  get site(): PortalSite {
    return this.#served.site
  }

  /** The requests so far for the video that an iframe shows after the grant. */
  get films(): string[] {
    return this.#served.films
  }

  /**
   * The page's errors, without those that Firefox reports about missing files, forbidden files and
   * cookies.
   */
  get errors(): string[] {
    return this.#errors.filter(error => !OF_FIREFOX.test(error))
  }

  /**
   * One list: the SDK's warnings, the page's errors, and the addresses of the requests to hosts
   * that no test serves.
   */
  get faults(): string[] {
    return [...this.warnings, ...this.errors, ...(this.#server?.site.outside ?? [])]
  }

  /** Serves the sites. With `isEnhanced`, Google's tag has enhanced measurement. */
  async isServed(isEnhanced?: boolean): Promise<this> {
    this.#server = await serveSites(this.context, isEnhanced)
    return this
  }

  /** Sets the options of the SDK's page, which count from the next request on. */
  serves(page: SdkPageOptions): void {
    this.#served.page = page
  }

  /** Sets the options of the portal, which count from the next request on. */
  servesPortal(portal: PortalSiteOptions): void {
    this.#served.portal = portal
  }

  /** Opens a page of a site with the SDK, and waits until the SDK has started. */
  opens(page: SdkPageOptions = {}): Promise<void> {
    this.serves(page)
    return this.goes(SDK_PAGE)
  }

  /** Opens a page of the portal, and waits until the SDK has started. */
  opensPortal({ path, language = 'en', ...portal }: Opening = {}): Promise<void> {
    this.servesPortal(portal)
    return this.goes(path ?? `/${language}/`)
  }

  /** Goes to another page of the site, and waits until the SDK has started. */
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

  /** Opens another tab of the same browser. */
  async opensTab(): Promise<Visitor> {
    return new Visitor(await this.context.newPage(), this.#server)
  }

  /** Waits half a second, in which a forbidden request would be sent. */
  settles(): Promise<void> {
    return this.page.waitForTimeout(SETTLE)
  }

  /** Accepts in the banner. */
  async accepts(): Promise<void> {
    await this.acceptAll.click()
    await expect(this.banner).toBeHidden()
  }

  /** Rejects in the banner. */
  async rejects(): Promise<void> {
    await this.rejectAll.click()
    await expect(this.banner).toBeHidden()
  }

  /** Opens the preferences, sets the switch of one category, and saves. */
  async chooses(category: string, isGranted: boolean): Promise<void> {
    await this.opensSettings()
    await this.switch(category).setChecked(isGranted)
    await this.save.click()
  }

  /** Opens the settings by the page's link. */
  async opensSettings(): Promise<void> {
    await this.settingsLink.click()
    await expect(this.preferences).toBeVisible()
  }

  /** Decides by calling `decide` in the page. */
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

  /** Deletes all cookies of the browser, and the `localStorage` of the page's origin. */
  async forgets(): Promise<void> {
    await this.context.clearCookies()
    await this.page.evaluate(() => localStorage.clear())
  }

  /** Unmounts the view of an npm page, and destroys the consent. */
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

  /** Delays the requests for a file until the returned function is called. */
  async waitsFor(file: string): Promise<() => void> {
    let release = () => {}
    const isReleased = new Promise<void>(resolve => {
      release = resolve
    })
    this.#until = 'domcontentloaded'
    await this.page.route(`**/${file}`, async route => {
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

  /**
   * Expects no request to Google while the visitor acts and for a while after; without `act`, no
   * request so far.
   */
  async sendsNothing(act?: () => Promise<unknown>): Promise<void> {
    const before = act ? this.site.google.length : 0
    await act?.()
    await this.settles()
    forbid('requests to Google', this.requests().slice(before))
  }

  /** Pushes an event to Google's tag. */
  pushes(event: string): Promise<void> {
    return this.page.evaluate(name => window.gtag('event', name), event)
  }

  /** Simulates the visitor's return to the tab: Playwright keeps Chromium's pages visible. */
  comesBack(): Promise<void> {
    return this.page.evaluate(() => {
      document.dispatchEvent(new Event('visibilitychange'))
    })
  }

  /** Returns the addresses requested from Google. */
  requests(): string[] {
    return this.site.google.map(({ url }) => url.href)
  }

  /** Returns the names of the events that Google has received. */
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

  /** Returns what scripts of the page have noted. */
  notes = (): Promise<unknown[] | undefined> => this.page.evaluate(() => window.noted)

  /** Returns the names of the browser's cookies. */
  cookies = (): Promise<string[]> => cookieNames(this.context)

  /** Returns the record in the cookie. */
  recorded = (): Promise<ConsentRecord | undefined> => recordIn(this.context)

  /** Sets the cookie of a visitor who has answered on an earlier page. */
  hasAnswered(record?: Partial<ConsentRecord>): Promise<ConsentRecord> {
    return answeredBefore(this.context, record)
  }
}

/** Playwright's `test` with a visitor. */
export const test = base.extend<{ visitor: Visitor }>({
  visitor: async ({ page }, use) => use(await new Visitor(page).isServed()),
})
