import { PHASES } from './phases.ts'
import { type Breach, conclude, type Rule } from './rule.ts'
import { seenIn } from './seen-in.ts'

/** Judges whether the inventory declares every cookie that was seen. */
export const cookiesDeclared: Rule = page => {
  const { declared } = page
  if (!declared) return []
  const breaches = seenIn(page, 'cookies').flatMap(({ phase, one }): Breach[] =>
    declared.cookie(one.name)
      ? []
      : [{ what: one.name, evidence: { kind: 'cookie', phase, cookie: one } }],
  )
  return conclude(page, 'cookies-declared', breaches, PHASES)
}
