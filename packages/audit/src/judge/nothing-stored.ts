import type { Answer, PhaseName } from '../seen.ts'
import { type Breach, conclude, type Page, type Rule } from './rule.ts'
import { leftIn, seenIn } from './seen-in.ts'
import type { RuleName } from './verdict.ts'
import { askedForCookie, askedForKey } from './what-of.ts'

/**
 * Returns the cookies and keys that need a grant, and were stored while `answer` was the last
 * answer, or were left at the end of the phase `left`. If this phase ended before `answer` was
 * given, ignores what was left, because an earlier answer may have allowed it.
 */
const stored = (page: Page, answer: Answer, left?: PhaseName): readonly Breach[] => {
  const seenOrLeft = <Kind extends 'cookies' | 'storage'>(kind: Kind) => [
    ...seenIn(page, kind, [answer]),
    ...(left ? leftIn(page, kind, left, answer) : []),
  ]
  return [
    ...seenOrLeft('cookies')
      .filter(({ one }) => askedForCookie(page, one))
      .map(
        ({ phase, one }): Breach => ({
          what: one.name,
          evidence: { kind: 'cookie', phase, cookie: one },
        }),
      ),
    ...seenOrLeft('storage')
      .filter(({ one }) => askedForKey(page, one))
      .map(
        ({ phase, one }): Breach => ({
          what: one.key,
          evidence: { kind: 'storage', phase, storage: one },
        }),
      ),
  ]
}

const rule =
  (name: RuleName, answer: Answer, phase: PhaseName, left?: PhaseName): Rule =>
  page =>
    conclude(page, name, stored(page, answer, left), [phase], phase)

/** Judges whether no cookie and no key that needs a grant is stored before a choice. */
export const nothingStoredBeforeChoice: Rule = rule(
  'nothing-stored-before-choice',
  'none',
  'no-choice',
)

/** Judges whether after a refusal no cookie or key that needs a grant is stored or left. */
export const nothingStoredAfterRefusal: Rule = rule(
  'nothing-stored-after-refusal',
  'refused',
  'refuse',
  'refuse',
)

/** Judges whether after a withdrawal no cookie or key that needs a grant is stored or left. */
export const nothingStoredAfterWithdrawal: Rule = rule(
  'nothing-stored-after-withdrawal',
  'withdrawn',
  'withdraw',
  'withdraw',
)
