import { setTimeout as sleep } from 'node:timers/promises'
import { type PlayedGoogle, playGoogle, type Reply } from '../support/google.ts'
import { readOwn, typeOf } from '../support/read-own.ts'
import { PRELUDE } from './prelude.ts'

/**
 * The folders, and one file, that every host of a page serves, by the start of the path. The path
 * of a folder is relative to the repository; '' is the whole repository.
 */
const FILES: Record<string, string> = {
  '/consent/': 'packages/consent/dist/script/',
  '/npm/': '',
  '/api/': 'test/results/console/api/',
  '/assets/': 'test/results/console/assets/',
  '/reset.css': 'test/results/console/reset.css',
}

/** A response with a script or a page. A page begins with the script of `prelude.ts`. */
interface Served {
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
  /** Delay before the response, in milliseconds; with `Infinity` none is sent. @default 0 */
  readonly delay?: number
  /** The CSP nonce for the prelude's script element. */
  readonly nonce?: string
}

/** Responses by address: `https://`, host and path, without a query. */
export type ServedPages = Readonly<Record<string, string | Served>>

/** Everything that a browser under test can request, and the requests made so far. */
export interface World extends PlayedGoogle {
  /** The requested addresses on the hosts of the pages, oldest first. */
  readonly asked: string[]
}

/**
 * The time for which the stand-in for Google's tag collects events before it sends them, in
 * milliseconds. Google's own tag collects for 5000.
 */
const BATCH = 150

/** A time after which a stand-in with `BATCH` has sent every waiting event, in milliseconds. */
export const SETTLED = 3 * BATCH

/**
 * Creates a world with some pages. The host of each page also serves the built files. Google's
 * hosts are simulated.
 */
export const createWorld = (pages: ServedPages, batch = BATCH): World => {
  const asked: string[] = []
  const hosts = new Set(Object.keys(pages).map(address => new URL(address).host))

  const own = async (url: URL): Promise<Reply> => {
    asked.push(url.href)
    if (url.pathname === '/prelude.js') return { headers: typed('prelude.js'), body: PRELUDE }
    const served = pages[url.origin + url.pathname]
    if (served !== undefined) return serve(typeof served === 'string' ? { body: served } : served)
    const start = Object.keys(FILES).find(start => url.pathname.startsWith(start))
    if (!start) return { status: 404 }
    const path = FILES[start] + url.pathname.slice(start.length)
    const body = await readOwn(path)
    if (body === undefined) return { status: 404 }
    return { headers: typed(path), body }
  }

  const google = playGoogle(url => (hosts.has(url.host) ? own(url) : undefined), { batch })
  return { ...google, asked }
}

/**
 * Returns the headers of a file. Every origin may read the file, because a sandboxed page has an
 * opaque origin.
 */
const typed = (path: string) => ({
  'Content-Type': typeOf(path),
  'Access-Control-Allow-Origin': '*',
})

const serve = async ({ body, headers, delay = 0, nonce }: Served): Promise<Reply> => {
  await (delay === Infinity ? new Promise(() => {}) : sleep(delay))
  const isPage = /^\s*</.test(body)
  const prelude = `<script src="/prelude.js"${nonce ? ` nonce="${nonce}"` : ''}></script>`
  return {
    headers: { ...typed(isPage ? 'page.html' : 'file.js'), ...headers },
    body: isPage ? body.replace(/<head[^>]*>/, head => head + prelude) : body,
  }
}
