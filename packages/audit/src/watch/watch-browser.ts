import { setTimeout as pause } from 'node:timers/promises'
import type { CDPSession, Page } from 'playwright-core'
import { collectorOf } from '../collectors/collector-of.ts'
import { siteOf } from '../collectors/site-of.ts'
import { closeWhenIdle } from './close-when-idle.ts'
import type { Connect } from './network/connect-out.ts'
import { fetchScript } from './network/fetch-script.ts'
import { hashScript } from './network/hash-script.ts'
import { type Holding, holdRequests } from './network/hold-requests.ts'
import { startProxy } from './network/proxy.ts'
import type { NetworkListener } from './network/read-events.ts'
import { watchNetwork } from './network/watch-network.ts'
import type { Recording } from './recording.ts'
import { type BrowserChoice, type RunningBrowser, startBrowser } from './start-browser.ts'
import { readKeys } from './stored/read-keys.ts'
import { type Binding, watchWrites } from './stored/watch-writes.ts'
import { within } from './within.ts'

/** The time between two looks at the cookies, in milliseconds. */
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

interface Watched {
  readonly page: Page
  /**
   * Notes the cookies and storage keys that exist at this moment, and the origins of frames that do
   * not tell their keys in time.
   */
  noteStored(): Promise<void>
  /**
   * Waits, up to `CLOSING`, until the windows that the page has opened are closed, and closes the
   * profile.
   */
  close(): Promise<void>
}

/** A browser that watches one profile at a time. */
export interface WatchedBrowser
  extends Pick<RunningBrowser, 'name' | 'version' | 'isConnected' | 'close'> {
  /** Opens an empty page in a fresh profile, and records its requests, cookies and storage. */
  watch(options: WatchOptions, recording: Recording): Promise<Watched>
}

/** How long a connection waits for the announcement of its request, in milliseconds. */
const PATIENCE = 1000

/** How long the page's windows, and then the profile, may take to close, in milliseconds. */
const CLOSING = 5000

/** Lets no request reach a known collector while no page is watched. */
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
  /** The hosts that pages have asked for in the present phase. */
  const hosts = new Set<string>()
  const isCollector = (host: string) => {
    const url = `https://${host}/`
    return URL.canParse(url) && holding.collectorOf(url) !== undefined
  }
  /**
   * Says whether the proxy refuses a host: unless `isLive`, a collector's, or one that no page has
   * asked for.
   */
  const isRefused = async (host: string) => {
    if (holding.isLive) return false
    if (isCollector(host)) return true
    // The connection of a WebSocket can be faster than its announcement.
    for (const began = Date.now(); !hosts.has(host) && Date.now() - began < PATIENCE; )
      await pause(POLL / 10)
    return !hosts.has(host)
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
    const { notePaused, noteDetails, noteScriptMissing } = recording
    const noteCookiesSet = recording.cookies.noteHeader
    const listenerOf = (session: CDPSession, binding: Binding): NetworkListener => ({
      ...{ noteDetails, noteCookiesSet, binding },
      noteAnnounced(one) {
        if (one.resource !== 'websocket') return recording.noteAnnounced(one)
        const { hostname } = new URL(one.url)
        hosts.add(hostname)
        recording.noteConnected(one, collectorOnPage(one.url), !isLive && isCollector(hostname))
      },
      noteFinished(id, { url, resource }) {
        if (resource !== 'script' || siteOf(url) !== siteOf(pageUrl)) return
        void hashScript(session, id).then(sha256 => {
          if (sha256) recording.noteScript({ url, sha256 })
        })
      },
    })

    hosts.clear()
    const context = await browser.createProfile()
    const popups = new Set<Promise<void>>()
    const close = async () => {
      // A browser that has ended has no windows to wait for.
      if (browser.isConnected()) await within(CLOSING, Promise.all(popups))
      clearInterval(timer)
      await within(CLOSING, context.close()).catch(() => {})
      holding = NOBODY
    }
    const lookAtCookies = async () => {
      const asked = Date.now()
      const cookies = await within(1000, context.cookies())
      if (cookies) recording.cookies.noteCookies(cookies, asked)
    }
    const timer = setInterval(() => void lookAtCookies().catch(() => {}), POLL)
    try {
      recording.cookies.noteBefore(await context.cookies())
      const binding = await watchWrites(context, recording)
      const watchPage = async (page: Page) => {
        const session = await page.context().newCDPSession(page)
        await browser.sizeWindow(session)
        await watchNetwork(session, listenerOf(session, binding))
      }
      const page = await context.newPage()
      await watchPage(page)
      context.on('page', popup => {
        // A popup can close before the audit watches it.
        const watched = watchPage(popup).catch(() => {})
        popups.add(Promise.all([watched, closeWhenIdle(popup).catch(() => {})]).then(() => {}))
      })
      holding = {
        ...{
          collectorOf: collectorOnPage,
          isLive,
          mayPost,
          notePaused,
          noteCookiesSet,
          noteScriptMissing,
        },
        fetchScript: (url, headers) => fetchScript(url, headers, { server, username, password }),
        allowHost: url => hosts.add(new URL(url).hostname),
      }
      const noteStored = async () => {
        await lookAtCookies()
        recording.noteKeys(await readKeys(page))
      }
      return { page, noteStored, close }
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
