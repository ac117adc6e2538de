import type { Inventory } from '@spaceone/consent/inventory'
import type {
  Answer,
  NotPlayed,
  PhaseName,
  Seen,
  SeenAnswer,
  SeenBanner,
  SeenClick,
  SeenCookie,
  SeenRequest,
  SeenStorage,
} from '../seen.ts'

/** An outcome, such as that of a rule; `not-evaluable` if the audit could not see enough. */
export type Outcome = 'holds' | 'fails' | 'not-evaluable'

/**
 * The rules. `only-declared-after-acceptance`, `cookies-declared`, `lifetimes-as-declared`,
 * `recipients-declared` and `declared-seen` are judged only with an inventory. Without an
 * inventory, `only-declared-after-acceptance` is `not-evaluable` if the phase `accept` was not
 * played.
 */
export type RuleName =
  | 'no-contact-before-choice'
  | 'no-contact-after-refusal'
  | 'only-declared-after-acceptance'
  | 'no-contact-after-withdrawal'
  | 'nothing-stored-before-choice'
  | 'nothing-stored-after-refusal'
  | 'nothing-stored-after-withdrawal'
  | 'cookies-declared'
  | 'lifetimes-as-declared'
  | 'recipients-declared'
  | 'declared-seen'
  | 'refusal-as-easy'
  | 'refusal-possible'
  | 'refusal-kept'
  | 'consent-state-consistent'

/** What a finding rests on. Names the phase, whose screenshots are in the `SeenPhase`. */
export type Evidence =
  | { readonly kind: 'request'; readonly phase: PhaseName; readonly request: SeenRequest }
  | {
      readonly kind: 'cookie'
      readonly phase: PhaseName
      readonly cookie: SeenCookie
      /** The longest lifetime that the inventory declares, in seconds. */
      readonly declared?: number | undefined
    }
  | { readonly kind: 'storage'; readonly phase: PhaseName; readonly storage: SeenStorage }
  | {
      readonly kind: 'banner'
      readonly phase: PhaseName
      readonly accept: SeenAnswer
      readonly refuse: SeenAnswer
    }
  | {
      /** All controls that the audit noted of the banner that breaks a rule, see `SeenBanner`. */
      readonly kind: 'controls'
      readonly phase: PhaseName
      readonly controls: NonNullable<SeenBanner['controls']>
    }
  | { readonly kind: 'click'; readonly phase: PhaseName; readonly click: SeenClick }
  | {
      readonly kind: 'not-played'
      readonly phase: PhaseName
      readonly reason: OpenReason
      readonly detail?: string | undefined
    }

/**
 * Why a rule could not be judged: the reason why its phase was not played, or one of these.
 *
 * - `missing`: the audit left the phase out.
 * - `unknown-controls`: the audit does not know what some controls of the banner do; `detail` has
 *   their words.
 * - `nothing-asked`: the banner has no control to refuse, but the audit saw nothing that needs
 *   consent.
 * - `unread-storage`: frames did not tell their storage keys; `detail` has their origins.
 * - `not-checked`: the evidence does not say what the rule asks, for example because an earlier
 *   version of the audit recorded the evidence.
 */
export type OpenReason =
  | NotPlayed
  | 'missing'
  | 'unknown-controls'
  | 'nothing-asked'
  | 'unread-storage'
  | 'not-checked'

/** Somebody's decision to accept a finding until a day. */
export interface Acceptance {
  readonly id: string
  readonly reason: string
  readonly author: string
  /** The last day of the acceptance, as `YYYY-MM-DD`, in UTC. */
  readonly expires: string
}

/** An outcome of one rule. A rule that fails has a finding for each thing that breaks it. */
export interface Finding {
  /**
   * Identifies the finding, also in later audits of the same pages: depends on the rule, the page,
   * `what` and, except for rules about a whole page, the phase, see `idsFor`.
   */
  readonly id: string
  readonly rule: RuleName
  readonly outcome: Outcome
  /** The address of the page as given; empty for a finding about the whole audit. */
  readonly page: string
  /**
   * The phase that the rule is about, or else that of the first evidence of a breach. Missing for a
   * note, and if a rule about the whole page is not broken.
   */
  readonly phase?: PhaseName | undefined
  /**
   * What breaks the rule or is noted: the name of a collector, domain, cookie, key or service,
   * Google's consent state, `steps`, `size`, `no-refuse` or `again`. Empty if nothing breaks the
   * rule and the finding is no note.
   */
  readonly what: string
  /**
   * Who breaks the rule: the optional service or the collector that got the request, or that the
   * cookie or key belongs to; else `what`. Missing if the banner breaks the rule, or nothing does.
   */
  readonly tag?: string | undefined
  /** Present if somebody accepted the finding. The finding then changes no exit code. */
  readonly accepted?: Acceptance | undefined
  /** `true` for information that changes no outcome. */
  readonly isNote?: boolean | undefined
  readonly evidence: readonly Evidence[]
}

/**
 * What the inventory says of something that was seen. If there is no inventory, `known` is what
 * belongs to a known collector, and `unknown` is anything else.
 */
export type Standing = 'necessary' | 'declared' | 'undeclared' | 'known' | 'unknown'

/** A recipient, such as a service or a site, that a page contacted in one phase. */
export interface Contact {
  readonly page: string
  readonly phase: PhaseName
  readonly name: string
  readonly company?: string | undefined
  readonly hosts: readonly string[]
  readonly requests: number
  readonly held: number
  readonly answers: readonly Answer[]
  readonly standing: Standing
}

/** One cookie, key, database or cache that was stored on a page. */
export interface StoredItem {
  readonly page: string
  readonly kind: 'cookie' | SeenStorage['area']
  readonly name: string
  /** The domain of a cookie, or the origin of other storage. */
  readonly at: string
  /** The longest lifetime seen, in seconds. Only cookies have one, but not session cookies. */
  readonly lifetime?: number | undefined
  readonly declared?: number | 'session' | 'until-deleted' | undefined
  readonly phases: readonly PhaseName[]
  readonly isLeft: boolean
  /**
   * Whether the item was stored after the withdrawal, even if deleted later. For a cookie, storing
   * it again counts, too.
   */
  readonly isSetAfter: boolean
  readonly standing: Standing
}

/** What an audit found. */
export interface Verdict {
  /** The outcome of the audit. An accepted finding does not make the audit fail. */
  readonly outcome: Outcome
  readonly findings: readonly Finding[]
  readonly contacts: readonly Contact[]
  readonly stored: readonly StoredItem[]
  readonly seen: Seen
  /** The hash of the inventory; missing if there is no inventory, or it has none. */
  readonly inventoryHash?: string | undefined
  /** The version of the privacy policy in the inventory, and the version's first day if stated. */
  readonly policy?: Inventory['policy'] | undefined
  /** The acceptances that accept nothing: the expired ones, and those that no finding needs. */
  readonly idle?:
    | { readonly expired: readonly Acceptance[]; readonly unused: readonly Acceptance[] }
    | undefined
  /** SHA-256 of the compact JSON of `seen`, in hexadecimal. */
  readonly sha256: string
}
