import type { APIRequestContext, CDPSession } from 'playwright-core'
import type { Collector } from '../seen.ts'

/** A request that the browser wants to send. */
export interface Paused {
  /** The id under which a page has announced the request; missing if the page is being left. */
  readonly id?: string | undefined
  readonly url: string
  readonly method: string
  readonly resource: string
  readonly collector?: Collector | undefined
  readonly isHeld: boolean
}

/** The rules for holding requests, and the functions that receive what happens to requests. */
export interface Holding {
  /** Returns the collector of an address that is requested as a kind of resource. */
  readonly collectorOf: (url: string, resource?: string) => Collector | undefined
  /** Whether every request reaches the network. */
  readonly isLive: boolean
  /** Fetches scripts of collectors, because the browser cannot reach their hosts. */
  readonly fetcher?: APIRequestContext
  /** Returns whether a page may navigate by `POST` now, which sends a form. @default always */
  readonly mayPost?: (() => boolean) | undefined
  readonly paused?: (request: Paused) => void
  /** Reports the cookies that the answer with a collector's script sets. */
  readonly cookiesSet?: (url: string, lines: readonly string[]) => void
  /** Reports that the audit could not fetch a collector's script. */
  readonly scriptMissing?: (message: string) => void
}

interface Header {
  readonly name: string
  readonly value: string
}

/** Matches headers about the transport of a body, which are wrong for the decoded body. */
const OF_TRANSPORT = /^(content-encoding|content-length|transfer-encoding|connection|keep-alive)$/i

/**
 * Pauses the browser's requests, except WebSockets and requests that its network service sends on
 * its own, such as reports. Records each http request except CORS preflights. Answers a request to
 * a collector with an empty 204, unless the request is for a script or nothing is held. Pauses
 * requests at the browser and not at its pages, so that requests of workers, service workers,
 * frames and pages that are being left are paused, too.
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
    { fetcher, cookiesSet }: Holding,
    requestId: string,
    { url, headers }: { url: string; headers: Record<string, string> },
  ) => {
    if (!fetcher) throw new Error('No page is watched.')
    const answer = await fetcher.fetch(url, { headers, maxRedirects: 0, failOnStatusCode: false })
    const all = answer.headersArray()
    const lines = all.filter(({ name }) => /^set-cookie$/i.test(name)).map(({ value }) => value)
    if (lines.length) cookiesSet?.(url, lines)
    const body = await answer.body()
    await session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: answer.status(),
      responseHeaders: all.filter(({ name }) => !OF_TRANSPORT.test(name)),
      body: body.toString('base64'),
    })
  }

  session.on('Fetch.requestPaused', event => {
    const { requestId, request, resourceType, networkId: id } = event
    const { url, method, headers } = request
    const holding = holdingNow()
    const { collectorOf, isLive, paused } = holding
    // A request of another protocol, such as `data:`, contacts no host.
    const isRequest = /^https?:/.test(url)
    const resource = resourceType.toLowerCase()
    const collector = isRequest ? collectorOf(url, resource) : undefined
    // An empty answer leaves the page as it is.
    const isForm = method === 'POST' && resource === 'document'
    const isStopped = isForm && holding.mayPost?.() === false
    const isHeld = isStopped || Boolean(collector && !isLive && !collector.isScript)
    const asked = headerOf(headers, 'access-control-request-method')
    // `asked` marks a CORS preflight, which is not recorded: the request itself comes later.
    if (isRequest && !asked) paused?.({ id, url, method, resource, collector, isHeld })

    const answer =
      !isStopped && (!collector || isLive)
        ? session.send('Fetch.continueRequest', { requestId })
        : isHeld || asked
          ? session.send('Fetch.fulfillRequest', {
              requestId,
              responseCode: 204,
              responseHeaders: permissions(headers),
            })
          : answerScript(holding, requestId, request).catch(error => {
              const [message] = String(error).split('\n')
              holding.scriptMissing?.(`${url}: ${message}`)
              return session.send('Fetch.failRequest', {
                requestId,
                errorReason: 'ConnectionFailed',
              })
            })
    // Answering fails if the page has been closed: the browser has forgotten the request.
    answer.catch(() => {})
  })
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}

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
