import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Route } from '@playwright/test'

const pathOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Where the portal is played; a secure context, since the test answers for it. */
export const PORTAL = 'https://www.spaceone.test'

/** Another origin that serves the script files. */
export const CDN = 'https://cdn.spaceone.test'

/** The hosts under which Google collects. Everything else outside is aborted. */
const GOOGLE =
  /(^|\.)(googletagmanager|google-analytics|doubleclick|googlesyndication|google)\.com$/

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/** The line that carries the SDK on every page of the portal. */
const TAG = /\n *<script src="\/consent\/consent\.js"[^>]*><\/script>/

/** Where the tag stands on the page. */
export const PLACEMENTS = {
  'in the head': (tag: string, html: string) => html.replace(TAG, tag),
  'in the head with async': (tag: string, html: string) =>
    html.replace(TAG, tag.replace('<script', '<script async')),
  'in the head with defer': (tag: string, html: string) =>
    html.replace(TAG, tag.replace('<script', '<script defer')),
  'at the end of the body': (tag: string, html: string) =>
    html.replace(TAG, '').replace('</body>', `${tag}</body>`),
} as const

export type Placement = keyof typeof PLACEMENTS

export interface PortalSiteOptions {
  readonly placement?: Placement
  /** Changes the tag itself; it talks to Google's own addresses, not to the example's server. */
  readonly tag?: (tag: string) => string
  /** Changes the page around it. */
  readonly page?: (html: string) => string
  /** @default PORTAL */
  readonly origin?: string
}

/** One request that reached Google. */
interface GoogleRequest {
  readonly url: URL
  /** Query and body, an entry for each event of a batch. */
  readonly events: readonly URLSearchParams[]
}

/** The portal example, played to one browser context, and what Google has seen of it. */
export interface PortalSite {
  /** Every request to a Google host so far, in order. */
  readonly google: GoogleRequest[]
  /** Every request to any other host outside. A test expects none. */
  readonly outside: string[]
  /** Names of the files of `/consent/` that were loaded. */
  readonly files: string[]
  /** Loads of the tag itself. */
  scripts(): GoogleRequest[]
  /** Names of the events that were sent. */
  events(): string[]
}

/** Answers for every host: the portal, its script files, and Google by the stand-in. */
export const playPortal = async (
  context: BrowserContext,
  { placement = 'in the head', tag = same, page = same, origin = PORTAL }: PortalSiteOptions = {},
): Promise<PortalSite> => {
  const google: GoogleRequest[] = []
  const outside: string[] = []
  const files: string[] = []

  const own = async (route: Route, url: URL) => {
    const isFile = url.pathname.startsWith('/consent/')
    if (isFile) files.push(url.pathname.slice('/consent/'.length))
    const path = isFile
      ? `packages/sdk/dist/script/${url.pathname.slice('/consent/'.length)}`
      : `examples/portal${url.pathname.replace(/\/$/, '/index.html')}`
    const body = await readFile(pathOf(path), 'utf8').catch(() => undefined)
    if (body === undefined) return route.fulfill({ status: 404, body: 'no such file' })
    const contentType = TYPES[extname(path)] ?? 'text/plain'
    const headers = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-cache' }
    if (!path.endsWith('.html')) return route.fulfill({ contentType, headers, body })
    const [line = ''] = TAG.exec(body) ?? []
    const placed = PLACEMENTS[placement](tag(line.replace(/ data-ga-server="[^"]*"/, '')), body)
    return route.fulfill({ contentType, headers, body: page(placed) })
  }

  const answerForGoogle = async (route: Route, url: URL) => {
    const body = route.request().postData() ?? ''
    const events = [url.search, ...body.split('\n')]
      .map(line => new URLSearchParams(line))
      .filter(parameters => parameters.has('en'))
    google.push({ url, events })
    if (url.pathname !== '/gtag/js') return route.fulfill({ status: 204 })
    return route.fulfill({
      contentType: 'text/javascript',
      body: await readFile(pathOf('examples/portal/google/gtag.js'), 'utf8'),
    })
  }

  await context.route('**/*', route => {
    const url = new URL(route.request().url())
    if (url.origin === origin || url.origin === CDN) return own(route, url)
    if (GOOGLE.test(url.hostname)) return answerForGoogle(route, url)
    outside.push(url.href)
    return route.abort()
  })

  return {
    google,
    outside,
    files,
    scripts: () => google.filter(({ url }) => url.pathname === '/gtag/js'),
    events: () => google.flatMap(({ events }) => events.map(event => event.get('en') ?? '')),
  }
}

const same = (text: string): string => text
