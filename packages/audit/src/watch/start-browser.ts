import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type CDPSession, chromium } from 'playwright-core'
import { within } from './within.ts'

/** Which browser to start. */
export interface BrowserChoice {
  /** The browser's channel in Playwright's words: `chrome`, `msedge`, `chromium`, … */
  readonly channel?: string | undefined
  readonly browserPath?: string | undefined
  /** The language in which the browser asks for pages. @default 'en-US' */
  readonly locale?: string | undefined
}

/** A browser that runs. */
export interface RunningBrowser {
  readonly name: string
  readonly version: string
  /** A session of the DevTools protocol with the browser itself, not with a page. */
  readonly session: CDPSession
  /** Creates a fresh profile. */
  createProfile(): Promise<BrowserContext>
  isConnected(): boolean
  close(): Promise<void>
}

/** The channels to try, in this order, if the options name no browser. */
const CHANNELS = ['chrome', 'msedge', 'chromium']

/** Where Linux distributions put Chromium. */
const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser']

/** Flags against features that would send or delay requests on their own. */
const FLAGS = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]

/**
 * Settings of the profiles: the browser opens no connection and fetches no page in advance, because
 * the interception of requests does not see these; WebRTC sends nothing past the proxy; and frames
 * of other sites have storage, which Chromium denies them in profiles like those of Playwright.
 *
 * @see https://github.com/chromium/chromium/blob/main/components/content_settings/core/common/pref_names.h
 */
const SETTINGS = {
  profile: { cookie_controls_mode: 0 },
  net: { network_prediction_options: 2 },
  webrtc: { ip_handling_policy: 'disable_non_proxied_udp' },
}

/** How long a browser may take to close, in milliseconds. */
const CLOSING = 5000

const start = async (
  program: { channel: string } | { executablePath: string },
  proxy: string,
  locale: string,
): Promise<RunningBrowser> => {
  const folder = await mkdtemp(join(tmpdir(), 'consent-audit-'))
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 3 })
  try {
    await mkdir(join(folder, 'Default'))
    await writeFile(join(folder, 'Default/Preferences'), JSON.stringify(SETTINGS))
    const first = await chromium.launchPersistentContext(folder, {
      ...program,
      args: [...FLAGS, `--proxy-server=${proxy}`],
      // The sandbox does not work for root, as in many containers.
      chromiumSandbox: process.getuid?.() !== 0,
      // Playwright leaves a folder of its own behind if the browser does not start.
      artifactsDir: join(folder, 'artifacts'),
      // The command itself handles signals: it writes a report before it ends.
      ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
    })
    const browser = first.browser()
    if (!browser) throw new Error('The browser has no session.')
    const session = await browser.newBrowserCDPSession()
    const { product, userAgent } = await session.send('Browser.getVersion')
    const [name = '', version = ''] = product.replace('Headless', '').split('/')
    return {
      ...{ name, version, session },
      // The new profile takes over the settings of the first profile.
      createProfile: () =>
        browser.newContext({
          viewport: { width: 1280, height: 800 },
          acceptDownloads: false,
          // Some sites send another page to a headless browser.
          userAgent: userAgent.replace('Headless', ''),
          locale,
        }),
      isConnected: () => browser.isConnected(),
      close: async () => {
        await within(CLOSING, first.close()).catch(() => {})
        await remove().catch(() => {})
      },
    }
  } catch (error) {
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
  { channel, browserPath, locale = 'en-US' }: BrowserChoice,
  proxy: string,
): Promise<RunningBrowser> => {
  if (browserPath) return start({ executablePath: browserPath }, proxy, locale)
  if (channel) return start({ channel }, proxy, locale)
  const programs = [
    ...CHANNELS.map(name => ({ channel: name })),
    ...(process.platform === 'linux' ? PATHS.map(path => ({ executablePath: path })) : []),
  ]
  let first: unknown
  for (const program of programs)
    try {
      return await start(program, proxy, locale)
    } catch (error) {
      first ??= error
    }
  throw first
}
