import { own } from '../shared/own.ts'
import type { Declaration, Recipient, Stored, Texts } from './declaration.ts'
import { describe, type Tables } from './describe.ts'
import { ENTRIES } from './entries.ts'
import type { InventoryService } from './inventory.ts'

/** What the SDK reads of a service: its name, its category, and what it declares. */
export type Declared<Said = Texts> = {
  readonly [Fact in keyof Declaration<Said>]?: Declaration<Said>[Fact] | undefined
} & {
  readonly name: string
  readonly category?: string | undefined
}

/**
 * Matches the hosts of Google, and patterns with an id. The rules of one of Google's tags have those
 * of the others, too; only a server of the site is a further host of the tag.
 */
const GOOGLES = /(^|\.)(google[\w-]*|doubleclick|merchant-center-analytics)\.|\?/

/**
 * Returns a service of an inventory. A fact that the site does not declare comes from our entry of
 * the same name, if there is one, or is not stated.
 */
export const complete = (declared: Declared, tables: Tables): InventoryService => {
  const { name, category } = declared
  const entry = own(ENTRIES, name)
  const known = entry && describe(name, entry, tables)
  const further = (declared.match ?? []).filter(
    host => !known || !(known.match.includes(host) || GOOGLES.test(host)),
  )
  return {
    name,
    category,
    recipients: listed(declared.recipients, known?.recipients),
    retention: declared.retention ?? known?.retention ?? 'not-stated',
    collects: declared.collects ?? known?.collects ?? [],
    toolKind: declared.toolKind ?? known?.toolKind,
    identifies: declared.identifies ?? known?.identifies,
    purposes: { ...known?.purposes, ...declared.purposes },
    refusal: { ...known?.refusal, ...declared.refusal },
    necessary: declared.necessary,
    match: [...(known?.match ?? []), ...further],
    cookies: rows(declared.cookies, known?.cookies, entry?.hasFormer),
    storage: rows(declared.storage, known?.storage),
    databases: rows(declared.databases, known?.databases),
  }
}

/** Returns recipients as a list, each completed from our own entry of the same company. */
const listed = (
  declared: Declared['recipients'],
  known: InventoryService['recipients'] = 'not-stated',
): InventoryService['recipients'] => {
  if (declared === undefined) return known
  if (declared === 'not-stated') return declared
  const list: readonly Recipient<Texts>[] = [declared].flat() as Recipient<Texts>[]
  return list.map(one => ({
    ...(known !== 'not-stated' && known.find(({ company }) => company === one.company)),
    ...one,
  }))
}

/**
 * Returns rows for names and rows of a declaration: those that are known first, with the site's
 * rows over them.
 */
const rows = (
  declared: Declared['cookies'] = [],
  known: readonly Stored<Texts>[] = [],
  hasFormer = false,
): readonly Stored<Texts>[] => {
  const stated = declared.flatMap((row): Stored<Texts>[] => {
    if (typeof row !== 'string') return [row]
    if (known.some(({ name }) => name === row)) return []
    // The cookies that Google Analytics sets with a prefix have the purposes of those without.
    const alike = known.find(({ name }) => row.endsWith(name))
    return alike || !hasFormer ? [{ ...alike, name: row }] : []
  })
  const names = stated.map(({ name }) => name)
  return [...known.filter(({ name }) => !names.includes(name)), ...stated]
}
