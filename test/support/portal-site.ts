import type { BrowserContext } from '@playwright/test'
import { enterWorld } from '../everywhere/playwright-visitor.ts'
import { type PlayedGoogle, playGoogle, type Reply } from './google.ts'
import { readOwn, typeOf } from './read-own.ts'

/**
 * The address of the portal in tests. Playwright answers the requests. https makes the page a
 * secure context.
 */
export const PORTAL = 'https://www.spaceone.test'

/** Matches the line with the SDK's script tag on every page of the portal. */
const TAG = /\n *<script src="\/consent\/consent\.js"[^>]*><\/script>/

/** Matches the path of a script file, with or without the folder of a version. */
const FILE = /^\/consent\/(?:\d+\.\d+\.\d+\/)?(.+)/

/** The ways to write the script tag into the page. */
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
  /**
   * Changes the script tag. The tag that the function gets uses Google's addresses, not the
   * addresses of the example's server.
   */
  readonly tag?: (tag: string) => string
  /** Changes the page's HTML. */
  readonly page?: (html: string) => string
  /** The origin or origins of the portal. @default PORTAL */
  readonly origin?: string | readonly string[]
}

/**
 * The portal example in one browser context, and the requests that its Google stand-in received.
 */
export interface PortalSite extends PlayedGoogle {
  /** Names of the requested files under `/consent/`. */
  readonly files: string[]
}

/**
 * Answers every request of the context: the portal, its script files, the modules of `npmPage`, and
 * Google's stand-in.
 *
 * @param optionsOf Returns the options at the time of a request.
 * @param enhanced Whether enhanced measurement is on, see `playGoogle`.
 */
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
