import { type Page, request } from 'playwright-core'
import { collectorOf } from '../collectors/collector-of.ts'
import type { Connect } from './connect-out.ts'
import { type Holding, holdRequests } from './hold-requests.ts'
import { startProxy } from './proxy.ts'
import { readKeys } from './read-keys.ts'
import type { Recording } from './recording.ts'
import { type BrowserChoice, type RunningBrowser, startBrowser } from './start-browser.ts'
import { watchNetwork } from './watch-network.ts'
import { watchWrites } from './watch-writes.ts'
import { within } from './within.ts'

/** How often cookies are read, in milliseconds. */
const POLL = 200

/** Options of `watch`. */
export interface WatchOptions {
  /**
   * The address that the page will load. On the page's own site a collector's requests are known
   * only by shape.
   */
  readonly url: string
  /** Whether requests to collectors reach the network. */
  readonly isLive: boolean
  /** Returns whether the page may navigate by `POST` now. @default always */
  readonly mayPost?: (() => boolean) | undefined
}

/** A watched profile with one page. */
interface Watched {
  readonly page: Page
  /** Notes the cookies and storage keys that exist at this moment. */
  look(): Promise<void>
  close(): Promise<void>
}

/** A browser that watches one profile at a time. */
export interface WatchedBrowser
  extends Pick<RunningBrowser, 'name' | 'version' | 'isConnected' | 'close'> {
  /** Opens an empty page in a fresh profile, and records its requests, cookies and storage. */
  watch(options: WatchOptions, recording: Recording): Promise<Watched>
}

/** Lets no request reach a collector while no page is watched. */
const NOBODY: Holding = {
  collectorOf: (url, resource) => collectorOf(url, undefined, resource),
  isLive: false,
}

/**
 * Starts a proxy and a browser behind it, and intercepts the browser's requests.
 *
 * @throws If the browser cannot be started.
 */
export const startWatchedBrowser = async (
  choice: BrowserChoice,
  connect: Connect,
): Promise<WatchedBrowser> => {
  let holding = NOBODY
  const isRefused = (host: string) => {
    const url = `https://${host}/`
    return !holding.isLive && URL.canParse(url) && holding.collectorOf(url) !== undefined
  }
  const proxy = await startProxy(isRefused, connect)
  const { address: server, username, password } = proxy
  const browser = await startBrowser(choice, server).catch(async error => {
    await proxy.close()
    throw error
  })
  await holdRequests(browser.session, () => holding)

  const watch = async ({ url: pageUrl, isLive, mayPost }: WatchOptions, recording: Recording) => {
    const collectorOnPage = (url: string, resource?: string) => collectorOf(url, pageUrl, resource)
    const fetcher = await request.newContext({ proxy: { server, username, password } })
    const context = await browser.createProfile()
    const close = async () => {
      clearInterval(timer)
      await within(CLOSING, context.close()).catch(() => {})
      holding = NOBODY
      await fetcher.dispose()
    }
    const lookAtCookies = async () => {
      const cookies = await within(1000, context.cookies())
      if (cookies) recording.cookiesAre(cookies)
    }
    const timer = setInterval(() => void lookAtCookies().catch(() => {}), POLL)
    try {
      const binding = await watchWrites(context, recording)
      const page = await context.newPage()
      await watchNetwork(await context.newCDPSession(page), {
        announced: one => {
          if (one.resource !== 'websocket') return recording.announced(one)
          const isHeld = isRefused(new URL(one.url).hostname)
          recording.connected(one, collectorOnPage(one.url), isHeld)
        },
        cookiesSet: recording.cookiesSet,
        binding,
      })
      const { paused, cookiesSet, scriptMissing } = recording
      holding = {
        ...{ collectorOf: collectorOnPage, isLive, fetcher, mayPost },
        ...{ paused, cookiesSet, scriptMissing },
      }
      const look = async () => {
        await lookAtCookies()
        recording.keysAre(await readKeys(page))
      }
      return { page, look, close }
    } catch (error) {
      await close()
      throw error
    }
  }
  const { name, version, isConnected } = browser
  const close = async () => {
    await browser.close()
    await proxy.close()
  }
  return { name, version, isConnected, watch, close }
}

/** How long a profile may take to close, in milliseconds. */
const CLOSING = 5000
