import type { DecisionOrigin } from '../store/consent.ts'
import type { ConsentState } from '../store/state.ts'
import { type ConsentRecord, grants } from './record.ts'

/**
 * Returns the record of a decision, without side effects. If the earlier decision still counts
 * (status `decided`), the new record keeps the earlier answers to other categories.
 *
 * @param state The state before the decision.
 * @param answers The answer to each category that the visitor decides on now. Every value but
 *   `true` refuses.
 * @param origin How and where the visitor decided.
 * @param p Version of the policy.
 * @param t Time of the decision, in seconds since the epoch.
 * @param e Time at which the decision expires, same unit.
 * @param receipt Receipt id, if decisions are delivered. Left out of a record that grants nothing.
 */
export const nextRecord = (
  { status, record, signals, language, without: before }: ConsentState<string>,
  answers: readonly (readonly [category: string, answer: unknown])[],
  { surface = 'api', method = 'custom', without = [], notice, language: shown }: DecisionOrigin,
  p: string,
  t: number,
  e: number,
  receipt: string | undefined,
): ConsentRecord => {
  const c = { ...(status === 'decided' && record?.c) }
  for (const [name, answer] of answers) c[name] = answer === true ? 1 : 0
  const isAnswered = (key: string) => answers.some(([name]) => key.startsWith(`${name}/`))
  const x = [...before.filter(key => !isAnswered(key)), ...without.filter(isAnswered)]
  return {
    v: 1,
    p,
    h: notice,
    l: shown || language,
    t,
    e,
    c,
    x: x[0] ? x : undefined,
    m: method,
    s: surface,
    g: signals.gpc ? 1 : undefined,
    n: (record?.n ?? 0) + 1,
    r: grants({ c }) ? receipt : undefined,
  }
}
