import { siteOf } from '../collectors/site-of.ts'
import { PHASES } from './phases.ts'
import { type Breach, conclude, type Rule } from './rule.ts'
import { seenIn } from './seen-in.ts'

/** Judges whether the inventory names every contacted registrable domain except the page's. */
export const recipientsDeclared: Rule = page => {
  const { declared } = page
  if (!declared) return []
  const breaches = seenIn(page, 'requests').flatMap(({ phase, one }): Breach[] => {
    const site = /^(https?|wss?):/.test(one.url) ? siteOf(one.url) : ''
    return !site || site === page.site || declared.isNamed(one.url)
      ? []
      : [{ what: site, evidence: { kind: 'request', phase, request: one } }]
  })
  return conclude(page, 'recipients-declared', breaches, PHASES)
}
