import { readFile } from 'node:fs/promises'

const HOSTS = /(^|\.)(googletagmanager|google-analytics|doubleclick|googlesyndication|google)\.com$/

/** The stand-in for each script of Google, since Google's own files may not be copied. */
const SCRIPTS: Record<string, URL> = {
  '/gtag/js': new URL('../../examples/google-stand-in/gtag.js', import.meta.url),
  '/gtm.js': new URL('../../examples/google-stand-in/gtm.js', import.meta.url),
}

/** Matches a gateway's address on a site. The file of Site Kit takes the path in `s`. */
const GATEWAY = /\/(metrics(?=\/)|gtg\/measurement\.php$)/

export const GATEWAY_TAG = 'G-TEST123'

/** The path that Google serves for a request to a gateway, and the gateway's base. */
const gatewayOf = ({ pathname, searchParams }: URL) => {
  const { index, 0: end } = GATEWAY.exec(pathname) ?? { index: -1, 0: '' }
  if (index < 0) return undefined
  const base = pathname.slice(0, index + end.length)
  const query = base.endsWith('.php') ? `?id=${searchParams.get('id')}&s=` : ''
  const path = query ? searchParams.get('s') : pathname.slice(base.length)
  // A gateway serves a container for an id of a container, and else a tag.
  const isContainer = searchParams.get('id')?.startsWith('GTM-')
  return { base: base + query, path: path === '/' ? (isContainer ? '/gtm.js' : '/gtag/js') : path }
}

interface GoogleRequest {
  readonly url: URL
  /** The parameters, one entry for each event of a batch. Firefox's driver reports no bodies. */
  readonly events: readonly URLSearchParams[]
}

/** A site and the stand-in for Google, which answer every request of a browser. */
export interface PlayedGoogle {
  readonly google: GoogleRequest[]
  scripts(): GoogleRequest[]
  events(): string[]
  /** The addresses of the requests to neither the site nor Google. Tests expect an empty list. */
  readonly outside: string[]
  /** Answers a request from any driver. Resolves to `undefined` for an unknown host. */
  reply(url: URL, body: string): Promise<Reply | undefined>
}

export interface Reply {
  /** HTTP status. @default 200 */
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Body of the response. @default '' */
  readonly body?: string
}

/**
 * Simulates Google for a test.
 *
 * @param own Answers a request to the site; returns `undefined` for another request. Requests to
 *   Google's tag gateway on the site count as requests to Google.
 * @param options.batch Milliseconds for which the stand-in for Google's tag collects events; Google's
 *   own tag takes 5000. @default 100
 * @param options.enhanced Whether the tag sends a page view 1.1 s after a script or the back button
 *   has changed the page's address. @default false
 */
export const playGoogle = (
  own: (url: URL) => Promise<Reply> | undefined,
  { batch = 100, enhanced = false } = {},
): PlayedGoogle => {
  const google: GoogleRequest[] = []
  const outside: string[] = []

  const answer = async (url: URL, sent: string): Promise<Reply> => {
    const events = [url.search, ...sent.split('\n')]
      .map(line => new URLSearchParams(line))
      .filter(parameters => parameters.has('en'))
    google.push({ url, events })
    const gateway = gatewayOf(url)
    const file = SCRIPTS[gateway?.path ?? url.pathname]
    if (!file) return { status: 204 }
    let script = await readFile(file, 'utf8')
    if (gateway)
      script = script
        .replace("GATEWAY = ''", `GATEWAY = '${gateway.base}'`)
        .replace("PROPERTY = ''", `PROPERTY = '${GATEWAY_TAG}'`)
        .replace("TAGS = 'https://www.googletagmanager.com'", `TAGS = '${gateway.base}'`)
    return {
      headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
      body: script
        .replace('BATCH_MS = 5000', `BATCH_MS = ${batch}`)
        .replace('ENHANCED = false', `ENHANCED = ${enhanced}`),
    }
  }

  return {
    google,
    outside,
    scripts: () => google.filter(({ url }) => url.pathname === '/gtag/js'),
    events: () => google.flatMap(({ events }) => events.map(event => event.get('en') ?? '')),
    async reply(url, sent) {
      const isGoogle = HOSTS.test(url.hostname)
      const reply = gatewayOf(url)
        ? answer(url, sent)
        : (own(url) ?? (isGoogle ? answer(url, sent) : undefined))
      if (!reply) outside.push(url.href)
      return reply
    },
  }
}
