import { readFile } from 'node:fs/promises'
import type { Route } from '@playwright/test'

/** The hosts under which Google collects. */
const HOSTS = /(^|\.)(googletagmanager|google-analytics|doubleclick|googlesyndication|google)\.com$/

/** What is answered to a request for a script. Google's own files are not ours to keep. */
const SCRIPTS: Record<string, URL> = {
  '/gtag/js': new URL('../../examples/google-stand-in/gtag.js', import.meta.url),
  '/gtm.js': new URL('../../examples/google-stand-in/gtm.js', import.meta.url),
}

/** One request that reached Google. */
interface GoogleRequest {
  readonly url: URL
  /** Query and body, an entry for each event of a batch. Firefox's driver tells no bodies. */
  readonly events: readonly URLSearchParams[]
}

/** What Google has seen. */
export interface Google {
  /** Every request so far, in order. */
  readonly google: GoogleRequest[]
  /** Loads of the tag itself. */
  scripts(): GoogleRequest[]
  /** Names of the events that were sent. */
  events(): string[]
}

/** What is sent back to a browser. */
export interface Reply {
  /** @default 200 */
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** @default '' */
  readonly body?: string
}

/** Answers for Google, by the stand-ins. */
interface PlayedGoogle extends Google {
  has(url: URL): boolean
  answer(route: Route, url: URL): Promise<void>
  /** The answer itself, for who answers by other means. */
  reply(url: URL, body: string): Promise<Reply>
}

/**
 * Plays Google to a test.
 *
 * @param batch How long the tag collects events before it sends them, in milliseconds.
 * @param options.enhanced Whether the property has enhanced measurement: the tag then sends a page
 *   view 1.1 s after the page's script or the back button changes the address. @default false
 */
export const playGoogle = (batch = 5000, { enhanced = false } = {}): PlayedGoogle => {
  const google: GoogleRequest[] = []

  const reply = async (url: URL, sent: string): Promise<Reply> => {
    const events = [url.search, ...sent.split('\n')]
      .map(line => new URLSearchParams(line))
      .filter(parameters => parameters.has('en'))
    google.push({ url, events })
    const file = SCRIPTS[url.pathname]
    if (!file) return { status: 204 }
    const script = await readFile(file, 'utf8')
    return {
      headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
      body: script
        .replace('BATCH_MS = 5000', `BATCH_MS = ${batch}`)
        .replace('ENHANCED = false', `ENHANCED = ${enhanced}`),
    }
  }

  return {
    google,
    scripts: () => google.filter(({ url }) => url.pathname === '/gtag/js'),
    events: () => google.flatMap(({ events }) => events.map(event => event.get('en') ?? '')),
    has: url => HOSTS.test(url.hostname),

    answer: async (route, url) => route.fulfill(await reply(url, route.request().postData() ?? '')),
    reply,
  }
}
