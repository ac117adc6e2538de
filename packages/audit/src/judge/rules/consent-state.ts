/** The state of a signal of Google's Consent Mode, as a request carries it. */
export type SignalState = 'granted' | 'denied' | 'not-set'

/** The state of each signal in `gcs` and `gcd`; missing if the request does not have the signal. */
export interface SignalStates {
  readonly ad_storage?: SignalState | undefined
  readonly analytics_storage?: SignalState | undefined
  readonly ad_user_data?: SignalState | undefined
  readonly ad_personalization?: SignalState | undefined
}

/** The signals in the order in which `gcd` has them. */
export const SIGNALS = [
  'ad_storage',
  'analytics_storage',
  'ad_user_data',
  'ad_personalization',
] as const

/**
 * The letters of `gcd`. Each tells the default and the update of a signal: `p` was denied by
 * default, `q` by default and by the update, `m` by the update, `u` by the update after a granted
 * default; `t` was granted by default, `r` by the update after a denied default, `n` by the update,
 * `v` by both; `l` was never set, which the tag treats as granted.
 *
 * @see https://quartz.ctysse.net/consent-mode-flags
 */
const LETTERS: Readonly<Record<string, SignalState>> = {
  ...{ p: 'denied', q: 'denied', m: 'denied', u: 'denied' },
  ...{ t: 'granted', r: 'granted', n: 'granted', v: 'granted', l: 'not-set' },
}

/** Decodes `gcd`, and `gcs`: `G1` + ad_storage + analytics_storage. `gcs` overrides `gcd`. */
export const consentStateOf = ({
  gcs = '',
  gcd = '',
}: {
  readonly gcs?: string | undefined
  readonly gcd?: string | undefined
}): SignalStates => {
  const [, ad, analytics] = /^G1([01-])([01-])$/.exec(gcs) ?? []
  const letters = /^1\d([a-z]\d){4}/.test(gcd) ? (gcd.match(/[a-z]/g) ?? []) : []
  const state = Object.fromEntries(SIGNALS.map((name, i) => [name, LETTERS[letters[i] ?? '']]))
  return { ...state, ...digit('ad_storage', ad), ...digit('analytics_storage', analytics) }
}

const digit = (name: (typeof SIGNALS)[number], value: string | undefined): SignalStates =>
  value === '1'
    ? { [name]: 'granted' }
    : value === '0'
      ? { [name]: 'denied' }
      : value === '-'
        ? { [name]: 'not-set' }
        : {}
