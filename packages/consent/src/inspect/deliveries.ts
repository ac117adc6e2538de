import type { AnyConsent } from '../core/index.ts'
import { deliveryKey } from '../shared/defaults.ts'
import { storedKeys } from '../shared/platform.ts'
import type { LedgerEntry } from './open-ledger.ts'

/**
 * Returns the endpoint without its query, the times in milliseconds at which, by the ledger, events
 * and notices were sent, newest first, and how many decisions wait in `localStorage`; `undefined`
 * without an endpoint.
 */
export const deliveriesOf = (
  { options: { delivery, cookie } }: AnyConsent,
  ledger: readonly LedgerEntry[],
):
  | { readonly endpoint: string; readonly sent: readonly number[]; readonly waiting: number }
  | undefined => {
  // With the script tag the address is only in the attribute.
  const address =
    (delivery as { readonly url?: string } | undefined)?.url ??
    (delivery &&
      document.querySelector('script[data-policy-version]')?.getAttribute('data-delivery'))
  if (!address) return undefined
  const { origin, pathname } = new URL(address, document.baseURI)
  const endpoint = origin + pathname
  const key = deliveryKey(cookie?.name)
  // Each is sent by a call of `fetch` or `sendBeacon`, of which the ledger has an entry.
  const sent = ledger
    .filter(({ what, by }) => what === endpoint && (by === 'fetch' || by === 'sendBeacon'))
    .map(({ at }) => at)
    .reverse()
  const waiting = storedKeys(key).filter(name => name !== `${key}box`).length
  return { endpoint, sent, waiting }
}
