import { callIn } from '../shared/call-in.ts'
import { toJson } from '../shared/to-json.ts'

/** What an endpoint has said. */
export interface Answer {
  /** `later` also when there was no answer at all. */
  readonly outcome: 'kept' | 'never' | 'later'
  /** 0 when there was no answer. */
  readonly status: number
  /** Its header `Retry-After`; any other text where there is none. */
  readonly retryAfter?: string
  /** The hashes whose text it asks for. */
  readonly wanted?: readonly unknown[]
}

/** How long an answer may take, in seconds. */
const PATIENCE = 30

/** What will not be taken another time, either. */
const NEVER = [400, 413, 422]

/** As `fetch` says it of a string by itself. */
const TEXT = { type: 'text/plain;charset=UTF-8' }

/** The most that browsers send for a page that is gone, in bytes, all requests together. */
const KEEPALIVE = 60_000

/**
 * Sends one document. It goes as text, so that no other site has to be asked beforehand, without
 * cookies and without the page's address. Never rejects.
 */
export const post = async (url: string, document: object): Promise<Answer> => {
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
      // A page to log in on would answer with 200, and has kept nothing.
      redirect: 'error',
      keepalive: sizeOf(body) < KEEPALIVE,
      signal: timer.signal,
    })
    // A page may have put a `fetch` of its own there.
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

/** Says whether a request outlives its page. */
export const canKeepAlive = (): boolean => 'keepalive' in Request.prototype

/**
 * Sends one document from a page that is being left, where `fetch` would end with it. Nobody hears
 * the answer; the browser adds its cookies for that address. Never throws.
 */
export const sendBeacon = (url: string, document: object | undefined): void => {
  try {
    if (document) navigator.sendBeacon(url, new Blob([toJson(document)], TEXT))
  } catch {
    // A policy of the page forbids it: what is stored waits.
  }
}

/** How many bytes a text takes on its way. */
export const sizeOf = (text: string): number => new Blob([text]).size

const wantedIn = (text: string): readonly unknown[] => {
  try {
    const { wanted } = JSON.parse(text)
    return Array.isArray(wanted) ? wanted : []
  } catch {
    // An answer may be empty, or anything else.
    return []
  }
}
