import type { SIGNALS, State } from '../../judge/consent-state.ts'
import type { PageRule } from '../../judge/rule.ts'
import type { OpenReason, Outcome, RuleName, Standing, Stored } from '../../judge/verdict.ts'
import type { Act, Answer, Initiator, PhaseName, SeenCookie } from '../../seen.ts'

/** The languages of the report. */
export type Language = 'en' | 'ko' | 'ja'

/**
 * The sentences about a rule. `{what}` stands for the name of what breaks the rule, and `{held}` for
 * one of the additions of `held`, or for nothing.
 */
interface RuleWords {
  /** The sentence if the rule holds. */
  readonly holds: string
  /** The sentence if the rule fails: what happened. */
  readonly fails: string
}

/** The words of the report in one language. `fill` replaces words in braces by values. */
export interface ReportWords {
  readonly language: Language
  /** The text between the items of a list. */
  readonly separator: string
  readonly title: string
  readonly subtitle: string
  readonly outcomes: Readonly<Record<Outcome, string>>
  /** The sentence about the whole audit, by outcome. */
  readonly whole: Readonly<Record<Outcome, string>>
  /** The sentence in place of `whole` if nothing fails but what somebody accepted. */
  readonly wholeAccepted: string
  /** The sentences after that of `whole`. */
  readonly next: {
    readonly fails: string
    readonly holds: string
    readonly unfinished: string
    readonly alsoUnfinished: string
    readonly noInventory: string
    /** The sentence about the findings that somebody accepted. */
    readonly accepted: string
  }
  readonly phases: Readonly<Record<PhaseName, string>>
  /** What the visitor did in the phase. */
  readonly played: Readonly<Record<PhaseName, string>>
  readonly answers: Readonly<Record<Answer, string>>
  /** The moment before any answer, by phase, because each phase is a visit of its own. */
  readonly before: Readonly<Record<PhaseName, string>>
  readonly acts: Readonly<Record<Act, string>>
  readonly topics: {
    readonly contacted: string
    readonly stored: string
    readonly state: string
    readonly topic: string
    readonly rule: string
    readonly outcome: string
    readonly notJudged: string
    readonly because: string
    readonly matrix: string
    readonly wholePage: string
    readonly banner: string
  }
  /** Short names of the rules about a whole page. */
  readonly pageRules: Readonly<Record<PageRule, string>>
  readonly rules: Readonly<Record<RuleName, RuleWords>>
  /** The sentences if `refusal-as-easy` fails, by what breaks this rule. */
  readonly refusal: { readonly steps: string; readonly size: string; readonly measured: string }
  /** What became of the requests of a finding. */
  readonly held: {
    /** All requests were held. */
    readonly all: string
    /** All requests were held except the `{n}` scripts that the audit fetched. */
    readonly butScripts: string
  }
  readonly reasons: Readonly<Record<OpenReason, string>>
  /** The sentence for the reason `stays` in the phase `refuse`. */
  readonly staysRefused: string
  readonly standings: Readonly<Record<Standing, string>>
  readonly headings: {
    readonly summary: string
    readonly failed: string
    readonly unfinished: string
    readonly held: string
    readonly notes: string
    readonly findings: string
    readonly contacts: string
    readonly stored: string
    readonly state: string
    readonly screenshots: string
    readonly conditions: string
    readonly reading: string
  }
  readonly evidence: {
    readonly open: string
    readonly request: string
    readonly initiator: string
    readonly phase: string
    readonly time: string
    readonly answer: string
    readonly held: string
    readonly cookie: string
    readonly setBy: string
    readonly lifetime: string
    readonly declared: string
    readonly left: string
    readonly key: string
    /** The audit fetched the script from another address than the page asked for. */
    readonly fetched: string
    readonly fetchedSame: string
    readonly insertedBy: string
    /** The number of requests to one address, and the times of the first and the last. */
    readonly repeated: string
    readonly control: string
    readonly pressedControl: string
    /** What a control does, if this is not known. */
    readonly noAct: string
    readonly id: string
    readonly screenshot: string
    readonly seeScreenshot: string
    readonly more: string
    readonly atSecond: string
    /** The control that the audit pressed on a picture. */
    readonly pressed: string
  }
  readonly initiators: Readonly<Record<Initiator['kind'], string>>
  readonly origins: Readonly<Record<SeenCookie['origin'], string>>
  readonly contacts: {
    readonly who: string
    readonly hosts: string
    readonly requests: string
    readonly when: string
    readonly standing: string
    /** The heading of the column `standing` if there is no inventory. */
    readonly judgedAs: string
    readonly none: string
    readonly someHeld: string
  }
  readonly stored: {
    readonly name: string
    readonly kind: string
    readonly kinds: Readonly<Record<Stored['kind'], string>>
    readonly lifetime: string
    readonly phases: string
    readonly left: string
    readonly isLeft: string
    readonly notLeft: string
    readonly setAfter: string
    readonly session: string
    readonly untilDeleted: string
    readonly notStated: string
    readonly declaredAs: string
    readonly none: string
    readonly heldHosts: string
  }
  readonly state: {
    readonly signals: Readonly<Record<(typeof SIGNALS)[number], string>>
    readonly states: Readonly<Record<State, string>>
    readonly requests: string
    readonly sent: string
    readonly none: string
  }
  readonly conditions: {
    readonly tool: string
    readonly browser: string
    readonly began: string
    readonly duration: string
    readonly pages: string
    readonly mode: string
    readonly held: string
    /** Follows `held` if the audit fetched scripts of collectors. */
    readonly heldBut: string
    /** Follows `held` if the audit fetched nothing of a collector. */
    readonly heldAll: string
    readonly live: string
    readonly visitor: string
    readonly visitorValue: string
    readonly gpc: string
    readonly noGpc: string
    readonly scripts: string
    readonly scriptsValue: string
    readonly limits: string
    readonly limitsValue: string
    readonly banner: string
    readonly banners: { readonly spaceone: string; readonly words: string; readonly none: string }
    readonly inventory: string
    readonly inventoryValue: string
    readonly noInventory: string
    readonly sha256: string
    readonly sha256Note: string
    readonly asGiven: string
  }
  /** What changed since an earlier audit. */
  readonly comparison: {
    readonly heading: string
    readonly counts: string
    readonly new: string
    readonly same: string
    readonly gone: string
    readonly notJudged: string
    readonly newlyOpen: string
  }
  /** What somebody accepted. */
  readonly acceptance: {
    readonly heading: string
    readonly by: string
    readonly expired: string
    readonly unused: string
  }
  /** The terms of the report, each with an explanation. */
  readonly reading: readonly (readonly [term: string, text: string])[]
}
