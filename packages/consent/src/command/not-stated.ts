import {
  type Declared,
  type FactName,
  type FactValue,
  factsOf,
  isAbroad,
  isKnown,
  NOT_STATED,
} from '../inventory/index.ts'
import type { Inventory, InventoryService } from '../inventory.ts'

/** Where a declaration states a fact, if not under the fact's own name. */
const PATHS: Partial<Record<FactName, string>> = {
  ...{ relation: 'recipients.relation', country: 'recipients.country' },
  ...{ basis: 'recipients.transfer.basis', transfer: 'recipients.transfer' },
  ...{ purposes: 'purposes.site', purpose: 'purposes.recipient' },
}

/**
 * Returns where to state a fact that is missing; `undefined` if visitors read nothing in its place,
 * or if nobody can state it, as with the cookies that we list on a vendor's hosts.
 */
const pathOf = (
  { kind, about }: FactValue,
  service: InventoryService,
  isOurs: boolean,
): string | undefined => {
  const list = (['cookies', 'storage', 'databases'] as const).find(one =>
    service[one].some(({ name }) => name === about),
  )
  const isThird = service.cookies.some(one => one.name === about && one.party === 'third')
  if (list)
    return list === 'databases' || (isOurs && isThird) ? undefined : `${list}.${kind} (${about})`
  const { recipients, necessary, isBehavioural } = service
  const recipient =
    recipients === NOT_STATED ? undefined : recipients.find(({ company }) => company === about)
  const unread: readonly FactName[] = [
    ...(['contact', 'refusal'] as const),
    ...(necessary || isBehavioural === false ? (['toolKind', 'identifies'] as const) : []),
    ...(recipients[0] ? [] : (['purpose'] as const)),
    ...(isAbroad({ service, recipient }) ? [] : (['basis', 'transfer'] as const)),
    ...(recipient?.relation === 'collects-itself' ? (['basis'] as const) : []),
  ]
  return unread.includes(kind) ? undefined : (PATHS[kind] ?? kind)
}

/**
 * Returns a line for each service of which visitors read a fact as "Not stated", with all such facts
 * and where to state them.
 *
 * @param declared The named services that the inventory was made from.
 */
export const notStatedLines = (
  { services }: Inventory,
  declared: readonly Declared[],
): readonly string[] =>
  services.flatMap(service => {
    const isOurs = declared.some(one => one.name === service.name && isKnown(one))
    const missing = factsOf(service).filter(({ value }) => value === NOT_STATED)
    const paths = new Set(missing.flatMap(fact => pathOf(fact, service, isOurs) ?? []))
    const where = isOurs ? 'the option facts' : 'the declaration'
    return paths.size ? [`${service.name}: ${[...paths].join(', ')}; state them in ${where}`] : []
  })
