import type { BrowserContext } from '@playwright/test'
import { cspFiles } from '../../examples/playground/csp.js'
import { plainFiles } from '../../examples/playground/npm.js'
import { DEFAULTS, type Settings } from '../../examples/playground/settings.js'
import { tagFiles } from '../../examples/playground/tag.js'
import { VERSION } from '../../packages/consent/src/shared/build.ts'
import { enterWorld } from '../everywhere/playwright-visitor.ts'
import { bundle } from './bundles.ts'
import { type PlayedGoogle, playGoogle, type Reply } from './google.ts'
import { readOwn, typeOf } from './read-own.ts'

/** The settings of a page, and how the site uses their code. */
export interface Row extends Omit<Settings, 'page'> {
  readonly way: 'script tag' | 'npm'
  readonly isTrusting: boolean
  readonly html: string
}

export interface Copied {
  readonly row: Row
  readonly title: string
  readonly origin: string
  readonly files: ReadonlyMap<string, string>
  readonly headers: Readonly<Record<string, string>>
}

/** Makes a page of a row's code, with an origin and with ids of Google for its number. */
export const copyCode = async (chosen: Partial<Row>, at: number): Promise<Copied> => {
  const idOf = (id = '') => id && `${id}${100 + at}`
  const { ga, gtm, ads } = chosen
  const ids = { ga: idOf(ga), gtm: idOf(gtm), ads: idOf(ads) }
  const row = { ...DEFAULTS, ...chosen, ...ids } as Row
  const settings: Settings = { ...row, page: 'en' }
  const isTag = row.way === 'script tag'
  const copied = isTag ? tagFiles(settings, VERSION) : plainFiles(settings)
  const codeOf = (name: string) => copied.find(file => file.name === name)?.code ?? ''
  const [header, trusting] = cspFiles(settings)
  const nonce = `N${at}`
  const withNonce = (text: string) => text.replaceAll('NONCE', nonce)
  // The page of an app loads its files with the nonce of the page.
  const app = `${codeOf('consent.css') && '<link nonce="NONCE" rel="stylesheet" href="/consent.css">'}
    <script nonce="NONCE" type="module" src="/app.js"></script>`
  const html = `<!doctype html><html lang="${row.html}"><head><meta charset="utf-8"><title>Copied</title>
    ${isTag ? codeOf('<head>') : app}</head><body><main>Text</main>${codeOf('<body>')}</body></html>`
  const policy = [
    header?.code.replace('Content-Security-Policy: ', ''),
    row.isTrusting && trusting?.code,
  ]
    .filter(Boolean)
    .join('; ')
  return {
    row,
    title: JSON.stringify({ ...chosen, services: row.services.length }),
    origin: `https://site-${at}.test`,
    headers: policy ? { 'Content-Security-Policy': withNonce(policy) } : {},
    files: new Map([
      ...copied.map(({ name, code }) => [`/${name}`, code] as const),
      ...(isTag ? [] : await bundle(codeOf('consent.ts'), true)),
      ['/', withNonce(html)],
    ]),
  }
}

export const serveCopied = async (
  context: BrowserContext,
  sites: readonly Copied[],
): Promise<PlayedGoogle> => {
  const own = async ({ files, headers }: Copied, { pathname }: URL): Promise<Reply> => {
    const [, file] = pathname.split(`/consent/${VERSION}/`)
    const type = pathname === '/' ? 'text/html' : typeOf(pathname)
    const body = file ? await readOwn(`packages/consent/dist/script/${file}`) : files.get(pathname)
    if (body === undefined) return { status: 404 }
    return { headers: { 'Content-Type': type, ...(pathname === '/' && headers) }, body }
  }
  const google = playGoogle(url => {
    const site = sites.find(({ origin }) => origin === url.origin)
    return site && own(site, url)
  })
  await enterWorld(context, {
    ...google,
    // A container without tags: which tags a container may insert is Google's to say.
    async reply(url, sent) {
      const reply = await google.reply(url, sent)
      const body = reply?.body?.replace("PROPERTY = 'G-WRAPPED'", "PROPERTY = ''")
      return reply && { ...reply, ...(body !== undefined && { body }) }
    },
  })
  return google
}
