import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type CDPSession, chromium } from 'playwright-core'
import {
  FLAGS,
  LOCALE,
  SCREEN,
  SETTINGS,
  type Size,
  TOOLBAR,
  VIEWPORT,
} from './browser-settings.ts'
import { within } from './within.ts'

/** Which browser to start. */
export interface BrowserChoice {
  /** The browser's channel in Playwright's words: `chrome`, `msedge`, `chromium`, … */
  readonly channel?: string | undefined
  readonly browserPath?: string | undefined
  /** The language in which the browser asks for pages. @default 'en-US' */
  readonly locale?: string | undefined
  /** The size of the page in the window, in CSS pixels. @default 1280 x 800 */
  readonly viewport?: Size | undefined
  /** Whether the browser sends Global Privacy Control, and tells it to pages. @default false */
  readonly hasGpc?: boolean | undefined
  /**
   * Path of a file with the cookies and storage that each profile has from the beginning, as
   * Playwright's `storageState` writes it. @default no cookies, no storage
   *
   * @see https://playwright.dev/docs/auth
   */
  readonly storageState?: string | undefined
}

/** A browser that runs. */
export interface RunningBrowser {
  readonly name: string
  readonly version: string
  /** A session of the DevTools protocol with the browser itself, not with a page. */
  readonly session: CDPSession
  createProfile(): Promise<BrowserContext>
  /** Gives the window of a page the size of a visitor's window, which includes the toolbar. */
  sizeWindow(session: CDPSession): Promise<void>
  isConnected(): boolean
  /** Ends the browser, even if it is busy, and removes its profile. */
  close(): Promise<void>
}

/** The channels to try, in this order, if the options name no browser. */
const CHANNELS = ['chrome', 'msedge', 'chromium']

/** Where Linux distributions put Chromium. */
const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser']

/** How long a browser may take to close, in milliseconds. */
const CLOSING = 5000

/** Tells pages that the browser sends Global Privacy Control. Runs in each frame, before the page. */
const tellGpc = () => {
  const descriptor = { get: () => true, enumerable: true, configurable: true }
  Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', descriptor)
}

/** Returns a function that ends the browser's process, which a busy browser does not do itself. */
const killerOf = async (session: CDPSession): Promise<() => void> => {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const id = processInfo.find(({ type }) => type === 'browser')?.id
  return () => {
    try {
      if (id) process.kill(id, 'SIGKILL')
    } catch {
      // The process has ended.
    }
  }
}

const launch = async (
  program: { channel: string } | { executablePath: string },
  proxy: string,
  { locale = LOCALE, viewport = VIEWPORT, hasGpc = false, storageState }: BrowserChoice,
): Promise<RunningBrowser> => {
  const folder = await mkdtemp(join(tmpdir(), 'consent-audit-'))
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  let first: BrowserContext | undefined
  try {
    await mkdir(join(folder, 'Default'))
    await writeFile(join(folder, 'Default/Preferences'), JSON.stringify(SETTINGS))
    first = await chromium.launchPersistentContext(folder, {
      ...program,
      args: [...FLAGS, `--proxy-server=${proxy}`],
      // The sandbox does not work for root, as in many containers.
      chromiumSandbox: process.getuid?.() !== 0,
      // Playwright leaves a folder of its own behind if the browser does not start.
      artifactsDir: join(folder, 'artifacts'),
      // The command itself handles signals: it writes a report before it ends.
      ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
    })
    const opened = first
    const browser = opened.browser()
    if (!browser) throw new Error('The browser has no session.')
    const session = await browser.newBrowserCDPSession()
    const { product, userAgent } = await session.send('Browser.getVersion')
    const [name = '', version = ''] = product.replace('Headless', '').split('/')
    const kill = await killerOf(session)
    return {
      ...{ name, version, session },
      // The new profile takes over the settings of the first profile.
      async createProfile() {
        const profile = await browser.newContext({
          ...{ viewport, screen: SCREEN, locale, acceptDownloads: false },
          // Some sites send another page to a headless browser.
          userAgent: userAgent.replace('Headless', ''),
          ...(hasGpc ? { extraHTTPHeaders: { 'Sec-GPC': '1' } } : {}),
          ...(storageState ? { storageState } : {}),
        })
        if (hasGpc) await profile.addInitScript(tellGpc)
        return profile
      },
      async sizeWindow(page) {
        const { windowId } = await page.send('Browser.getWindowForTarget')
        const bounds = { width: viewport.width, height: viewport.height + TOOLBAR }
        await page.send('Browser.setWindowBounds', { windowId, bounds })
      },
      isConnected: () => browser.isConnected(),
      close: async () => {
        await within(CLOSING, opened.close()).catch(() => {})
        if (browser.isConnected()) kill()
        await remove().catch(() => {})
      },
    }
  } catch (error) {
    await first?.close().catch(() => {})
    await remove()
    throw error
  }
}

/**
 * Starts a browser.
 *
 * @param proxy Address of the proxy.
 * @throws If the browser cannot be started.
 */
export const startBrowser = async (
  choice: BrowserChoice,
  proxy: string,
): Promise<RunningBrowser> => {
  const { channel, browserPath } = choice
  if (browserPath) return launch({ executablePath: browserPath }, proxy, choice)
  if (channel) return launch({ channel }, proxy, choice)
  const programs = [
    ...CHANNELS.map(name => ({ channel: name })),
    ...(process.platform === 'linux' ? PATHS.map(path => ({ executablePath: path })) : []),
  ]
  let first: unknown
  for (const program of programs)
    try {
      return await launch(program, proxy, choice)
    } catch (error) {
      first ??= error
    }
  throw first
}
