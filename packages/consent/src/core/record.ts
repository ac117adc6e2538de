/** How a decision was made: which button or call. `gpc` is kept for a signal that decided. */
export type Method = 'accept' | 'reject' | 'custom' | 'withdraw' | 'gpc'

/** Where a decision was made: which layer of the view, or the host's own code. */
export type Surface = 'banner' | 'preferences' | 'inline' | 'api'

/**
 * What is stored of a decision. The one-letter names are those of the cookie: a server, a test and
 * the page speak of the same record.
 */
export interface ConsentRecord {
  /** Schema of this record. */
  readonly v: 1
  /** Version of the policy that was agreed to or refused. */
  readonly p: string
  /** Notice hash: the first 22 base64url characters of SHA-256; absent where nothing was shown. */
  readonly h?: string | undefined
  /** Language of the notice, a BCP 47 tag. */
  readonly l: string
  /** Decided at, in seconds since the epoch. */
  readonly t: number
  /** Expires at, in seconds since the epoch. Never extended. */
  readonly e: number
  /** The answers: 1 granted, 0 refused. A category that is missing was not asked. */
  readonly c: Readonly<Record<string, 0 | 1>>
  /** The services, as `category/name`, that stay off although their category is granted. */
  readonly x?: readonly string[] | undefined
  readonly m: Method
  readonly s: Surface
  /** 1 when the browser sent Global Privacy Control at the time. */
  readonly g?: 1 | undefined
  /** The how-many-eth decision this is in this browser, from 1. */
  readonly n: number
  /** Receipt id; only with delivery, only after a grant. */
  readonly r?: string | undefined
}

/** Says whether a record grants any category. */
export const grants = ({ c }: ConsentRecord): boolean => Object.values(c).includes(1)
