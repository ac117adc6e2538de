import type { Answer, PhaseName } from '../seen.ts'
import { type Breach, conclude, leftIn, type Page, type Rule, seenIn } from './rule.ts'
import type { RuleName } from './verdict.ts'
import { askedForCookie, askedForKey } from './what-of.ts'

/**
 * Returns what was stored without a grant: cookies and keys of an answer, and what a phase leaves. A
 * phase that ended before the answer leaves what another answer allowed.
 */
const stored = (page: Page, answer: Answer, left?: PhaseName): readonly Breach[] => {
  const seenOrLeft = <Kind extends 'cookies' | 'storage'>(kind: Kind) => [
    ...seenIn(page, kind, [answer]),
    ...(left ? leftIn(page, kind, left).filter(({ one }) => one.answer === answer) : []),
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

/** No cookie and no key that needs a grant is stored before a choice. */
export const nothingStoredBeforeChoice: Rule = rule(
  'nothing-stored-before-choice',
  'none',
  'no-choice',
)

/** No cookie and no key that needs a grant is stored after a refusal, or is there at the end. */
export const nothingStoredAfterRefusal: Rule = rule(
  'nothing-stored-after-refusal',
  'refused',
  'refuse',
  'refuse',
)

/** No cookie and no key that needs a grant is stored after a withdrawal, or is left at the end. */
export const nothingStoredAfterWithdrawal: Rule = rule(
  'nothing-stored-after-withdrawal',
  'withdrawn',
  'withdraw',
  'withdraw',
)
