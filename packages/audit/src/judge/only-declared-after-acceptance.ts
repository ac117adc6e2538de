import { type Breach, conclude, type Rule, seenIn } from './rule.ts'
import { collectorIn } from './what-of.ts'

/**
 * After an acceptance only collectors are contacted that the inventory declares as necessary or
 * under a purpose. Accepting grants every purpose that the inventory has.
 */
export const onlyDeclaredAfterAcceptance: Rule = page => {
  const { declared } = page
  if (!declared) return []
  const breaches = seenIn(page, 'requests', ['accepted']).flatMap(({ phase, one }): Breach[] => {
    const service = declared.serviceAt(one.url)
    if (service?.necessary || service?.category) return []
    const what = service?.name ?? collectorIn(page, one)?.name
    return what ? [{ what, evidence: { kind: 'request', phase, request: one } }] : []
  })
  return conclude(page, 'only-declared-after-acceptance', breaches, ['accept'], 'accept')
}
