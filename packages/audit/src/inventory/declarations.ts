import {
  type Inventory,
  type InventoryService,
  type Stored,
  splitAddress,
} from '@spaceone/consent/inventory'
import { addressPattern } from '../collectors/address-pattern.ts'
import { isNamed } from '../collectors/known-cookie.ts'
import { siteOf } from '../collectors/site-of.ts'

/** A cookie or key in the inventory, and the service that declares it. */
interface DeclaredRow {
  readonly service: InventoryService
  readonly row: Stored<Readonly<Record<string, string>>>
}

/** What an inventory says about addresses, cookies and keys of one page. */
export interface Declarations {
  readonly services: readonly InventoryService[]
  /**
   * Returns the service that declares an address by the most specific pattern. If several patterns
   * are equally specific, prefers an optional service.
   */
  readonly serviceAt: (address: string) => InventoryService | undefined
  /** Says whether any service names the registrable domain of an address, also as `google.*`. */
  readonly isNamed: (address: string) => boolean
  readonly cookie: (name: string) => DeclaredRow | undefined
  readonly storage: (key: string) => DeclaredRow | undefined
}

/** Returns what an inventory declares for a page. */
export const declarationsOf = ({ services }: Inventory, page: string): Declarations => {
  const patterns = services.flatMap(service =>
    service.addresses.map(text => ({ service, text, matches: addressPattern(text, page) })),
  )
  const sites = new Set(patterns.map(({ text }) => siteOf(text.replace(/^\*\./, ''))))
  // `google.*` stands for Google's domains in all countries.
  const brands = patterns.flatMap(({ text }) => /([\w-]+)\.\*/.exec(text)?.[1] ?? [])

  return {
    services,
    serviceAt: address => {
      if (!URL.canParse(address)) return undefined
      const parts = splitAddress(new URL(address))
      return patterns
        .map(({ service, matches }) => ({ service, rank: matches(parts) }))
        .filter(({ rank }) => rank)
        .sort((one, other) => other.rank - one.rank || byNeed(one.service, other.service))[0]
        ?.service
    },
    isNamed: address => {
      const site = siteOf(address)
      return sites.has(site) || brands.includes(site.replace(/\..*/, ''))
    },
    cookie: name => rowOf(services, 'cookies', name),
    storage: key => rowOf(services, 'storage', key),
  }
}

const byNeed = (one: InventoryService, other: InventoryService): number =>
  Number(Boolean(one.necessary)) - Number(Boolean(other.necessary))

/**
 * Returns the most specific row for a name. Of equally specific rows, prefers a row of a service
 * that is not strictly necessary.
 */
const rowOf = (
  services: readonly InventoryService[],
  list: 'cookies' | 'storage',
  name: string,
): DeclaredRow | undefined =>
  services
    .flatMap(service => service[list].map(row => ({ service, row })))
    .filter(({ row }) => isNamed(name, row.name))
    .sort((one, other) => rankOf(other) - rankOf(one) || byNeed(one.service, other.service))[0]

const rankOf = ({ row: { name } }: DeclaredRow): number =>
  name.endsWith('*') ? name.length - 1 : name.length + 1
