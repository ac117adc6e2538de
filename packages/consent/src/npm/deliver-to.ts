import { type Delivery, decodeRecord, encodeRecord } from '../core/index.ts'
import { type DeliveryOptions, keepDecisions, startDelivery } from '../evidence/index.ts'
import { isInvalid } from '../options/check-options.ts'
import { ADDRESS } from '../options/forms.ts'
import { ownCopy } from '../shared/own-properties.ts'

/**
 * Returns a delivery that sends decisions to an endpoint of the site, but refusals that end no
 * receipt only with the option `refusals`. An event has an id, and says whether consent is given,
 * updated, withdrawn or refused. The SDK sends an event until the endpoint has stored or rejected
 * it, also from later pages if `localStorage` works. If more than 100 events wait, the SDK drops
 * the oldest.
 *
 * ```ts
 * createConsent({ …, delivery: deliverTo({ url: '/consent-events' }) })
 * ```
 *
 * A decision takes effect without waiting for the delivery. No event identifies the visitor.
 *
 * @throws ConsentError if the address is invalid, in development. In production an invalid
 *   address means that nothing is delivered.
 */
export const deliverTo = (given: DeliveryOptions): Delivery => {
  const options = ownCopy(given) ?? {}
  if (isInvalid('delivery', options.url ?? '', ADDRESS))
    return { ...options, attach: () => () => {}, decided() {}, erased() {} }
  const { url, refusals } = options
  const delivery = keepDecisions(
    { url, refusals, encode: encodeRecord, decode: decodeRecord },
    async () => ({ startDelivery }),
  )
  // The delivery contains the options, so that `createConsent` can compare two deliveries.
  return {
    ...options,
    ...delivery,
    decided({ noticeText, ...decision }) {
      // If `notices` is false, the text of the notice is neither stored nor sent.
      delivery.decided({
        ...decision,
        noticeText: options.notices === false ? undefined : noticeText,
      })
    },
  }
}
