import type { Answer, PhaseName } from '../seen.ts'
import { type Breach, conclude, type Page, type Rule } from './rule.ts'
import { seenIn } from './seen-in.ts'
import { askedFor } from './what-of.ts'

/** Returns the requests that need a grant, and were sent while `answer` was the last answer. */
const contacts = (page: Page, answer: Answer): readonly Breach[] =>
  seenIn(page, 'requests', [answer]).flatMap(({ phase, one }) => {
    const what = askedFor(page, one)
    return what ? [{ what, evidence: { kind: 'request', phase, request: one } }] : []
  })

/** Judges whether, in every phase, nothing that needs a grant is contacted before a choice. */
export const noContactBeforeChoice: Rule = page =>
  conclude(page, 'no-contact-before-choice', contacts(page, 'none'), ['no-choice'], 'no-choice')

/** Judges whether nothing that needs a grant is contacted after a refusal. */
export const noContactAfterRefusal: Rule = page => of(page, 'refused', 'refuse')

/** Judges whether nothing that needs a grant is contacted after a withdrawal. */
export const noContactAfterWithdrawal: Rule = page => of(page, 'withdrawn', 'withdraw')

const of = (page: Page, answer: Answer, phase: PhaseName) =>
  conclude(
    page,
    answer === 'refused' ? 'no-contact-after-refusal' : 'no-contact-after-withdrawal',
    contacts(page, answer),
    [phase],
    phase,
  )
