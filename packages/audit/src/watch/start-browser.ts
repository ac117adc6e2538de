import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type CDPSession, chromium } from 'playwright-core'
import { within } from './within.ts'

/** Which browser to start. */
export interface BrowserChoice {
  /** `chrome`, `msedge`, `chromium`, … as Playwright names them. */
  readonly channel?: string | undefined
  readonly browserPath?: string | undefined
  /** Language that the browser asks pages for. @default 'en-US' */
  readonly locale?: string | undefined
}

/** A browser with a fresh profile. */
export interface Profile {
  readonly context: BrowserContext
  /** Session of the browser itself. */
  readonly session: CDPSession
  close(): Promise<void>
}

/** The channels that are tried where none is named. */
const CHANNELS = ['chrome', 'msedge', 'chromium']

/** Where Linux distributions put Chromium. */
const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser']

/** Features that would send or delay requests on their own. */
const FLAGS = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  // WebRTC must not bypass the proxy.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
]

/**
 * Settings of a fresh profile: the browser opens no connection and fetches no page in advance,
 * because the interception of requests does not see these.
 */
const SETTINGS = { net: { network_prediction_options: 2 } }

/** How long a browser may take to close, in milliseconds. */
const CLOSING = 5000

/** How the browser is started. */
export interface StartOptions extends BrowserChoice {
  /** Address of the proxy. */
  readonly proxy?: string | undefined
  readonly userAgent?: string | undefined
}

const start = async (
  { locale = 'en-US', proxy, userAgent }: StartOptions,
  program: { channel: string } | { executablePath: string },
): Promise<Profile> => {
  const folder = await mkdtemp(join(tmpdir(), 'consent-audit-'))
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 3 })
  try {
    await mkdir(join(folder, 'Default'))
    await writeFile(join(folder, 'Default/Preferences'), JSON.stringify(SETTINGS))
    const context = await chromium.launchPersistentContext(folder, {
      ...program,
      args: [...FLAGS, ...(proxy ? [`--proxy-server=${proxy}`] : [])],
      // The sandbox does not work for root, as in many containers.
      chromiumSandbox: process.getuid?.() !== 0,
      viewport: { width: 1280, height: 800 },
      acceptDownloads: false,
      locale,
      ...(userAgent ? { userAgent } : {}),
    })
    const browser = context.browser()
    if (!browser) throw new Error('The browser has no session.')
    const close = async () => {
      await within(CLOSING, context.close()).catch(() => {})
      await remove().catch(() => {})
    }
    return { context, session: await browser.newBrowserCDPSession(), close }
  } catch (error) {
    await remove()
    throw error
  }
}

/** Starts a browser with a fresh profile. Rejects if it cannot be started. */
export const startBrowser = async (options: StartOptions): Promise<Profile> => {
  const { channel, browserPath } = options
  if (browserPath) return start(options, { executablePath: browserPath })
  if (channel) return start(options, { channel })
  const programs = [
    ...CHANNELS.map(name => ({ channel: name })),
    ...(process.platform === 'linux' ? PATHS.map(path => ({ executablePath: path })) : []),
  ]
  let first: unknown
  for (const program of programs)
    try {
      return await start(options, program)
    } catch (error) {
      first ??= error
    }
  throw first
}

/** What is known of a browser after a first start. */
export interface KnownBrowser {
  readonly name: string
  readonly version: string
  /** The name that the browser tells pages, without a word about having no window. */
  readonly userAgent: string
}

/** Starts the browser once. Rejects if it cannot be started. */
export const checkBrowser = async (choice: BrowserChoice): Promise<KnownBrowser> => {
  const { session, close } = await startBrowser(choice)
  try {
    const { product, userAgent } = await session.send('Browser.getVersion')
    const [name = '', version = ''] = product.replace('Headless', '').split('/')
    return { name, version, userAgent: userAgent.replace('Headless', '') }
  } finally {
    await close()
  }
}
