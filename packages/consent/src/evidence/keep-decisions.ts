import type { Report } from '../core/index.ts'
import { ownCopy } from '../shared/own-copy.ts'
import { toJson } from '../shared/to-json.ts'
import { warn } from '../shared/warn.ts'
import type { DeliveryOptions } from './delivery-options.ts'
import { inStorage } from './in-storage.ts'
import type { Outbox } from './outbox.ts'
import type { Delivery, startDelivery } from './start-delivery.ts'

/** How many decisions wait besides a new one; then the oldest goes. */
const MOST = 99

/**
 * Keeps the decisions of a page until they are delivered, each under a name of its own, so that two
 * tabs never write over each other. They lie in `localStorage`, and where it has no room or is
 * refused, in memory. What delivers them is sent for when something waits; if it does not come, they
 * wait for a page where it does.
 *
 * @param keyOf Gives the name of the outbox, from that of the record's cookie.
 * @param load Brings what delivers.
 */
export const keepDecisions = (
  given: DeliveryOptions,
  keyOf: (cookie: string | undefined) => string,
  load: () => Promise<{ readonly startDelivery: typeof startDelivery }>,
): Report => {
  const options = ownCopy(given)
  /** What is nowhere else. */
  const memory: Record<string, string> = {}
  let key = ''
  let delivery: Promise<Delivery | undefined> | undefined

  const waiting: Outbox['waiting'] = () =>
    Object.entries({ ...inStorage(storage => ({ ...storage })), ...memory })
      .filter(([name]) => name.startsWith(`${key}.`))
      .sort()

  const drop: Outbox['drop'] = name => {
    delete memory[name]
    inStorage(storage => storage.removeItem(name))
  }

  const send = async () => {
    if (!waiting()[0]) return
    delivery ??= load()
      .then(({ startDelivery }) => startDelivery({ key, waiting, drop }, options))
      .catch(() => {
        warn('evidence.js is not there: decisions wait')
        return undefined
      })
    ;(await delivery)?.send()
  }

  return {
    attach(consent) {
      key = keyOf(consent.options.cookie?.name)
      send()
      return async () => (await delivery)?.stop()
    },

    decided({ id, record, previous, noticeText }) {
      const ends = previous?.r
      const notice = options.notices === false ? undefined : noticeText
      if (!record.r && !ends && !options.refusals) return
      for (const [oldest] of waiting().slice(0, -MOST)) {
        drop(oldest)
        warn('Too many decisions wait: the oldest is dropped')
      }
      // Numbers of one length, which sort as texts.
      const name = [key, 1e15 + Date.now(), 1e15 + record.n, id].join('.')
      memory[name] = toJson({ id, record, ends, notice })
      inStorage(storage => {
        storage.setItem(name, memory[name] as string)
        delete memory[name]
      })
      send()
    },

    erased() {
      Object.assign(memory, Object.fromEntries(waiting()))
      send()
    },
  }
}
