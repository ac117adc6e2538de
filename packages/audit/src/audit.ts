import { setTimeout as pause } from 'node:timers/promises'
import { firstLine } from './first-line.ts'
import { playPhase } from './play/play-phase.ts'
import {
  type Act,
  type NotPlayed,
  PHASES,
  type PhaseName,
  type Seen,
  type SeenPage,
  type SeenPhase,
} from './seen.ts'
import { VERSION } from './version.ts'
import { LOCALE, VIEWPORT } from './watch/browser-settings.ts'
import { connectOut } from './watch/network/connect-out.ts'
import type { BrowserChoice } from './watch/start-browser.ts'
import { startWatchedBrowser, type WatchedBrowser } from './watch/watch-browser.ts'

/** Options of `audit`. */
export interface AuditOptions extends BrowserChoice {
  /** The addresses of the pages to audit. */
  readonly urls: readonly string[]
  /** Whether requests to collectors reach the network as the page sends them. @default false */
  readonly isLive?: boolean | undefined
  /** How long a phase may take, in milliseconds. @default 90000 */
  readonly phaseLimit?: number | undefined
  /** How many requests a phase may cause. @default 500 */
  readonly requestLimit?: number | undefined
  /** How long the audit pauses between acts, in milliseconds; at times a multiple. @default 1500 */
  readonly wait?: number | undefined
  /** CSS selectors of a banner's controls, for banners that the audit does not understand. */
  readonly selectors?: Partial<Record<Act, string>> | undefined
  /** The phases to play. @default all */
  readonly phases?: readonly PhaseName[] | undefined
  /** Receives each phase when the audit begins to play it. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /**
   * Ends the audit early. The phase that is being played then ends with the reason `interrupted`,
   * and `audit` returns what was seen until then.
   */
  readonly signal?: AbortSignal | undefined
}

/** A phase that the audit begins to play. */
export interface Progress {
  readonly url: string
  readonly phase: PhaseName
  /** The number of this phase among the phases of all pages, from 1. */
  readonly position: number
  readonly total: number
}

/** If a phase is not played for one of these reasons, the audit skips the page's later phases. */
const OF_THE_PAGE: readonly (NotPlayed | undefined)[] = ['no-answer', 'certificate', 'other-site']

const withDefaults = (options: AuditOptions) => ({
  ...options,
  isLive: options.isLive ?? false,
  phases: options.phases ?? PHASES,
  phaseLimit: options.phaseLimit ?? 90_000,
  requestLimit: options.requestLimit ?? 500,
  wait: options.wait ?? 1500,
  selectors: options.selectors ?? {},
})

/** Returns the result of a phase in which the page was not visited, so that nothing was seen. */
const notVisited = (
  name: PhaseName,
  { notPlayed, detail }: Pick<SeenPhase, 'notPlayed' | 'detail'>,
): SeenPhase => ({
  ...{ name, notPlayed, detail, duration: 0 },
  ...{ requests: [], cookies: [], cookiesLeft: [], storage: [], storageLeft: [] },
  ...{ heldHosts: [], screenshots: [], clicks: [], scripts: [] },
})

const playPage = async (
  browserNow: () => Promise<WatchedBrowser>,
  url: string,
  options: ReturnType<typeof withDefaults>,
  onPhase: (phase: PhaseName) => void,
): Promise<SeenPage> => {
  const played: SeenPhase[] = []
  let loaded: string | undefined
  for (const name of options.phases) {
    const last = played.at(-1)
    if (last && OF_THE_PAGE.includes(last.notPlayed)) {
      played.push(notVisited(name, last))
      continue
    }
    if (options.signal?.aborted) {
      played.push(notVisited(name, { notPlayed: 'interrupted' }))
      continue
    }
    onPhase(name)
    const one = await browserNow()
      .then(browser => playPhase(browser, name, { ...options, url }))
      // The browser can crash before the phase begins.
      .catch(error => ({
        phase: notVisited(name, { notPlayed: 'error', detail: firstLine(error) }),
        loaded: undefined,
      }))
    loaded ??= one.loaded
    played.push(one.phase)
  }
  return { url, loaded, phases: played }
}

/** Plays the phases on all pages, each in the browser that `browserNow` returns. */
export const playPages = async (
  browserNow: () => Promise<WatchedBrowser>,
  given: AuditOptions,
): Promise<Seen> => {
  const options = withDefaults(given)
  const { urls, isLive, phases, phaseLimit, requestLimit, wait, onProgress, signal } = options
  const began = new Date()
  const { name, version } = await browserNow()
  const pages: SeenPage[] = []
  const total = urls.length * phases.length
  for (const [at, url] of urls.entries()) {
    // A pause before each page but the first spares the site.
    if (at > 0) await pause(wait, undefined, { signal }).catch(() => {})
    pages.push(
      await playPage(browserNow, url, options, phase => {
        const position = at * phases.length + phases.indexOf(phase) + 1
        onProgress?.({ url, phase, position, total })
      }),
    )
  }
  return {
    version: 1,
    tool: { name: '@spaceone/consent-audit', version: VERSION },
    browser: { name, version },
    began: began.toISOString(),
    duration: Date.now() - began.getTime(),
    options: {
      ...{ isLive, phaseLimit, requestLimit, wait },
      locale: options.locale ?? LOCALE,
      viewport: options.viewport ?? VIEWPORT,
      hasGpc: options.hasGpc ?? false,
      hasStorageState: options.storageState !== undefined,
    },
    pages,
  }
}

/**
 * Plays the phases on each page and returns what was seen.
 *
 * @throws If the browser cannot be started. Never throws because of what a page does.
 */
export const audit = async (options: AuditOptions): Promise<Seen> => {
  const start = () => startWatchedBrowser(options, connectOut)
  let browser = await start()
  try {
    return await playPages(async () => {
      if (browser.isConnected()) return browser
      // The browser can crash on a page. A new browser then plays the next phases.
      await browser.close()
      browser = await start()
      return browser
    }, options)
  } finally {
    await browser.close()
  }
}
