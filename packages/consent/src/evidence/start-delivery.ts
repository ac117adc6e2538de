import type { warn } from '../options/warn.ts'
import { stored, storedKeys, unstore } from '../shared/platform.ts'
import { callIn } from '../shared/timers.ts'
import { createBackoff, isStored } from './backoff.ts'
import { type PostResult, post, sendBeacon, sizeOf } from './post.ts'
import { type Codec, readEntry, type Undelivered, type Waiting } from './read-entry.ts'

/** The undelivered decisions of an origin for one cookie name, and their endpoint. */
export interface Outbox extends Codec {
  readonly url: string
  /**
   * The beginning of the name of every entry that the SDK stores in `localStorage` for the
   * delivery. `<key>box` is the entry with the waiting time, `<key>box.…` a decision of version
   * 0.1, `<key>going.…` a decision of today's code: a tab that still runs 0.1 deletes every
   * `box…` that it cannot read. Any script on this origin may have written an entry of such a name.
   */
  readonly key: string
  /** Decisions that are not in `localStorage`, by entry name. */
  readonly memory: Record<string, string>
  readonly warn: typeof warn
}

/** The sender of an outbox's events to the endpoint. */
export interface Sender {
  /** Sends undelivered events: at once each new one that is only in memory, the others later. */
  send(): void
  /** Sends the events that are only in memory, then stops. */
  stop(): void
}

/** The largest number of decisions that wait. If more wait, `send` drops the oldest. */
const MOST = 100

/** The largest JSON document with a notice that is sent to the endpoint, in bytes. */
const LARGEST_NOTICE = 65_536

/**
 * How long the tab keeps the lock after the last event, in seconds: other tabs see a change of
 * `localStorage` a moment later. The warning `delivery-later` waits for the same time.
 */
const SETTLED = 0.1

/** Events after which a page can end without running further code. */
const LEAVING = ['pagehide', 'freeze']

/** Events after which a page runs again, even if `document.visibilityState` is not `visible`. */
const BACK = ['pageshow', 'resume']

/** The events that the delivery handles: those of the window and of the document. */
const EVENTS = [
  ...[...LEAVING, ...BACK, 'online', 'visibilitychange'],
  ...['prerenderingchange', 'securitypolicyviolation'],
]

/**
 * Creates the sender of an outbox. It delivers the stored events one after the other, under a lock
 * against other tabs, and as the page closes all at once, unless a waiting time runs. Throws a
 * `TypeError` if consent.js is of version 0.1.
 */
