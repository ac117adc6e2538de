import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Google, playGoogle, type Reply } from '../support/google.ts'
import { PRELUDE } from './prelude.ts'

const pathOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
}

/** What every host has, by the start of its path. */
const FILES: Record<string, string> = {
  '/consent/': 'packages/consent/dist/script/',
  '/npm/': '',
}

/** What is served under an address: a page, with the prelude in it, or a script. */
interface Served {
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
  /** How long it takes, in milliseconds; what takes for ever is never answered. @default 0 */
  readonly delay?: number
  /** CSP nonce of the prelude. */
  readonly nonce?: string
}

/** What is served, by its address: `https://`, host and path, without a query. */
export type ServedPages = Readonly<Record<string, string | Served>>

/** Everything that a browser under test can reach, and what has been asked of it. */
export interface World extends Google {
  /** Addresses of the pages' own hosts that were asked for, oldest first. */
  readonly asked: string[]
  /** Every request to a host that is neither a page's nor Google's. A test expects none. */
  readonly outside: string[]
  /** Answers a request, whatever brings it. `undefined` where nobody is. */
  reply(url: URL, body: string): Promise<Reply | undefined>
}

/** How long Google's tag collects events before it sends them, in milliseconds; Google's own takes 5000. */
const BATCH = 400

/** Longer than anything that was queued could take to leave, in milliseconds. */
export const SETTLED = 2 * BATCH

/** Builds a world of these pages, each with the built files beside it, and Google. */
export const createWorld = (pages: ServedPages): World => {
  const google = playGoogle(BATCH)
  const asked: string[] = []
  const outside: string[] = []
  const hosts = new Set(Object.keys(pages).map(address => new URL(address).host))

  const own = async (url: URL): Promise<Reply> => {
    asked.push(url.href)
    if (url.pathname === '/prelude.js') return { headers: typed('.js'), body: PRELUDE }
    const served = pages[url.origin + url.pathname]
    if (served !== undefined) return serve(typeof served === 'string' ? { body: served } : served)
    const start = Object.keys(FILES).find(start => url.pathname.startsWith(start))
    if (!start) return { status: 404 }
    const path = FILES[start] + url.pathname.slice(start.length)
    const body = await readFile(pathOf(path), 'utf8').catch(() => undefined)
    if (body === undefined) return { status: 404 }
    return { headers: typed(extname(path)), body }
  }

  return {
    ...google,
    asked,
    outside,
    async reply(url, body) {
      if (hosts.has(url.host)) return own(url)
      if (google.has(url)) return google.reply(url, body)
      outside.push(url.href)
      return undefined
    },
  }
}

/** Any origin may have it: a page in a sandbox has one of its own. */
const typed = (extension: string) => ({
  'Content-Type': TYPES[extension] ?? 'text/plain',
  'Access-Control-Allow-Origin': '*',
})

const serve = async ({ body, headers, delay = 0, nonce }: Served): Promise<Reply> => {
  await (delay === Infinity ? new Promise(() => {}) : sleep(delay))
  const isPage = /^\s*</.test(body)
  const prelude = `<script src="/prelude.js"${nonce ? ` nonce="${nonce}"` : ''}></script>`
  return {
    headers: { ...typed(isPage ? '.html' : '.js'), ...headers },
    body: isPage ? body.replace(/<head[^>]*>/, head => head + prelude) : body,
  }
}
