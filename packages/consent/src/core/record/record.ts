/** How the visitor decided: the button, or the method that was called. */
export type Method = 'accept' | 'reject' | 'custom' | 'withdraw'

/** Where the visitor decided: in a part of the view, or through the site's own code (`api`). */
export type Surface = 'banner' | 'preferences' | 'inline' | 'api'

/**
 * The record of a decision. The cookie uses the one-letter names of this type, so that server and
 * page agree.
 */
export interface ConsentRecord {
  /** Version of this record's schema. */
  readonly v: 1
  /** Version of the policy that the visitor decided on. */
  readonly p: string
  /**
   * Hash of the notice: the first 22 base64url characters of its SHA-256. Missing if no notice was
   * shown, or if the hash was not ready in time.
   */
  readonly h?: string | undefined
  /** Language of the notice, a BCP 47 language tag. */
  readonly l: string
  /** Time of the decision, in seconds since the epoch. */
  readonly t: number
  /** Time at which the decision expires, in seconds since the epoch. Never extended. */
  readonly e: number
  /**
   * The answers by category: 1 granted, 0 refused. A category that the visitor has not decided on
   * is missing.
   */
  readonly c: Readonly<Record<string, 0 | 1>>
  /** The services, as `category/name`, that stay blocked although their category is granted. */
  readonly x?: readonly string[] | undefined
  readonly m: Method
  readonly s: Surface
  /** 1 if the browser sent Global Privacy Control when the visitor decided. */
  readonly g?: 1 | undefined
  /** Sequence number of the decision in this browser, from 1. */
  readonly n: number
  /** Receipt id. Present only if decisions are delivered and a category is granted. */
  readonly r?: string | undefined
}

/** Says whether a record grants any category. */
export const grants = ({ c }: Pick<ConsentRecord, 'c'>): boolean => Object.values(c).includes(1)
