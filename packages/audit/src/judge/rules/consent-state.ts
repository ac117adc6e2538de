/** The state of a signal of Google's Consent Mode, as a request carries it. */
type SignalState = 'granted' | 'denied' | 'not-set'

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

/** Matches `gcd`, whose letters are the state and whose digits change with Google's tag. */
export const GCD: RegExp = /^1\d([a-z]\d){4}/

/** The characters of `gcs`. */
const CHARACTERS: Readonly<Record<string, SignalState>> = {
  ...{ 1: 'granted', 0: 'denied', '-': 'not-set' },
}

/** Decodes `gcd`, and `gcs`: `G1` + ad_storage + analytics_storage. `gcs` overrides `gcd`. */
export const consentStateOf = ({
  gcs = '',
  gcd = '',
}: {
  readonly gcs?: string | undefined
  readonly gcd?: string | undefined
}): SignalStates => {
  const [, ...fromGcs] = /^G1([01-])([01-])$/.exec(gcs) ?? []
  const letters = GCD.test(gcd) ? (gcd.match(/[a-z]/g) ?? []) : []
  return Object.fromEntries(
    SIGNALS.map((name, i) => [name, CHARACTERS[fromGcs[i] ?? ''] ?? LETTERS[letters[i] ?? '']]),
  )
}
