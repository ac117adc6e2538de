import { localStored } from '../shared/platform.ts'
import { callIn } from '../shared/timers.ts'
import { createBackoff, isStored } from './backoff.ts'
import type { Outbox, Waiting } from './outbox.ts'
import { type Answer, canKeepAlive, post, sendBeacon, sizeOf } from './post.ts'
import { type Entry, readEntry } from './read-entry.ts'
import { withLock } from './with-lock.ts'

/** The sender of an outbox's events to the endpoint. */
export interface Sender {
  /**
   * Sends all undelivered events: at once each event that is only in memory and was not sent
   * before, the others later.
   */
  send(): void
  /**
   * Sends the events that are only in memory, then stops. A later page delivers the events that are
   * in `localStorage`.
   */
  stop(): void
}

/**
 * The largest number of decisions that wait for delivery. If there are more, the oldest is dropped.
 */
const MOST = 100

/** The largest JSON document with a notice that is sent to the endpoint, in bytes. */
const LARGEST_NOTICE = 65_536

/**
 * How long the tab keeps the lock after it has removed the last event, in seconds. Other tabs see a
 * change of `localStorage` a moment later, and the next tab with the lock must not send the event
 * again. The warning about a failed delivery waits as long.
 */
const SETTLED = 0.1

/** Events after which a page can end without running further code. */
const LEAVING = ['pagehide', 'freeze']

/** Events after which a page runs again, even if `document.visibilityState` is not `visible`. */
const BACK = ['pageshow', 'resume']

/**
 * Creates the sender of an outbox. The sender delivers the stored events one after the other. The
 * tab holds the lock only while it sends.
 *
 * @throws TypeError if consent.js is of version 0.1. In that case the events wait for a later page.
 */
export const startDelivery = (outbox: Outbox): Sender => {
  const { url, decode, key, memory, warn } = outbox
  // The browser's cache may still have the consent.js of version 0.1, which passes no decoder.
  if (!decode) throw new TypeError('consent.js has another version')
  const lock = `${key}box`
  const backoff = createBackoff(lock)
  const inFlight = new Set<string>()
  /** Names of entries that were sent while they were only in memory. */
  const tried = new Set<string>()
  /**
   * Names of entries that must not be sent again, even if `localStorage` refuses to remove them.
   */
  const done = new Set<string>()
  const warned = new Set<string>()
  /** Whether a Content-Security-Policy of the page forbids requests to the endpoint. */
  let isForbidden = false
  let unschedule = () => {}
  let isOver = false
  let isAtWork = false
  let leaving = new AbortController()

  /** Removes an entry from memory and from `localStorage`. */
  const drop = (name: string) => {
    delete memory[name]
    localStored()?.removeItem(name)
  }

  const isEntry = (name: string) => name.startsWith(`${lock}.`) || name.startsWith(`${key}going.`)

  /**
   * Returns the entries that are still to be sent: those of version 0.1 first, each kind from the
   * oldest. The entries are not checked yet.
   */
  const waiting = (): readonly Waiting[] => {
    const entries: Record<string, string> = {}
    const storage = localStored()
    // Read only the values of entries: other keys belong to the page.
    for (const name of Object.keys(storage ?? {}))
      if (isEntry(name)) entries[name] = storage?.[name]
    return Object.entries({ ...entries, ...memory })
      .sort()
      .filter(([name]) => isEntry(name) && !inFlight.has(name) && !done.has(name))
  }

  const warnOnce = (code: 'delivery-later' | 'dropped', { status }: Answer) => {
    if (!warned.has(code)) warn(code, url, isForbidden || status)
    warned.add(code)
  }

  /** Sends one event, and then the text of its notice if the endpoint asks for the text. */
  const sendWithNotice = async ({ event, notice }: Entry): Promise<Answer> => {
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
    if (entry) {
      if (!isStored(name)) tried.add(name)
      inFlight.add(name)
      const answer = await sendWithNotice(entry)
      inFlight.delete(name)
      if (answer.outcome === 'later') {
        // Wait for the event of the Content-Security-Policy, which may come a moment after the
        // failure.
        callIn(SETTLED, () => warnOnce('delivery-later', answer))
        backoff.putOff(name, answer.retryAfter)
        startLater()
        return false
      }
      if (answer.outcome === 'never') warnOnce('dropped', answer)
      backoff.end()
    }
    done.add(name)
    drop(name)
    return true
  }

  const deliverAll = async (): Promise<void> => {
    const { signal } = leaving
    // Set `onabort`, which the next call of `deliverAll` replaces. With `addEventListener` each
    // call of `deliverAll` would add a listener.
    const left = new Promise<false>(resolve =>
      quietlyAsync(() => {
        signal.onabort = () => resolve(false)
      }),
    )
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
    // An event that is only in memory is lost if the page closes. So send such an event the first
    // time without waiting for the lock or the waiting time.
    for (const one of waiting())
      if (!isStored(one[0]) && !tried.has(one[0])) quietlyAsync(() => deliver(one))
  }

  const start = async (): Promise<void> => {
    const { signal } = leaving
    if (signal.aborted || isAtWork || isAway()) return
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

  /**
   * Releases the lock, so that other tabs can send, and sends the waiting events. Is called when
   * the visitor leaves the page, and by `stop`.
   *
   * @param isForLater Whether to send only the events that are in memory, and to leave the events
   *   in `localStorage` to a later page. @default `true` during a waiting time, otherwise `false`
   */
  const leave = (isForLater = backoff.left() > 0): void => {
    if (leaving.signal.aborted) return
    leaving.abort()
    for (const one of waiting())
      if (!isForLater || !isStored(one[0])) {
        if (canKeepAlive()) quietlyAsync(() => deliver(one))
        else sendBeacon(url, readEntry(one, outbox)?.event)
      }
  }

  const onEvent = (event: Event) => quietlyAsync(() => hear(event as SecurityPolicyViolationEvent))
  const hear = ({ type, blockedURI }: SecurityPolicyViolationEvent): void => {
    if (blockedURI) isForbidden ||= blockedURI.includes(url)
    else if (LEAVING.includes(type)) leave()
    else {
      const isBack = BACK.includes(type) || document.visibilityState === 'visible'
      if (isBack && leaving.signal.aborted) leaving = new AbortController()
      send()
    }
  }

  const events = [
    ...['pagehide', 'pageshow', 'online'].map(type => [globalThis, type] as const),
    ...[
      'freeze',
      'resume',
      'visibilitychange',
      'prerenderingchange',
      'securitypolicyviolation',
    ].map(type => [document, type] as const),
  ]
  for (const [target, type] of events) target.addEventListener(type, onEvent)

  return {
    send,
    stop() {
      quietlyAsync(() => leave(true))
      isOver = true
      unschedule()
      for (const [target, type] of events) target.removeEventListener(type, onEvent)
    },
  }
}

/**
 * Returns whether the page is prerendered or offline.
 */
const isAway = (): boolean | undefined =>
  (document as { prerendering?: boolean }).prerendering || navigator.onLine === false

/** Runs a function and ignores its result and its errors: a stored event is sent again later. */
const quietlyAsync = async (run: () => unknown): Promise<void> => {
  try {
    await run()
  } catch {
    // The browser or the page may have broken any built-in, so every error is ignored.
  }
}
