import { type Answer, type Moment, type NotPlayed, PHASES, type SeenPhase } from '../../seen.ts'
import { phaseIn } from '../phase-in.ts'
import type { Evidence } from '../verdict.ts'
import { askedFor } from './asked-for.ts'
import type { Breach, JudgedPage } from './rule.ts'

/** The lists of a phase, each with the kind of the evidence that `seenIn` makes of its items. */
const KINDS = {
  requests: 'request',
  cookies: 'cookie',
  cookiesLeft: 'cookie',
  storage: 'storage',
  storageLeft: 'storage',
} as const

/**
 * A list of a phase. The lists whose name ends in `Left` have what was there at the end of the
 * phase.
 */
export type SeenList = keyof typeof KINDS

/** The type of the evidence that `seenIn` makes of the items of a list. */
export type EvidenceIn<List extends SeenList> = Extract<
  Evidence,
  { readonly kind: (typeof KINDS)[List] }
>

/** The values of `notPlayed` at which the site may not have got the visitor's answer. */
const UNCERTAIN: readonly (NotPlayed | undefined)[] = ['stays', 'unclear', 'no-effect']

/** Says whether the visitor's answer in a phase is certain enough to judge the page by it. */
export const isCertain = ({ notPlayed }: SeenPhase, { answer }: Moment): boolean =>
  answer === 'none' || !UNCERTAIN.includes(notPlayed)

/**
 * Returns the items of a list, of all phases of a page, each as evidence.
 *
 * @param last Returns only what was seen while this answer was the last, and certain. @default all
 */
export const seenIn = <List extends SeenList>(
  { seen }: JudgedPage,
  list: List,
  last?: Answer,
): readonly EvidenceIn<List>[] =>
  PHASES.flatMap(phase => {
    const found = phaseIn(seen, phase)
    return (found?.[list] ?? [])
      .filter(one => !last || (found && isCertain(found, one) && one.answer === last))
      .map(one => ({ kind: KINDS[list], phase, [KINDS[list]]: one }) as EvidenceIn<List>)
  })

/** Returns what needs a grant in some lists: services, collectors, or names of cookies and keys. */
export const breachesIn = (
  page: JudgedPage,
  lists: readonly SeenList[],
  last?: Answer,
): readonly Breach[] =>
  lists
    .flatMap(list => seenIn(page, list, last))
    .flatMap((evidence): readonly Breach[] => {
      const asked = askedFor(page, evidence)
      if (!asked) return []
      if (evidence.kind === 'request') return [{ what: asked, evidence }]
      const what = evidence.kind === 'cookie' ? evidence.cookie.name : evidence.storage.key
      return [{ what, evidence }]
    })
