import { type Page, request } from 'playwright-core'
import { collectorOf } from '../collectors/collector-of.ts'
import { holdRequests } from './hold-requests.ts'
import { type Connect, startProxy } from './proxy.ts'
import { readKeys } from './read-keys.ts'
import type { Recording } from './recording.ts'
import { type BrowserChoice, startBrowser } from './start-browser.ts'
import { watchNetwork } from './watch-network.ts'
import { within } from './within.ts'

/** How often cookies are read, in milliseconds. */
const POLL = 200

/** Options of `watchProfile`. */
export interface WatchOptions extends BrowserChoice {
  /** The page's address. A company's own site is no collector on it, unless by shape. */
  readonly url: string
  readonly isLive: boolean
  readonly userAgent: string
  readonly connect: Connect
}

/** A watched browser with one page. */
export interface Watched {
  readonly page: Page
  /** Notes cookies and storage now. */
  look(): Promise<void>
  close(): Promise<void>
}

/** Starts a browser with a fresh profile whose requests, cookies and storage are recorded. */
export const watchProfile = async (
  { url: pageUrl, isLive, connect, ...options }: WatchOptions,
  recording: Recording,
): Promise<Watched> => {
  const collectorOnPage = (url: string) => collectorOf(url, pageUrl)
  const isRefused = (host: string) =>
    !isLive && URL.canParse(`https://${host}/`) && Boolean(collectorOnPage(`https://${host}/`))
  const proxy = await startProxy(isRefused, connect)
  const { address: server, username, password } = proxy
  const fetcher = await request.newContext({
    proxy: { server, username, password },
    ignoreHTTPSErrors: false,
  })
  const closers = [() => fetcher.dispose(), () => proxy.close()]
  try {
    const profile = await startBrowser({ ...options, proxy: server })
    closers.unshift(profile.close)
    const { context, session } = profile
    const page = context.pages()[0] ?? (await context.newPage())
    await watchNetwork(await context.newCDPSession(page), {
      announced: one => {
        if (one.resource !== 'websocket') return recording.announced(one)
        const collector = collectorOnPage(one.url)
        recording.connected(one, collector, isRefused(new URL(one.url).hostname))
      },
      cookiesSet: recording.cookiesSet,
    })
    const { paused, cookiesSet } = recording
    const holding = { collectorOf: collectorOnPage, isLive, fetcher }
    await holdRequests(session, { ...holding, paused, cookiesSet })

    const lookAtCookies = async () => {
      const cookies = await within(1000, context.cookies())
      if (cookies) recording.cookiesAre(cookies)
    }
    const timer = setInterval(() => void lookAtCookies().catch(() => {}), POLL)
    closers.unshift(async () => clearInterval(timer))
    return {
      page,
      look: async () => {
        await lookAtCookies()
        recording.keysAre(await readKeys(page))
      },
      close: async () => {
        for (const close of closers) await close().catch(() => {})
      },
    }
  } catch (error) {
    for (const close of closers) await close().catch(() => {})
    throw error
  }
}
