import { siteOf } from '../../collectors/site-of.ts'
import type { Answer, PhaseName } from '../../seen.ts'
import { phaseIn } from '../phase-in.ts'
import type { RuleName } from '../verdict.ts'
import { type Breach, conclude, notEvaluable, type Rule } from './rule.ts'
import { breachesIn, type SeenList } from './seen-in.ts'

/** The answers without a grant, and the phase in which each of them is the last answer. */
const PHASE_OF: Readonly<Record<Exclude<Answer, 'accepted'>, PhaseName>> = {
  none: 'no-choice',
  refused: 'refuse',
  withdrawn: 'withdraw',
}

/**
 * Creates the rule that nothing in some lists needs a grant while `answer` is the last answer. A
 * rule about storage that nothing breaks is not evaluable if frames did not tell their keys.
 *
 * @param more Returns further breaches of the rule. @default none
 */
const createRule =
  (
    name: RuleName,
    answer: keyof typeof PHASE_OF,
    lists: readonly SeenList[],
    more: (...page: Parameters<Rule>) => readonly Breach[] = () => [],
  ): Rule =>
  page => {
    const phase = PHASE_OF[answer]
    const breaches = [...breachesIn(page, lists, answer), ...more(page)]
    const found = conclude(page, name, breaches, [phase], phase)
    const unread = lists.includes('storage') && phaseIn(page.seen, phase)?.unreadOrigins
    return unread && found.every(({ outcome }) => outcome === 'holds')
      ? notEvaluable(name, phase, 'unread-storage', unread.join(', ')).map(one => ({
          ...one,
          phase,
        }))
      : found
  }

/** Judges whether, in every phase, nothing that needs a grant is contacted before a choice. */
export const noContactBeforeChoice: Rule = createRule('no-contact-before-choice', 'none', [
  'requests',
])

/** Judges whether nothing that needs a grant is contacted after a refusal. */
export const noContactAfterRefusal: Rule = createRule('no-contact-after-refusal', 'refused', [
  'requests',
])

/** Judges whether nothing that needs a grant is contacted after a withdrawal. */
export const noContactAfterWithdrawal: Rule = createRule(
  'no-contact-after-withdrawal',
  'withdrawn',
  ['requests'],
)

/** Judges whether no cookie and no key that needs a grant is stored before a choice. */
export const nothingStoredBeforeChoice: Rule = createRule('nothing-stored-before-choice', 'none', [
  'cookies',
  'storage',
])

/**
 * The lists of what was left. If a phase ended before the answer, they are ignored, because an
 * earlier answer may have allowed it.
 */
const LEFT = ['cookiesLeft', 'storageLeft'] as const

/** Judges whether after a refusal no cookie or key that needs a grant is stored or left. */
export const nothingStoredAfterRefusal: Rule = createRule(
  'nothing-stored-after-refusal',
  'refused',
  ['cookies', 'storage', ...LEFT],
)

/**
 * Judges whether after a withdrawal no cookie or key that needs a grant is stored, or is left on the
 * page's own site. What other sites stored before the withdrawal is no breach: neither script nor
 * server of the page's site can delete it, and another rule finds requests that would send it.
 */
export const nothingStoredAfterWithdrawal: Rule = createRule(
  'nothing-stored-after-withdrawal',
  'withdrawn',
  ['cookies', 'storage'],
  page =>
    breachesIn(page, LEFT, 'withdrawn').filter(({ evidence }) => storedBy(evidence) === page.site),
)

/** Returns the registrable domain of the site that stored something. */
const storedBy = (evidence: Breach['evidence']): string =>
  siteOf(
    evidence.kind === 'cookie'
      ? evidence.cookie.domain
      : evidence.kind === 'storage'
        ? evidence.storage.origin
        : '',
  )
