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
 * Returns the endpoint's address in the option `delivery`, or in the attribute of the script tag.
 */
const addressIn = ({ options }: AnyConsent): string | null | undefined =>
  (options.delivery as { readonly url?: string } | undefined)?.url ??
  (options.delivery &&
    document.querySelector('script[data-policy-version]')?.getAttribute('data-delivery'))

/**
 * Returns when events and notices were sent to the endpoint of the site, and how many decisions
 * wait; `undefined` if the site has no endpoint. Each is sent by a call of `fetch` or `sendBeacon`,
 * so the ledger has an entry for it.
 */
export const deliveriesOf = (
  consent: AnyConsent,
  ledger: readonly LedgerEntry[],
): Deliveries | undefined => {
  const address = addressIn(consent)
  if (!address) return undefined
  const { origin, pathname } = new URL(address, document.baseURI)
  const endpoint = origin + pathname
  const key = `${consent.options.cookie?.name ?? COOKIE_NAME}.out`
  return {
    endpoint,
    sent: ledger
      .filter(({ what, by }) => what === endpoint && (by === 'fetch' || by === 'sendBeacon'))
      .map(({ at }) => at)
      .reverse(),
    waiting: Object.keys(localStored() ?? {}).filter(
      name => name.startsWith(key) && name !== `${key}box`,
    ).length,
  }
}
