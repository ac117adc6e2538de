import { type Breach, conclude, notPlayed, type Rule } from './rule.ts'
import { seenIn } from './seen-in.ts'
import { collectorIn } from './what-of.ts'

const RULE = 'only-declared-after-acceptance'

/**
 * Judges whether every collector and every service of the inventory that is contacted after an
 * acceptance is declared as necessary or under a purpose. An acceptance grants every purpose of the
 * inventory.
 */
export const onlyDeclaredAfterAcceptance: Rule = page => {
  const { declared } = page
  // Without an inventory nothing can break the rule, but a phase that was not played is reported.
  if (!declared)
    return notPlayed(page, 'accept').length ? conclude(page, RULE, [], ['accept'], 'accept') : []
  const breaches = seenIn(page, 'requests', ['accepted']).flatMap(({ phase, one }): Breach[] => {
    const service = declared.serviceAt(one.url)
    if (service?.necessary || service?.category) return []
    const what = service?.name ?? collectorIn(page, one)?.name
    return what ? [{ what, evidence: { kind: 'request', phase, request: one } }] : []
  })
  return conclude(page, RULE, breaches, ['accept'], 'accept')
}
