import type { BrowserContext } from '@playwright/test'
import { enterWorld } from '../everywhere/playwright-visitor.ts'
import { type PlayedGoogle, playGoogle, type Reply } from './google.ts'
import { readOwn, typeOf } from './read-own.ts'

/** The address of the portal in tests. https makes a secure context. */
export const PORTAL = 'https://www.spaceone.test'

const TAG = /\n *<script src="\/consent\/consent\.js"[^>]*><\/script>/

const FILE = /^\/consent\/(?:\d+\.\d+\.\d+\/)?(.+)/

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
  /** Attributes for the script tag. Each replaces an attribute of the tag with the same name. */
  readonly attributes?: string
  /** Changes the script tag, which uses Google's addresses. */
  readonly tag?: (tag: string) => string
  readonly page?: (html: string) => string
  /** The origin or origins of the portal. @default PORTAL */
  readonly origin?: string | readonly string[]
}

/** The portal in one browser context, and the requests for it. */
export interface PortalSite extends PlayedGoogle {
  readonly files: string[]
}

/** Answers the portal, its files, the modules of `npmPage`, and Google's stand-in. */
export const playPortal = async (
  context: BrowserContext,
  optionsOf: () => PortalSiteOptions,
  enhanced: boolean,
): Promise<PortalSite> => {
  const files: string[] = []

  const own = async ({ pathname }: URL): Promise<Reply> => {
    const [, file] = FILE.exec(pathname) ?? []
    if (file) files.push(file)
    const [, module] = /^\/npm\/(.+)/.exec(pathname) ?? []
    const path = file
      ? `packages/consent/dist/script/${file}`
      : (module ?? `examples/portal${pathname.replace(/\/$/, '/index.html')}`)
    const body = await readOwn(path)
    if (body === undefined) return { status: 404, body: 'no such file' }
    const headers = {
      'Content-Type': typeOf(path),
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'no-cache',
    }
    if (!path.endsWith('.html')) return { headers, body }
    const { placement = 'in the head', attributes = '', tag = same, page = same } = optionsOf()
    const [line = ''] = TAG.exec(body) ?? []
    const ownTag = line
      .replace(/ data-ga-server="[^"]*"/, '')
      .replace('<script', `<script ${attributes}`)
    return { headers, body: page(PLACEMENTS[placement](tag(ownTag), body)) }
  }

  const isOwn = ({ origin }: URL) => [optionsOf().origin ?? PORTAL].flat().includes(origin)
  const google = playGoogle(url => (isOwn(url) ? own(url) : undefined), { enhanced })
  await enterWorld(context, google)
  return { ...google, files }
}

const same = (text: string): string => text