export const startDelivery = (outbox: Outbox): Sender => {
  const { url, decode, key, memory, warn } = outbox
  // The browser's cache may still have the consent.js of version 0.1, which passes no decoder.
  if (!decode) throw new TypeError('consent.js has another version')
  const lock = `${key}box`
  const backoff = createBackoff(lock)
  /**
   * Names of entries that are on their way, delivered, rejected or invalid: `localStorage` may keep
   * what is removed.
   */
  const sent = new Set<string>()
  /** Names of entries that were sent while they were only in memory. */
  const tried = new Set<string>()
  const warned = new Set<string>()
  /** Whether a Content-Security-Policy has blocked the endpoint. */
  let isForbidden = false
  let unschedule = () => {}
  let isOver = false
  let isAtWork = false
  let leaving = new AbortController()

  const drop = (name: string) => {
    delete memory[name]
    unstore(name)
  }

  const isEntry = (name: string) => name.startsWith(`${lock}.`) || name.startsWith(`${key}going.`)

  /** Returns the entries to send: those of version 0.1 first, each kind from the oldest. */
  const waiting = (): readonly Waiting[] => {
    const entries: Record<string, string> = {}
    // Read only the values of entries: other keys belong to the page.
    for (const name of storedKeys(key)) if (isEntry(name)) entries[name] = stored(name) ?? ''
    return Object.entries({ ...entries, ...memory })
      .sort()
      .filter(([name]) => isEntry(name) && !sent.has(name))
  }

  const warnOnce = (code: 'delivery-later' | 'dropped', { status }: PostResult) => {
    if (!warned.has(code)) warn(code, url, isForbidden || status)
    warned.add(code)
  }

  /** Sends one event, then its notice, if the endpoint asks for it and it is not too large. */
  const sendWithNotice = async ({ event, notice }: Undelivered): Promise<PostResult> => {
    const answer = await post(url, event)
    const { h } = event.record
    if (!notice || !answer.wanted?.includes(h)) return answer
    const document = { v: 1, type: 'notice', h, text: notice }
    return sizeOf(JSON.stringify(document)) > LARGEST_NOTICE ? answer : post(url, document)
  }

  const startLater = (): void => {
    unschedule()
    if (!isOver) unschedule = callIn(backoff.left() / 1000, () => quietlyAsync(start))
  }

  /** Delivers one entry. @returns Whether the next entry may be sent. */
  const deliver = async (one: Waiting): Promise<boolean> => {
    const [name] = one
    const entry = readEntry(one, outbox)
    sent.add(name)
    if (entry) {
      if (!isStored(name)) tried.add(name)
      const answer = await sendWithNotice(entry)
      if (answer.outcome === 'later') {
        sent.delete(name)
        // The event of the Content-Security-Policy may come a moment after the failure.
        callIn(SETTLED, () => warnOnce('delivery-later', answer))
        backoff.putOff(name, answer.retryAfter)
        startLater()
        return false
      }
      if (answer.outcome === 'never') warnOnce('dropped', answer)
      backoff.end()
    }
    drop(name)
    return true
  }

  const deliverAll = async (): Promise<void> => {
    const { signal } = leaving
    // The next call replaces `onabort`. `addEventListener` would add a listener at each call.
    const left = new Promise<false>(resolve => {
      signal.onabort = () => resolve(false)
    })
    for (let next = waiting()[0]; next && !signal.aborted && !backoff.left(); next = waiting()[0])
      if (!(await Promise.race([deliver(next), left]))) return
    await Promise.race([new Promise<void>(resolve => callIn(SETTLED, resolve)), left])
  }

  const send = (): void => {
    if (isOver) return
    for (const [oldest] of waiting().slice(0, -MOST)) {
      drop(oldest)
      warn('outbox-full')
    }
    startLater()
    // An event that is only in memory is lost if the page closes, so its first try does not wait.
    for (const one of waiting())
      if (!isStored(one[0]) && !tried.has(one[0])) quietlyAsync(() => deliver(one))
  }

  const start = async (): Promise<void> => {
    const { signal } = leaving
    const { prerendering } = document as { prerendering?: boolean }
    if (signal.aborted || isAtWork || prerendering || navigator.onLine === false) return
    if (!waiting()[0]) return
    // `callIn` waits at most an hour, so `start` can run before the end of the waiting time.
    if (backoff.left() > 0) return startLater()
    isAtWork = true
    try {
      await withLock(lock, signal, deliverAll)
    } finally {
      isAtWork = false
    }
    // An event may have been added just before the tab released the lock.
    if (waiting()[0]) startLater()
  }

  /** Releases the lock, and sends the events, without those that are stored if `isForLater`. */
  const leave = (isForLater = backoff.left() > 0): void => {
    if (leaving.signal.aborted) return
    leaving.abort()
    for (const one of waiting())
      if (!isForLater || !isStored(one[0])) {
        if ('keepalive' in Request.prototype) quietlyAsync(() => deliver(one))
        else sendBeacon(url, readEntry(one, outbox)?.event)
      }
  }

  const onEvent = (event: Event) => quietlyAsync(() => hear(event as SecurityPolicyViolationEvent))
  const hear = ({ type, blockedURI, disposition }: SecurityPolicyViolationEvent): void => {
    if (blockedURI) isForbidden ||= disposition === 'enforce' && blockedURI.includes(url)
    else if (LEAVING.includes(type)) leave()
    else {
      const isBack = BACK.includes(type) || document.visibilityState === 'visible'
      if (isBack && leaving.signal.aborted) leaving = new AbortController()
      send()
    }
  }

  for (const type of EVENTS) globalThis.addEventListener(type, onEvent, true)

  return {
    send,
    stop() {
      quietlyAsync(() => leave(true))
      isOver = true
      unschedule()
      for (const type of EVENTS) globalThis.removeEventListener(type, onEvent, true)
    },
  }
}

/** Runs a function and ignores its result and its errors: a stored event is sent again later. */
const quietlyAsync = async (run: () => unknown): Promise<void> => {
  try {
    await run()
  } catch {
    // The browser or the page may have broken any built-in, so every error is ignored.
  }
}

/**
 * Runs a function while no other tab runs it; at once if Web Locks are missing or fail. `signal`
 * ends the wait for the lock.
 */
const withLock = async (
  name: string,
  signal: AbortSignal,
  run: () => Promise<void>,
): Promise<void> => {
  try {
    const { locks } = navigator
    await (locks ? locks.request(name, { signal }, run) : run())
  } catch {
    // In a sandboxed page `navigator.locks` exists but throws.
    if (!signal.aborted) await run()
  }
}
