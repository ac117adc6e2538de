import type { SeenRequest } from '../../seen.ts'
import type { Binding } from '../stored/watch-writes.ts'
import type { BrowserEvent } from './browser-event.ts'
import type { ToldInitiator } from './initiator-of.ts'

/** A request, as the session of a page, frame or worker has announced it. */
export interface AnnouncedRequest {
  readonly id: string
  readonly url: string
  readonly method: string
  readonly resource: string
  /** The time of the request, in milliseconds since the epoch. */
  readonly time: number
  readonly initiator: ToldInitiator
  /** Type of the target: `page`, `iframe`, `worker`, … */
  readonly target: string
  /** The position in the chain of redirects. @default 0 */
  readonly hop?: number | undefined
}

/** What the browser reports of a request after its announcement. */
export type RequestDetails = Pick<SeenRequest, 'status' | 'mimeType' | 'duration' | 'cookiesSent'>

/** Receives what the sessions report. */
export interface NetworkListener {
  noteAnnounced(request: AnnouncedRequest): void
  /** Receives details of a request; `hop` is the position in the chain of redirects. */
  noteDetails(id: string, hop: number, details: RequestDetails): void
  /**
   * Receives the `Set-Cookie` lines of an answer, without those that the browser has refused. `time`
   * is the time of the request, in milliseconds since the epoch.
   */
  noteCookiesSet(url: string, lines: readonly string[], time: number): void
  /** The function by which frames report what their scripts write. */
  readonly binding?: Binding | undefined
  /**
   * Receives a request whose response is complete, except those of workers and of other sites'
   * frames.
   */
  noteFinished(id: string, request: Pick<AnnouncedRequest, 'url' | 'resource'>): void
}

interface Hop {
  readonly url: string
  readonly resource: string
  /** Milliseconds since the epoch. */
  readonly time: number
  /** Seconds on the browser's own clock. */
  readonly timestamp: number
}

/** What is known of the requests that have one id: one request, and its redirects. */
interface RedirectChain {
  readonly hops: Hop[]
  sent: number
  answers: number
}

/** Returns a function that passes events of the DevTools protocol on to the listener. */
export const readEvents = (target: string, listener: NetworkListener) => {
  const chains = new Map<string, RedirectChain>()
  const chainOf = (id: string): RedirectChain => {
    const chain = chains.get(id) ?? { hops: [], sent: 0, answers: 0 }
    chains.set(id, chain)
    return chain
  }
  const answered = ({
    status,
    mimeType,
  }: {
    status: number
    mimeType: string
  }): RequestDetails => ({ status, mimeType })
  /** Returns as `duration` the time from a request to an event, in milliseconds. */
  const since = (hop: Hop | undefined, timestamp: number): RequestDetails =>
    hop ? { duration: Math.max(0, Math.round((timestamp - hop.timestamp) * 1000)) } : {}

  return (event: BrowserEvent): void => {
    if (event.method === 'Network.requestWillBeSent') {
      const { requestId: id, request, type = 'other', wallTime, timestamp } = event.params
      const { hops } = chainOf(id)
      const { initiator, redirectResponse } = event.params
      if (redirectResponse)
        listener.noteDetails(id, hops.length - 1, {
          ...answered(redirectResponse),
          ...since(hops.at(-1), timestamp),
        })
      const [url, resource, time] = [request.url, type.toLowerCase(), wallTime * 1000]
      hops.push({ url, resource, time, timestamp })
      listener.noteAnnounced({
        ...{ id, url, resource, time, target, initiator },
        ...{ method: request.method, hop: hops.length - 1 },
      })
    } else if (event.method === 'Network.requestWillBeSentExtraInfo') {
      const { requestId: id, associatedCookies } = event.params
      const chain = chainOf(id)
      const sent = associatedCookies.filter(one => one.blockedReasons.length === 0)
      listener.noteDetails(id, chain.sent, { cookiesSent: sent.map(one => one.cookie.name) })
      chain.sent += 1
    } else if (event.method === 'Network.responseReceived') {
      const { requestId: id, response } = event.params
      listener.noteDetails(id, Math.max(0, chainOf(id).hops.length - 1), answered(response))
    } else if (event.method === 'Network.loadingFinished') {
      const { requestId: id, timestamp } = event.params
      const { hops } = chainOf(id)
      const last = hops.at(-1)
      if (!last) return
      listener.noteDetails(id, hops.length - 1, since(last, timestamp))
      if (target === 'page') listener.noteFinished(id, last)
    } else if (event.method === 'Network.webSocketCreated') {
      const { requestId: id, url, initiator = { type: 'other' } } = event.params
      listener.noteAnnounced({
        ...{ id, url, method: 'GET', target, initiator },
        ...{ resource: 'websocket', time: Date.now() },
      })
    } else if (event.method === 'Network.responseReceivedExtraInfo') {
      const { requestId: id, headers, blockedCookies = [] } = event.params
      const chain = chainOf(id)
      const hop = chain.hops[chain.answers] ?? chain.hops.at(-1)
      chain.answers += 1
      const [, text] =
        Object.entries(headers).find(([name]) => name.toLowerCase() === 'set-cookie') ?? []
      const refused = new Set(blockedCookies.map(one => one.cookieLine))
      const lines = (text?.split('\n') ?? []).filter(line => !refused.has(line))
      if (hop && lines.length) listener.noteCookiesSet(hop.url, lines, hop.time)
    } else if (event.method === 'Runtime.bindingCalled') {
      // Playwright has bindings of its own.
      const { binding } = listener
      if (event.params.name === binding?.name) binding.receive(event.params.payload)
    }
  }
}
