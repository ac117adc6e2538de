import { callIn } from '../shared/call-in.ts'
import { warn } from '../shared/warn.ts'
import type { DeliveryOptions } from './delivery-options.ts'
import { createHold, isStored } from './hold.ts'
import type { Outbox, Waiting } from './outbox.ts'
import { type Answer, canKeepAlive, post, sendBeacon, sizeOf } from './post.ts'
import { quietlyAsync } from './quietly-async.ts'
import { type Entry, readEntry } from './read-entry.ts'
import { withLock } from './with-lock.ts'

/** What delivers the events of an outbox. */
export interface Delivery {
  /** Sends what waits, as soon as the page has nothing else to do. */
  send(): void
  /** Stops. What waits in `localStorage` is delivered by a later page. */
  stop(): void
}

/** The most that an endpoint takes of a notice, in bytes. */
const LARGEST_NOTICE = 65_536

/**
 * How long until other tabs see what was taken out, in seconds: browsers tell them a moment
 * later, and who has the lock next must not send it again.
 */
const SETTLED = 0.1

/** When a page may be gone before anything else runs. */
const LEAVING = ['pagehide', 'freeze']

/** When it is there again, whatever it says of being seen. */
const BACK = ['pageshow', 'resume']

/**
 * Delivers what waits in an outbox, one after the other, until all of it has been taken; then it
 * waits for more. Holds nothing while it does not send.
 */
export const startDelivery = ({ key, ...outbox }: Outbox, { url }: DeliveryOptions): Delivery => {
  const hold = createHold(key)
  const inFlight = new Set<string>()
  /** What was sent while it was in memory alone. */
  const tried = new Set<string>()
  /** What needs no other try, even if it cannot be taken out. */
  const done = new Set<string>()
  const warned = new Set<string>()
  let unschedule = () => {}
  let isOver = false
  let isAtWork = false
  let leaving = new AbortController()

  const waiting = () => outbox.waiting().filter(([name]) => !inFlight.has(name) && !done.has(name))

  const warnOnce = (fault: string, { status }: Answer) => {
    const reason = status ? `answered ${status}` : 'was not reached'
    if (!warned.has(fault)) warn(`report: ${url} ${reason}; ${fault}`)
    warned.add(fault)
  }

  /** Sends one event, and the text of its notice when that is asked for. */
  const tell = async ({ event, notice }: Entry): Promise<Answer> => {
    const answer = await post(url, event)
    const { h } = event.record
    if (!notice || !answer.wanted?.includes(h)) return answer
    const document = { v: 1, type: 'notice', h, text: notice }
    return sizeOf(JSON.stringify(document)) > LARGEST_NOTICE ? answer : post(url, document)
  }

  const startLater = (): void => {
    unschedule()
    if (!isOver) unschedule = callIn(hold.left() / 1000, () => quietlyAsync(start))
  }

  /** Delivers one. @returns Whether the next one may follow. */
  const deliver = async (one: Waiting): Promise<boolean> => {
    const [name] = one
    const entry = readEntry(one)
    if (entry) {
      if (!isStored(name)) tried.add(name)
      inFlight.add(name)
      const answer = await tell(entry)
      inFlight.delete(name)
      if (answer.outcome === 'later') {
        warnOnce('it is tried again later', answer)
        hold.putOff(name, answer.retryAfter)
        startLater()
        return false
      }
      if (answer.outcome === 'never') warnOnce('what it does not take is dropped', answer)
      hold.end()
    }
    done.add(name)
    outbox.drop(name)
    return true
  }

  const deliverAll = async (): Promise<void> => {
    const { signal } = leaving
    // As a property: the next run takes its place, and a page that stays open gathers none.
    const left = new Promise<false>(resolve =>
      quietlyAsync(() => {
        signal.onabort = () => resolve(false)
      }),
    )
    for (let next = waiting()[0]; next && !signal.aborted && !hold.left(); next = waiting()[0])
      if (!(await Promise.race([deliver(next), left]))) return
    await Promise.race([new Promise<void>(resolve => callIn(SETTLED, resolve)), left])
  }

  const send = (): void => {
    startLater()
    // What no storage keeps may have no other chance: it waits for nothing the first time.
    for (const one of waiting())
      if (!isStored(one[0]) && !tried.has(one[0])) quietlyAsync(() => deliver(one))
  }

  const start = async (): Promise<void> => {
    const { signal } = leaving
    if (signal.aborted || isAtWork || isAway()) return
    if (!waiting()[0]) return
    // One timer runs for an hour at most.
    if (hold.left() > 0) return startLater()
    isAtWork = true
    try {
      await withLock(key, signal, deliverAll)
    } finally {
      isAtWork = false
    }
    // What came in the last moment.
    if (waiting()[0]) startLater()
  }

  /**
   * Gives everything back, and sends what may have no other chance.
   *
   * @param isForLater Whether what is stored is left to a later page.
   */
  const leave = (isForLater = hold.left() > 0): void => {
    if (leaving.signal.aborted) return
    leaving.abort()
    for (const one of waiting())
      if (!isForLater || !isStored(one[0])) {
        if (canKeepAlive()) quietlyAsync(() => deliver(one))
        else sendBeacon(url, readEntry(one)?.event)
      }
  }

  const onEvent = (event: Event) => quietlyAsync(() => hear(event.type))
  const hear = (type: string): void => {
    if (LEAVING.includes(type)) leave()
    else {
      const isBack = BACK.includes(type) || document.visibilityState === 'visible'
      if (isBack && leaving.signal.aborted) leaving = new AbortController()
      send()
    }
  }

  const events = [
    ...['pagehide', 'pageshow', 'online'].map(type => [globalThis, type] as const),
    ...['freeze', 'resume', 'visibilitychange', 'prerenderingchange'].map(
      type => [document, type] as const,
    ),
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

/** Whether nobody sees the page yet, or nothing can be reached. Where that is not told it is tried. */
const isAway = (): boolean => {
  try {
    return (document as { prerendering?: boolean }).prerendering || navigator.onLine === false
  } catch {
    return false
  }
}
