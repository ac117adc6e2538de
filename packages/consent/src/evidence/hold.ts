import { inStorage } from './in-storage.ts'
import { secondsOf } from './retry-after.ts'

/** How long to wait after the first failure, in milliseconds; after each further one twice as long, */
const FIRST = 2_000

/** and at most this. */
const LONGEST = 600_000

/** The longest that an endpoint can put us off, in milliseconds: a day. */
const LONGEST_ASKED = 86_400_000

/** When nothing is sent for a while, after a failure. Kept as long as what waits is kept. */
export interface Hold {
  /** How long that still is, in milliseconds; 0 when sending may go on. */
  left(): number
  /**
   * Puts sending off, at random between half and all of the time, so that visitors do not come back
   * all at once.
   *
   * @param name Of the event that could not be delivered.
   * @param retryAfter The endpoint's header; it is never undercut.
   */
  putOff(name: string, retryAfter?: string | null): void
  /** Sending went well. */
  end(): void
}

/** Says whether something lies there under a name. */
export const isStored = (name: string): boolean =>
  inStorage(storage => storage.getItem(name)) != null

/** What is kept: until when, in milliseconds since the epoch, and after how many failures. */
const FORM = /^(\d{1,16}) (\d{1,2})$/

/** @param key Its name in `localStorage`, which is the outbox's own. */
export const createHold = (key: string): Hold => {
  /** What stands in for `localStorage`, where nothing of the outbox lies. */
  let unkept = ''

  const read = () => {
    const text = unkept || inStorage(storage => storage.getItem(key)) || ''
    const [, until = 0, failures = 0] = FORM.exec(text) ?? []
    const left = Number(until) - Date.now()
    // Also after the clock was set back.
    const isOdd = left > LONGEST_ASKED + LONGEST
    return { left: isOdd ? 0 : Math.max(left, 0), failures: Number(failures) }
  }

  return {
    left: () => read().left,

    putOff(name, retryAfter) {
      const { failures } = read()
      const asked = Math.min(secondsOf(retryAfter, Date.now()) * 1000, LONGEST_ASKED)
      const wait = Math.min(FIRST * 2 ** failures, LONGEST) * (0.5 + Math.random() / 2)
      const until = Math.ceil(Date.now() + (asked ? asked + wait : wait))
      unkept = `${until} ${Math.min(failures + 1, 99)}`
      // After everything was erased nothing of it is written again.
      if (isStored(name))
        inStorage(storage => {
          storage.setItem(key, unkept)
          unkept = ''
        })
    },

    end() {
      unkept = ''
      inStorage(storage => storage.removeItem(key))
    },
  }
}
