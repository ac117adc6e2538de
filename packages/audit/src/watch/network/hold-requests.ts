import type { CDPSession } from 'playwright-core'
import { scriptAddress } from '../../collectors/script-address.ts'
import type { Collector } from '../../seen.ts'
import type { FetchedScript } from './fetch-script.ts'

/** A request that the browser wants to send. */
export interface PausedRequest {
  /** The id under which a page has announced the request; missing if no page has announced it. */
  readonly id?: string | undefined
  readonly url: string
  readonly method: string
  readonly resource: string
  readonly collector?: Collector | undefined
  readonly isHeld: boolean
  /** The address that the audit fetches in the browser's place; missing if it fetches none. */
  readonly fetched?: string | undefined
}

/** The rules for holding requests, and the functions that receive what happens to requests. */
export interface Holding {
  /** Returns the collector of an address that is requested as a kind of resource. */
  readonly collectorOf: (url: string, resource?: string) => Collector | undefined
  /** Whether requests to collectors reach the network. */
  readonly isLive: boolean
  /** Returns whether a page may navigate by `POST` now, which sends a form. @default always */
  readonly mayPost?: (() => boolean) | undefined
  /** Fetches a script of a collector in the browser's place, see `fetchScript`. */
  readonly fetchScript?: (url: string, headers: Record<string, string>) => Promise<FetchedScript>
  readonly notePaused?: (request: PausedRequest) => void
  /** Lets the browser connect to the host of an address. */
  readonly allowHost?: (url: string) => void
  /** Reports the cookies that the answer with a collector's script sets. */
  readonly noteCookiesSet?: (url: string, lines: readonly string[], time: number) => void
  /** Reports that the audit could not fetch a collector's script. */
  readonly noteScriptMissing?: (message: string) => void
}

interface Header {
  readonly name: string
  readonly value: string
}

/** Matches headers about the transport of a body, which are wrong for the decoded body. */
const OF_TRANSPORT = /^(content-encoding|content-length|transfer-encoding|connection|keep-alive)$/i

/**
 * Pauses the browser's requests, except WebSockets and requests that its network service sends on
 * its own, such as reports. Records each paused http request except CORS preflights. Answers with
 * an empty 204 a request to a collector, unless `isLive` or the request is for a script (see
 * `isScript`), and a navigation by `POST` that `mayPost` forbids. Pauses requests at the browser
 * and not at its pages, so that requests of workers, service workers, frames and pages that are
 * being left are paused, too.
 *
 * @param session Session of the browser itself.
 * @param holdingNow Returns the rules and functions that apply now. Is called each time the browser
 *   pauses a request.
 * @see https://chromedevtools.github.io/devtools-protocol/tot/Fetch/
 */
export const holdRequests = async (
  session: CDPSession,
  holdingNow: () => Holding,
): Promise<void> => {
  const answerScript = async (
    { fetchScript, noteCookiesSet, noteScriptMissing }: Holding,
    requestId: string,
    { url, headers }: { url: string; headers: Record<string, string> },
  ) => {
    const time = Date.now()
    try {
      if (!fetchScript) throw new Error('No page is watched.')
      const { status, headers: all, body } = await fetchScript(url, headers)
      await session.send('Fetch.fulfillRequest', {
        requestId,
        responseCode: status,
        responseHeaders: all.filter(({ name }) => !OF_TRANSPORT.test(name)),
        body: body.toString('base64'),
      })
      const lines = all.filter(({ name }) => /^set-cookie$/i.test(name)).map(({ value }) => value)
      if (lines.length) noteCookiesSet?.(url, lines, time)
    } catch (error) {
      // Fails if the page no longer waits for the script, because it has removed the frame or has
      // been left. Then the script is not missing.
      await session.send('Fetch.failRequest', { requestId, errorReason: 'ConnectionFailed' })
      const [message] = String(error).split('\n')
      noteScriptMissing?.(`${url}: ${message}`)
    }
  }

  session.on('Fetch.requestPaused', event => {
    const { requestId, request, resourceType, networkId: id } = event
    const { url, method, headers } = request
    const holding = holdingNow()
    const { collectorOf, isLive, notePaused } = holding
    // A request of another protocol, such as `data:`, contacts no host.
    const isRequest = /^https?:/.test(url)
    const resource = resourceType.toLowerCase()
    const collector = isRequest ? collectorOf(url, resource) : undefined
    const isFetched = isScript(resourceType, method, collector)
    // An empty answer leaves the page as it is.
    const isStopped = method === 'POST' && resource === 'document' && holding.mayPost?.() === false
    const isHeld = isStopped || Boolean(collector && !isLive && !isFetched)
    const asked = headerOf(headers, 'access-control-request-method')
    const fetched = collector && !isLive && isFetched ? scriptAddress(url) : undefined
    // `asked` marks a CORS preflight, which is not recorded: the request itself comes later.
    if (isRequest && !asked) notePaused?.({ id, url, method, resource, collector, isHeld, fetched })
    const isSent = !isStopped && (!collector || isLive)
    if (isRequest && isSent) holding.allowHost?.(url)

    const answer = isSent
      ? session.send('Fetch.continueRequest', { requestId })
      : isHeld || asked
        ? session.send('Fetch.fulfillRequest', {
            requestId,
            responseCode: 204,
            responseHeaders: permissions(headers),
          })
        : answerScript(holding, requestId, request)
    // Answering fails if the page has been closed: the browser has forgotten the request.
    answer.catch(() => {})
  })
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}

/**
 * Says whether a request asks a collector for a script. A script element can also send a hit: if
 * the collector is known by shape, its shape says whether the address is a script's.
 */
const isScript = (resourceType: string, method: string, collector: Collector | undefined) =>
  resourceType === 'Script' && method === 'GET' && (collector?.by === 'host' || collector?.isScript)

const headerOf = (headers: Record<string, string>, name: string) =>
  Object.entries(headers).find(([header]) => header.toLowerCase() === name)?.[1]

/** Returns headers that let a page of any origin read the answer, as collectors do. */
const permissions = (headers: Record<string, string>): Header[] => [
  { name: 'Access-Control-Allow-Origin', value: headerOf(headers, 'origin') ?? '*' },
  { name: 'Access-Control-Allow-Credentials', value: 'true' },
  { name: 'Access-Control-Allow-Methods', value: 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS' },
  {
    name: 'Access-Control-Allow-Headers',
    value: headerOf(headers, 'access-control-request-headers') ?? '*',
  },
]
