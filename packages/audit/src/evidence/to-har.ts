import type { Content, Entry, Har, Page } from 'har-format'
import type { Seen, SeenPhase, SeenRequest } from '../seen.ts'

/**
 * Returns all requests of an audit as a HAR 1.2, with a HAR page for each phase of each page. The
 * HAR has whole addresses, but no bodies, no headers, and of cookies only the names.
 *
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */
export const toHar = (seen: Seen): Har => {
  let next = Date.parse(seen.began)
  const timed = seen.pages.flatMap(({ url, phases }, at) =>
    phases.map((phase): TimedPhase => {
      const began = phase.began ? Date.parse(phase.began) : next
      next = began + phase.duration
      return { id: `page-${at + 1}-${phase.name}`, url, began, phase }
    }),
  )
  return {
    log: {
      ...{ version: '1.2', creator: { ...seen.tool }, browser: { ...seen.browser } },
      pages: timed.map(pageOf),
      entries: timed.flatMap(one => one.phase.requests.map(request => entryOf(one, request))),
    },
  }
}

/** A phase with the id of its HAR page; `began` is in milliseconds since the epoch. */
interface TimedPhase {
  readonly id: string
  readonly url: string
  readonly began: number
  readonly phase: SeenPhase
}

const pageOf = ({ id, url, began, phase }: TimedPhase): Page => ({
  ...{ id, title: `${phase.name}: ${url}`, startedDateTime: new Date(began).toISOString() },
  pageTimings: {},
})

const entryOf = ({ id, began }: TimedPhase, request: SeenRequest): Entry => {
  const { url, method, status, mimeType = '', duration, cookiesSent = [] } = request
  const content: Content = { size: -1, mimeType }
  return {
    pageref: id,
    startedDateTime: new Date(began + request.at).toISOString(),
    time: duration ?? -1,
    request: {
      ...{ method, url, httpVersion: '', headers: [], headersSize: -1, bodySize: -1 },
      cookies: cookiesSent.map(name => ({ name, value: '' })),
      queryString: URL.canParse(url)
        ? [...new URL(url).searchParams].map(([name, value]) => ({ name, value }))
        : [],
    },
    response: {
      // Programs that read HAR files take the status 0 for a request without an answer.
      ...{ status: status ?? 0, statusText: '', httpVersion: '', cookies: [], headers: [] },
      ...{ content, redirectURL: '', headersSize: -1, bodySize: -1 },
    },
    cache: {},
    timings: { send: 0, wait: duration ?? -1, receive: 0 },
    ...(request.isHeld ? { comment: 'Held: answered by the audit, not sent.' } : {}),
  }
}
