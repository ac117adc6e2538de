import type { LedgerEntry } from './open-ledger.ts'

/** What happened to an address, a cookie or a key; `warning` for a warning. */
type Happened = 'blocked' | 'let through' | 'deleted' | 'warning'

/** Ledger entries that differ only in time and call, each at most `CLOSE` after the one before. */
export interface Group {
  /** The first entry that has a stack, otherwise the last entry. */
  entry: LedgerEntry
  readonly outcome: Happened
  /** The names of the built-ins that the page called, each once. */
  readonly by: string[]
  /** How many entries the group has. */
  count: number
}

/** In milliseconds: a script's address and its insertion are usually noted closer together. */
const CLOSE = 50

const outcomeOf = ({ kind, by, blockedBy }: LedgerEntry): Happened => {
  if (kind === 'warning') return 'warning'
  if (blockedBy === undefined) return 'let through'
  // A blocked cookie or key without `by` was found by a sweep, which deleted it.
  return kind !== 'address' && by === undefined ? 'deleted' : 'blocked'
}

/** Returns the entries of the ledger in groups, the newest group first. */
export const groupEntries = (entries: readonly LedgerEntry[]): readonly Group[] => {
  const groups: Group[] = []
  /** The last group for each `key`, and the time of its last entry. */
  const last = new Map<string, { at: number; group: Group }>()
  for (const entry of entries) {
    const { at, kind, what, by, rule, blockedBy } = entry
    const outcome = outcomeOf(entry)
    const key = [kind, what, rule, blockedBy, outcome].join('\n')
    const earlier = last.get(key)
    const isNew = !earlier || at - earlier.at > CLOSE
    const group = isNew ? { entry, outcome, by: [] as string[], count: 0 } : earlier.group
    if (isNew) groups.push(group)
    last.set(key, { at, group })
    // The entry of an element that the SDK found in the HTML has no stack, a later one may.
    if (!group.entry.stack) group.entry = entry
    if (by && !group.by.includes(by)) group.by.push(by)
    group.count += 1
  }
  return groups.reverse()
}

/** The names of the filters for the list of the ledger. */
export type FilterName = 'all' | 'blocked' | 'let through' | 'cookies' | 'warnings'

const FILTERS: Readonly<Record<FilterName, (group: Group) => boolean>> = {
  all: () => true,
  blocked: ({ outcome }) => outcome === 'blocked',
  'let through': ({ outcome }) => outcome === 'let through',
  cookies: ({ entry }) => entry.kind === 'cookie' || entry.kind === 'storage',
  warnings: ({ outcome }) => outcome === 'warning',
}

/** The names of all filters, in the order of their buttons. */
export const FILTER_NAMES = Object.keys(FILTERS) as readonly FilterName[]

/** Returns the groups that a filter shows and whose name, rule, grant or built-ins have `text`. */
export const filterGroups = (
  groups: readonly Group[],
  filter: FilterName,
  text: string,
): readonly Group[] => {
  const wanted = text.trim().toLowerCase()
  return groups.filter(group => {
    const { what, rule, blockedBy } = group.entry
    const texts = [what, rule, blockedBy, ...group.by].join(' ').toLowerCase()
    return FILTERS[filter](group) && texts.includes(wanted)
  })
}
