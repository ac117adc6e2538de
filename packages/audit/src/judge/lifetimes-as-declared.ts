import { PHASES } from './phases.ts'
import { type Breach, conclude, type Rule } from './rule.ts'
import { seenIn } from './seen-in.ts'

/**
 * How much longer than declared a cookie may live, in seconds: the clock of a server that sends
 * `Expires` can differ from the browser's clock.
 */
const LIFETIME_TOLERANCE = 3600

/** Judges whether every declared cookie lives at most an hour longer than declared. */
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
