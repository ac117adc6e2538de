import { type Breach, conclude, PHASES, type Rule, seenIn } from './rule.ts'

/**
 * The longest time by which a cookie may outlive its declaration, in seconds: clocks of servers
 * that send `Expires` differ from the browser's.
 */
const LIFETIME_TOLERANCE = 3600

/** Every declared cookie lives no longer than declared. */
export const lifetimesAsDeclared: Rule = page => {
  const { declared } = page
  if (!declared) return []
  const breaches = seenIn(page, 'cookies').flatMap(({ phase, one }): Breach[] => {
    const seconds = declared.cookie(one.name)?.row.seconds
    const longest = seconds === 'session' ? 0 : seconds
    return typeof longest === 'number' && (one.lifetime ?? 0) > longest + LIFETIME_TOLERANCE
      ? [{ what: one.name, evidence: { kind: 'cookie', phase, cookie: one, declared: longest } }]
      : []
  })
  return conclude(page, 'lifetimes-as-declared', breaches, PHASES)
}
