import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Route } from '@playwright/test'
import { type Google, playGoogle } from './google.ts'

const pathOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Where the portal is played; a secure context, since the test answers for it. */
export const PORTAL = 'https://www.spaceone.test'

/** Another origin that serves the script files. */
export const CDN = 'https://cdn.spaceone.test'

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
  /** Where it is played: one origin, or several. @default PORTAL */
  readonly origin?: string | readonly string[]
  /** How long the tag collects events before it sends them, in milliseconds. @default Google's 5000 */
  readonly batch?: number
}

/** The portal example, played to one browser context, and what Google has seen of it. */
export interface PortalSite extends Google {
  /** Every request to any other host outside. A test expects none. */
  readonly outside: string[]
  /** Names of the files of `/consent/` that were loaded. */
  readonly files: string[]
}

/** Answers for every host: the portal, its script files, and Google by the stand-in. */
export const playPortal = async (
  context: BrowserContext,
  {
    placement = 'in the head',
    tag = same,
    page = same,
    origin = PORTAL,
    batch,
  }: PortalSiteOptions = {},
): Promise<PortalSite> => {
  const google = playGoogle(batch)
  const outside: string[] = []
  const files: string[] = []

  const own = async (route: Route, url: URL) => {
    const isFile = url.pathname.startsWith('/consent/')
    if (isFile) files.push(url.pathname.slice('/consent/'.length))
    const path = isFile
      ? `packages/consent/dist/script/${url.pathname.slice('/consent/'.length)}`
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

  await context.route('**/*', route => {
    const url = new URL(route.request().url())
    if ([CDN, ...[origin].flat()].includes(url.origin)) return own(route, url)
    if (google.has(url)) return google.answer(route, url)
    outside.push(url.href)
    return route.abort()
  })

  return { ...google, outside, files }
}

const same = (text: string): string => text
