import type { Delivery } from '../core/index.ts'
import { warn } from '../options/warn.ts'
import { quietly } from '../shared/quietly.ts'
import { toJson } from '../shared/to-json.ts'
import type { DeliveryOptions } from './delivery-options.ts'
import type { Outbox } from './outbox.ts'
import type { Sender, startDelivery } from './start-delivery.ts'

/**
 * Stores each decision in `localStorage` until the decision is delivered. Each decision has an
 * entry of its own, so that two tabs never overwrite each other's. Decisions that `localStorage`
 * refuses are kept in memory. The delivery code is loaded once there is a decision to deliver; if
 * the code cannot be loaded, a later page delivers.
 *
 * @param options A copy without a prototype, see `ownCopy`.
 * @param prefixOf Returns the prefix of the entries in `localStorage` for a cookie's name.
 * @param load Loads the delivery code.
 */
export const keepDecisions = (
  options: Omit<DeliveryOptions, 'notices'>,
  prefixOf: (cookie: string | undefined) => string,
  load: () => Promise<{ readonly startDelivery: typeof startDelivery }>,
): Delivery => {
  /** Decisions that are not in `localStorage`, by entry name. */
  const memory: Record<string, string> = {}
  let key = ''
  let sender: Promise<Sender | undefined> | undefined

  const waiting: Outbox['waiting'] = () =>
    Object.entries({
      ...quietly(() => {
        const found: Record<string, string> = {}
        // The values of other keys are the page's own, and are not read.
        for (const name of Object.keys(localStorage))
          if (name.startsWith(`${key}.`)) found[name] = localStorage[name]
        return found
      }),
      ...memory,
    })

  const send = async () => {
    if (!waiting()[0]) return
    sender ??= load()
      .then(({ startDelivery }) => startDelivery({ key, memory, waiting, warn }, options))
      .catch(error => void warn('missing-file', 'evidence.js', error))
    ;(await sender)?.send()
  }

  return {
    attach(consent) {
      key = prefixOf(consent.options.cookie?.name)
      send()
      return async () => (await sender)?.stop()
    },

    decided({ id, record, previous, noticeText: notice }) {
      const ends = previous?.r
      if (!record.r && !ends && !options.refusals) return
      // Both numbers have 16 digits, so that sorting the names as text sorts by time.
      const name = [key, 1e15 + Date.now(), 1e15 + record.n, id].join('.')
      const text = toJson({ id, record, ends, notice })
      try {
        localStorage.setItem(name, text)
      } catch {
        memory[name] = text
      }
      send()
    },

    erased() {
      Object.assign(memory, Object.fromEntries(waiting()))
      send()
    },
  }
}
