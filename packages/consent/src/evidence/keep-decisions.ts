import type { Delivery } from '../core/index.ts'
import { warn } from '../options/warn.ts'
import { deliveryKey } from '../shared/defaults.ts'
import { lazy } from '../shared/lazy.ts'
import { store, storedKeys, unstore } from '../shared/platform.ts'
import { afterNextFrame } from '../shared/timers.ts'
import type { Outbox, Sender, startDelivery } from './start-delivery.ts'

/** The options of the delivery: which decisions, and to which endpoint. */
export interface DeliveryOptions {
  /**
   * The site's own endpoint: an https address, an http address on localhost, or an address relative
   * to the page.
   */
  readonly url: string
  /**
   * Whether to also deliver refusals that end no grant, as evidence that the visitor was asked.
   * @default false
   */
  readonly refusals?: boolean | undefined
  /**
   * Whether to send the text of a notice if the endpoint has only its hash and asks for the text.
   * If so, the browser stores the text for as long as the event. @default true
   */
  readonly notices?: boolean | undefined
}

/** The largest number of older decisions that wait when a new one is stored. */
const MOST = 100

/**
 * Creates a delivery that stores each decision to deliver in `localStorage`, or else in memory, and
 * loads `startDelivery` to send it. Each decision has its own entry, which no other tab overwrites.
 */
export const keepDecisions = (
  options: Pick<DeliveryOptions, 'refusals'> & Pick<Outbox, 'url' | 'encode' | 'decode'>,
  load: () => Promise<{ readonly startDelivery: typeof startDelivery }>,
): Delivery => {
  const memory: Record<string, string> = {}
  let key = ''
  const loadOnce = lazy(error => warn('missing-file', 'evidence.js', error))
  let sender: Promise<Sender | undefined> | undefined

  const send = async () => {
    sender = loadOnce('', load, ({ startDelivery }) =>
      startDelivery({ ...options, warn, key, memory }),
    )
    ;(await afterNextFrame(() => sender))?.send()
  }

  return {
    attach(consent) {
      key = deliveryKey(consent.options.cookie?.name)
      if (storedKeys(key)[0]) send()
      return async () => (await sender)?.stop()
    },

    decided({ id, record, previous, noticeText: notice }) {
      if (!record.r && !previous?.r && !options.refusals) return
      // The time and the number of the decision have 16 digits each, so that the alphabetical order
      // of the names is the order of the decisions.
      // `startDelivery` drops more decisions with a warning, but may be impossible to load.
      for (const one of storedKeys(`${key}going`).sort().slice(0, -MOST)) unstore(one)
      const name = [`${key}going`, 1e15 + Date.now(), 1e15 + record.n, id].join('.')
      const text = [options.encode(record), previous?.r, notice].join('.')
      if (!store(name, text)) memory[name] = text
      send()
    },

    erased() {
      for (const name of storedKeys(key)) {
        memory[name] = localStorage[name]
        send()
      }
    },
  }
}
