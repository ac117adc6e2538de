import { toJson } from '../shared/encodings.ts'
import { quietly } from '../shared/errors.ts'
import { callIn } from '../shared/timers.ts'

/** The endpoint's response to an event, or to a notice with its text. */
export interface PostResult {
  /**
   * `kept`: the endpoint has the document. `never`: the endpoint rejects the document for good.
   * `later`: the document has to be sent again, for example because no response has come.
   */
  readonly outcome: 'kept' | 'never' | 'later'
  /** HTTP status; 0 if no response has come, or the body of a successful one broke off. */
  readonly status: number
  /** The header `Retry-After`; the text `null` if the header is missing. */
  readonly retryAfter?: string
  /** Hashes of the notices whose text the endpoint asks for. */
  readonly wanted?: readonly unknown[]
}

/** How long the SDK waits for a response, in seconds. */
const PATIENCE = 30

const NEVER = [400, 413, 422]

/** The content type for `sendBeacon`, the one that `fetch` sets by itself for a string. */
const TEXT = { type: 'text/plain;charset=UTF-8' }

/**
 * The size, in bytes, below which a body is sent with `keepalive`. All `keepalive` requests of a
 * page that are on their way may have at most 64 KiB together.
 */
const KEEPALIVE = 60_000

/**
 * Sends one document to the endpoint, without cookies and referrer. The content type is
 * `text/plain`, so that an endpoint on another origin needs no CORS preflight. Never rejects.
 */
export const post = async (url: string, document: object): Promise<PostResult> => {
  let arrived = () => {}
  try {
    const body = toJson(document)
    const timer = new AbortController()
    arrived = callIn(PATIENCE, () => timer.abort())
    const response = await fetch(url, {
      method: 'POST',
      body,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      // A redirect to a sign-in page would end in a 200, although the endpoint has stored nothing.
      redirect: 'error',
      keepalive: sizeOf(body) < KEEPALIVE,
      signal: timer.signal,
    })
    // The page may have replaced `fetch`, so `status` may be no number.
    const status = Number(response.status)
    if (response.ok) return { outcome: 'kept', status, wanted: wantedIn(await response.text()) }
    const outcome = NEVER.includes(status) ? 'never' : 'later'
    return { outcome, status, retryAfter: `${response.headers.get('Retry-After')}` }
  } catch {
    return { outcome: 'later', status: 0 }
  } finally {
    arrived()
  }
}

/** Sends one document, with cookies and a referrer, where `fetch` has no `keepalive`. */
export const sendBeacon = (url: string, document: object | undefined): void => {
  if (document) navigator.sendBeacon(url, new Blob([toJson(document)], TEXT))
}

/** Returns the size of a text, in bytes. */
export const sizeOf = (text: string): number => new Blob([text]).size

const wantedIn = (text: string): readonly unknown[] => {
  // The response may have no body, or a body that is not JSON.
  const wanted: unknown = quietly(() => JSON.parse(text).wanted)
  return Array.isArray(wanted) ? wanted : []
}
