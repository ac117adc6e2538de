import { localStored, store } from '../shared/platform.ts'

/**
 * The full waiting time after the first failure, in milliseconds. Each further failure doubles the
 * waiting time, up to `LONGEST`.
 */
const FIRST = 2_000

/** The longest waiting time after a failure without `Retry-After`, in milliseconds. */
const LONGEST = 600_000

/**
 * The longest waiting time that the endpoint may ask for with `Retry-After`, in milliseconds: a
 * day.
 */
const LONGEST_ASKED = 86_400_000

/**
 * The waiting time after a failed delivery. If the undelivered event is in `localStorage`, the
 * waiting time is stored there too, until the endpoint stores or rejects an event. Otherwise the
 * waiting time is in memory.
 */
export interface Backoff {
  /** Returns the remaining waiting time, in milliseconds; 0 if delivery may go on. */
  left(): number
  /**
   * Starts a waiting time after a failure. The time is random, between half of the full time and
   * the full time, so that not all browsers retry at the same moment.
   *
   * @param name Name of the `localStorage` entry of the event that could not be delivered.
   * @param retryAfter The endpoint's header `Retry-After`. Delivery waits at least as long as this
   *   header asks, up to a day.
   */
  putOff(name: string, retryAfter?: string | null): void
  /**
   * Ends the waiting time, and forgets earlier failures. Called when the endpoint has stored or
   * rejected an event.
   */
  end(): void
}

/** Returns whether `localStorage` has an entry of this name. */
export const isStored = (name: string): boolean => localStored()?.getItem(name) != null

/**
 * Matches the stored text: the end of the waiting time in milliseconds since the epoch, and the
 * number of failures.
 */
const FORM = /^(\d{1,16}) (\d{1,2})$/

/**
 * Creates the object that keeps the waiting time of an outbox.
 *
 * @param key Name of the entry in `localStorage` for the waiting time.
 */
export const createBackoff = (key: string): Backoff => {
  /**
   * The waiting time as text (see `FORM`), while it is only in memory: the undelivered event is not
   * in `localStorage`, or `localStorage` cannot store the text.
   */
  let unkept = ''

  const read = () => {
    const text = unkept || `${localStored()?.getItem(key)}`
    const [, until = 0, failures = 0] = FORM.exec(text) ?? []
    const left = Number(until) - Date.now()
    // Do not wait at all if the remaining time is longer than the longest possible waiting time:
    // only an invalid entry, or a clock that was set back, can cause such a time.
    const isInvalid = left > LONGEST_ASKED + LONGEST
    return { left: isInvalid ? 0 : Math.max(left, 0), failures: Number(failures) }
  }

  return {
    left: () => read().left,

    putOff(name, retryAfter) {
      const { failures } = read()
      const asked = Math.min(secondsOf(retryAfter, Date.now()) * 1000, LONGEST_ASKED)
      const wait = Math.min(FIRST * 2 ** failures, LONGEST) * (0.5 + Math.random() / 2)
      const until = Math.ceil(Date.now() + (asked ? asked + wait : wait))
      unkept = `${until} ${Math.min(failures + 1, 99)}`
      // After `erase()` nothing may be written to `localStorage`, so the time stays in memory.
      if (isStored(name) && store(key, unkept)) unkept = ''
    },

    end() {
      unkept = ''
      localStored()?.removeItem(key)
    },
  }
}

/**
 * Parses the header `Retry-After`, which contains a number of seconds or a date.
 *
 * @param now The present time, in milliseconds since the epoch.
 * @returns Seconds from now; 0 if the header is missing or invalid.
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export const secondsOf = (header: string | null | undefined, now: number): number => {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text)
  // `Date.parse` also accepts many texts that are no HTTP dates. An HTTP date begins with a
  // weekday.
  const at = /^[a-z]{3,9},? /i.test(text) ? Date.parse(text) : Number.NaN
  return Math.max(0, Math.ceil((at - now) / 1000)) || 0
}
