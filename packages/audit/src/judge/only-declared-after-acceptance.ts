import { type Breach, conclude, notPlayed, type Rule, seenIn } from './rule.ts'
import { collectorIn } from './what-of.ts'

const RULE = 'only-declared-after-acceptance'

/**
 * After an acceptance only collectors are contacted that the inventory declares as necessary or
 * under a purpose. Accepting grants every purpose that the inventory has.
 */
export const onlyDeclaredAfterAcceptance: Rule = page => {
  const { declared } = page
  // Without an inventory nothing can break the rule, but a phase that was not played is told.
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
