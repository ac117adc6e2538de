import type { Inventory } from '@spaceone/consent/inventory'
import { splitAddress } from '@spaceone/consent/inventory'
import { addressPattern, NO_PAGE } from '../collectors/address-pattern.ts'
import { collectorOf } from '../collectors/collector-of.ts'
import { knownCookie, knownStorage } from '../collectors/known-cookie.ts'
import { collectorPackage } from '../collectors/packages.ts'
import { hostOf } from '../collectors/site-of.ts'
import { declarationsOf } from '../inventory/declarations.ts'
import type { SourceFinding } from './source-finding.ts'
import type { Trace } from './trace.ts'

/** A finding in a source, without its file and line. */
export type Undeclared = Pick<SourceFinding, 'code' | 'what' | 'collector' | 'message'>

/** Returns a function that makes a finding of a `Trace` that should be declared and is not. */
export const comparison = (
  inventory: Pick<Inventory, 'services' | 'policy'>,
): ((trace: Trace) => Undeclared | undefined) => {
  // Nobody knows on which page a source will run.
  const { services, ...declared } = declarationsOf(inventory as Inventory, NO_PAGE)
  // In a source an address may lack the path that a declaration has, because a script adds it.
  const hosts = services.flatMap(({ addresses }) =>
    addresses.map(text => addressPattern(text.replace(/^\w+:\/\//, '').replace(/[/?].*/, ''))),
  )
  const isDeclaredAt = (address: string) =>
    declared.serviceAt(address) !== undefined ||
    hosts.some(matches => matches(splitAddress(new URL(address))))
  const isDeclaredName = (what: string, list: 'cookies' | 'storage') => {
    const find = list === 'cookies' ? declared.cookie : declared.storage
    if (!what.endsWith('*')) return find(what) !== undefined
    const known = what.slice(0, -1)
    return (
      find(known) !== undefined ||
      services.some(one => one[list].some(({ name }) => name.startsWith(known)))
    )
  }

  return ({ kind, what }) => {
    switch (kind) {
      case 'cookie':
        return isDeclaredName(what, 'cookies')
          ? undefined
          : named('undeclared-cookie', 'cookie', what, knownCookie(what.replace(/\*$/, '')))
      case 'storage':
        return isDeclaredName(what, 'storage')
          ? undefined
          : named('undeclared-storage', 'key', what, knownStorage(what.replace(/\*$/, '')))
      case 'host': {
        const collector = collectorOf(what)?.name
        if (!collector || isDeclaredAt(what)) return undefined
        const host = hostOf(what)
        const message = `The address ${what} belongs to ${collector}, and no service of the inventory declares the host ${host}. Declare the service, or remove the address.`
        return { code: 'undeclared-host', what: host, collector, message }
      }
      case 'package': {
        const found = collectorPackage(what)
        if (!found || isDeclaredAt(found.address)) return undefined
        const { name, address } = found
        const collector = collectorOf(address)?.name
        const message = `The package ${name} contacts ${collector} (${hostOf(address)}), and no service of the inventory declares this host. Declare the service, or remove the package.`
        return { code: 'undeclared-package', what: name, collector, message }
      }
    }
  }
}

const named = (
  code: SourceFinding['code'],
  thing: 'cookie' | 'key',
  what: string,
  collector: string | undefined,
): Undeclared => {
  const whose = collector ? ` of ${collector}` : ''
  return {
    ...{ code, what, collector },
    message: `The ${thing} ${what}${whose} is written, and no service of the inventory declares it. Declare it in ${thing === 'cookie' ? '`cookies`' : '`storage`'} of its service.`,
  }
}
