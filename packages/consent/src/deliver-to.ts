import { checkAddress, outboxKey, type Report } from './core/index.ts'
import { type DeliveryOptions, keepDecisions, startDelivery } from './evidence/index.ts'
import { ownCopy } from './shared/own-copy.ts'

/**
 * Tells an endpoint of the host's of each decision: give, update and withdraw as events of their own,
 * each once by its id, also when the page was offline or closed in between.
 *
 * ```ts
 * createConsent({ …, report: deliverTo({ url: '/consent-events' }) })
 * ```
 *
 * A decision waits for none of it. Nothing in an event tells who the visitor is.
 *
 * @throws ConsentError when the address is none.
 */
export const deliverTo = (given: DeliveryOptions): Report => {
  const options = ownCopy(given)
  checkAddress('report', options?.url ?? '')
  const report = keepDecisions(options, outboxKey, async () => ({ startDelivery }))
  // As data: another endpoint is another set-up.
  return { ...options, ...report }
}
