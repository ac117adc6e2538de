import { VALIDITY_DAYS } from '../shared/defaults.ts'
import { own } from '../shared/own.ts'
import type { Declaration, Recipient, Texts } from './declaration.ts'
import { describe, purposeIn, type Tables } from './describe.ts'
import { ENTRIES, OWN_ENTRY, OWN_NAME } from './entries.ts'
import type { InventoryService } from './inventory.ts'
import { DAY, type OwnStoredOptions, ownStored, storedOf } from './stored-of.ts'

/** What the SDK reads of a service: its name, its category, and what it declares. */
export type Declared<Said = Texts> = {
  readonly [Fact in Exclude<keyof Declaration, 'databases'>]?: Declaration<Said>[Fact] | undefined
} & {
  readonly databases?: Declaration<Said>['cookies'] | undefined
  readonly name: string
  readonly category?: string | undefined
}

/**
 * Matches Google's hosts, and addresses with a query, such as `…?id=G-XXXXXXX`. A service of Google
 * also blocks hosts of Google's other services. `complete` leaves out all that match, so that only
 * the site's own server is added to the hosts of our entry.
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
  const further = (declared.addresses ?? []).filter(
    host => !known || !(known.addresses.includes(host) || GOOGLES.test(host)),
  )
  const stored = (rows: Declared['cookies']) => storedOf(rows, declared, purposeIn(tables))
  return {
    name,
    category,
    recipients: completed(declared.recipients, known?.recipients),
    retention: declared.retention ?? known?.retention ?? 'not-stated',
    collects: declared.collects ?? known?.collects ?? [],
    toolKind: declared.toolKind ?? known?.toolKind,
    identifies: declared.identifies ?? known?.identifies,
    purposes: { ...known?.purposes, ...declared.purposes },
    refusal: { ...known?.refusal, ...declared.refusal },
    // As in the gate: a service with a category is optional, even if it declares `necessary`.
    necessary: category ? undefined : declared.necessary,
    addresses: [...(known?.addresses ?? []), ...further],
    cookies: stored(declared.cookies),
    storage: stored(declared.storage),
    databases: stored(declared.databases),
  }
}

/** Returns the SDK itself as a service of an inventory. */
export const ownService = (options: OwnStoredOptions, tables: Tables): InventoryService => {
  const seconds = (options.cookie?.days ?? VALIDITY_DAYS) * DAY
  return {
    ...describe(OWN_NAME, { ...OWN_ENTRY, retention: { seconds } }, tables),
    ...ownStored(options, purposeIn(tables)),
    databases: [],
  }
}

/**
 * Returns the declared recipients as a list, each completed from the recipient of the same company
 * in our entry. If no recipients are declared, returns those of our entry.
 */
const completed = (
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
