import { setTimeout as sleep } from 'node:timers/promises'
import { type PlayedGoogle, playGoogle, type Reply } from '../support/google.ts'
import { readOwn, typeOf } from '../support/read-own.ts'
import { PRELUDE } from './prelude.ts'

/** What every host serves: a folder of the repository, or a file, by the start of the path. */
const FILES: Record<string, string> = {
  '/consent/': 'packages/consent/dist/script/',
  '/npm/': '',
  '/api/': 'test/results/console/api/',
  '/assets/': 'test/results/console/assets/',
  '/reset.css': 'test/results/console/reset.css',
}

interface Served {
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
  /** Delay before the response, in milliseconds; with `Infinity` none is sent. @default 0 */
  readonly delay?: number
  readonly nonce?: string
}

/** Responses by address: `https://`, host and path, without a query. */
export type ServedPages = Readonly<Record<string, string | Served>>

export interface World extends PlayedGoogle {
  readonly asked: string[]
}

/** Milliseconds for which Google's stand-in collects events; Google's own tag takes 5000. */
const BATCH = 100

/** A time after which a stand-in with `BATCH` has sent every waiting event, in milliseconds. */
export const SETTLED = 3 * BATCH

/** Creates a world with some pages, whose hosts also serve the built files, and Google. */
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

/** Every origin may read a file, because a sandboxed page has an opaque origin. */
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
