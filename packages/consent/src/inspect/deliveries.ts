import type { AnyConsent } from '../core/index.ts'
import { COOKIE_NAME } from '../shared/defaults.ts'
import { localStored } from '../shared/platform.ts'
import type { LedgerEntry } from './open-ledger.ts'

/** The deliveries of a page's decisions. */
export interface Deliveries {
  /** The address of the endpoint, without a query. */
  readonly endpoint: string
  /** The times at which events and notices were sent, in milliseconds since 1970, newest first. */
  readonly sent: readonly number[]
  /** How many decisions wait in `localStorage`. */
  readonly waiting: number
}

/**
 * Returns the deliveries; `undefined` if the site has no endpoint. Each is sent by a call of `fetch`
 * or `sendBeacon`, so the ledger has an entry for it.
 */
export const deliveriesOf = (
  { options: { delivery, cookie } }: AnyConsent,
  ledger: readonly LedgerEntry[],
): Deliveries | undefined => {
  // With the script tag the address is only in the attribute.
  const address =
    (delivery as { readonly url?: string } | undefined)?.url ??
    (delivery &&
      document.querySelector('script[data-policy-version]')?.getAttribute('data-delivery'))
  if (!address) return undefined
  const { origin, pathname } = new URL(address, document.baseURI)
  const endpoint = origin + pathname
  const key = `${cookie?.name ?? COOKIE_NAME}.out`
  const sent = ledger
    .filter(({ what, by }) => what === endpoint && (by === 'fetch' || by === 'sendBeacon'))
    .map(({ at }) => at)
    .reverse()
  const waiting = Object.keys(localStored() ?? {}).filter(
    name => name.startsWith(key) && name !== `${key}box`,
  ).length
  return { endpoint, sent, waiting }
}
