import { store, stored, unstore } from '../shared/platform.ts'

/**
 * The full waiting time after the first failure, in ms. Each further failure doubles the time, up
 * to `LONGEST`.
 */
const FIRST = 2_000

/** The longest waiting time after a failure without `Retry-After`, in ms. */
const LONGEST = 600_000

/** The longest waiting time that the endpoint may ask for with `Retry-After`, in ms: a day. */
const LONGEST_ASKED = 86_400_000

/** The waiting time after a failed delivery, which is stored only if the undelivered event is. */
export interface Backoff {
  /** Returns the remaining waiting time, in ms; 0 if delivery may go on. */
  left(): number
  /** Starts a waiting time after the event with the entry `name` has failed. */
  putOff(name: string, retryAfter?: string): void
  /** Ends the waiting time, and forgets earlier failures. */
  end(): void
}

/** Says whether `localStorage` has an entry of this name. */
export const isStored = (name: string): boolean => stored(name) != null

/** Matches the stored text: the end of the waiting time, and the number of failures. */
const FORM = /^(\d{1,16}) (\d{1,2})$/

/** Creates the waiting time of an outbox. `key` names the time's entry in `localStorage`. */
export const createBackoff = (key: string): Backoff => {
  /** The text of the entry, while the text is only in memory. */
  let unkept = ''

  const read = () => {
    const text = unkept || `${stored(key)}`
    const [, until = 0, failures = 0] = FORM.exec(text) ?? []
    const left = Number(until) - Date.now()
    // Only an invalid entry, or a clock that was set back, can cause a longer time.
    const isInvalid = left > LONGEST_ASKED + LONGEST
    return { left: isInvalid ? 0 : Math.max(left, 0), failures: Number(failures) }
  }

  return {
    left: () => read().left,

    putOff(name, retryAfter) {
      const { failures } = read()
      const asked = Math.min(secondsOf(retryAfter, Date.now()) * 1000, LONGEST_ASKED)
      // Half of the time is random, so that not all browsers retry at the same moment.
      const wait = Math.min(FIRST * 2 ** failures, LONGEST) * (0.5 + Math.random() / 2)
      const until = Math.ceil(Date.now() + (asked ? asked + wait : wait))
      unkept = `${until} ${Math.min(failures + 1, 99)}`
      // After `erase()` nothing may be written to `localStorage`, so the time stays in memory.
      if (isStored(name) && store(key, unkept)) unkept = ''
    },

    end() {
      unkept = ''
      unstore(key)
    },
  }
}

/**
 * Returns the time in the header `Retry-After`, in seconds from `now` (in milliseconds); 0 if the
 * time is over, or the header cannot be read.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export const secondsOf = (header: string | null | undefined, now: number): number => {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text)
  // `Date.parse` accepts many other texts, too. An HTTP date begins with a weekday.
  const at = /^[a-z]{3,9},? /i.test(text) ? Date.parse(text) : Number.NaN
  return Math.max(0, Math.ceil((at - now) / 1000)) || 0
}
