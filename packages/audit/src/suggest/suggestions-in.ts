import type { Inventory } from '@spaceone/consent/inventory'
import { companyOf } from '../collectors/collector-of.ts'
import { entityOf } from '../collectors/entities.ts'
import { isNamed, isRecordName } from '../collectors/known-cookie.ts'
import { hostOf, siteOf } from '../collectors/site-of.ts'
import { judgedPage } from '../judge/judge.ts'
import { askedFor, collectorIn } from '../judge/rules/asked-for.ts'
import type { JudgedPage } from '../judge/rules/rule.ts'
import { seenIn } from '../judge/rules/seen-in.ts'
import type { Seen, SeenRequest } from '../seen.ts'
import { categoryOf } from './category-of.ts'
import { idIn, PRESETS, presetFor } from './presets.ts'
import type { Suggestion } from './suggestion.ts'

/** What was seen of one service. */
interface Group {
  company: string | undefined
  /** The addresses of the service's requests that are not declared. */
  readonly seen: Set<string>
  readonly addresses: Set<string>
  readonly cookies: Map<string, number | undefined>
  readonly storage: Set<string>
  readonly databases: Set<string>
}

/** Returns the group of a service, and creates it if there is none. */
type GroupOf = (name: string) => Group

/** The name under which the cookies and keys of the site itself are grouped. */
const OWN = ''

/** Lists services that were seen and are not declared, or not wholly, with the preset if any. */
export const suggestionsIn = (
  seen: Seen,
  inventory: Inventory | undefined,
): readonly Suggestion[] => {
  const groups = new Map<string, Group>()
  const groupOf: GroupOf = name => {
    const group = groups.get(name) ?? {
      ...{ company: undefined, seen: new Set(), addresses: new Set() },
      ...{ cookies: new Map(), storage: new Set(), databases: new Set() },
    }
    groups.set(name, group)
    return group
  }
  const pages = seen.pages.map(one => judgedPage(one, inventory))
  for (const page of pages)
    for (const { request } of seenIn(page, 'requests')) {
      const name = ownerOf(page, request)
      if (name === undefined) continue
      const group = groupOf(name)
      const url = new URL(request.url)
      group.company ??= collectorIn(page, request)?.company ?? companyOf(url.hostname)
      group.seen.add(request.url)
      group.addresses.add(siteOf(request.url) === page.site ? url.pathname : url.hostname)
    }
  const hosts = [...groups.keys()]
  for (const page of pages) {
    addCookies(page, name => groupOf(nameIn(hosts, name)))
    addKeys(page, name => groupOf(nameIn(hosts, name)))
  }
  const declared = new Set(inventory?.services.map(({ name }) => name))
  return [...groups].map(([name, group]) => suggestionOf(name, group, declared.has(name)))
}

/** Returns the name of a request's service; `undefined` if it is declared or the site's own. */
const ownerOf = (page: JudgedPage, request: SeenRequest): string | undefined => {
  const { url } = request
  if (!/^(https?|wss?):/.test(url) || page.declared?.serviceAt(url)) return undefined
  const collector = collectorIn(page, request)
  if (!collector && (siteOf(url) === page.site || page.declared?.isNamed(url))) return undefined
  return presetFor(url, collector?.name)?.name ?? collector?.name ?? nameOfHost(url)
}

/**
 * Returns the name that a service has by its hosts, or else the given name. The lists of cookies
 * and of hosts have different names for some services, such as `LinkedIn` and `LinkedIn Ads`.
 */
const nameIn = (known: readonly string[], name: string): string => {
  const isLonger = (one: string, other: string) => one.startsWith(`${other} `)
  if (name === OWN || known.includes(name)) return name
  return known.find(one => isLonger(one, name) || isLonger(name, one)) ?? name
}

/** Returns the name of the preset that alone declares a cookie or key of this name. */
const presetWith = (list: 'cookies' | 'storage', name: string): string | undefined => {
  const found = PRESETS.filter(one => one[list].some(known => isNamed(name, known)))
  return found.length === 1 ? found[0]?.name : undefined
}

const nameOfHost = (address: string): string => entityOf(hostOf(address))?.name ?? siteOf(address)

const addCookies = (page: JudgedPage, groupOf: GroupOf): void => {
  for (const evidence of [...seenIn(page, 'cookies'), ...seenIn(page, 'cookiesLeft')]) {
    const { name, domain, lifetime } = evidence.cookie
    if (page.declared?.cookie(name) || isRecordName(name)) continue
    const isOwn = siteOf(domain.replace(/^\./, '')) === page.site
    const { cookies } = groupOf(
      presetWith('cookies', name) ?? askedFor(page, evidence) ?? (isOwn ? OWN : nameOfHost(domain)),
    )
    const longest = Math.max(cookies.get(name) ?? 0, lifetime ?? 0)
    cookies.set(name, longest || undefined)
  }
}

const addKeys = (page: JudgedPage, groupOf: GroupOf): void => {
  for (const evidence of [...seenIn(page, 'storage'), ...seenIn(page, 'storageLeft')]) {
    const { area, key, origin } = evidence.storage
    // The gate can reach no storage of another site, and an inventory lists no cache.
    if (area === 'cache' || siteOf(origin) !== page.site) continue
    if (page.declared?.storage(key) || isRecordName(key)) continue
    const group = groupOf(presetWith('storage', key) ?? askedFor(page, evidence) ?? OWN)
    if (area === 'indexeddb') group.databases.add(key)
    else group.storage.add(key)
  }
}

const suggestionOf = (name: string, group: Group, isDeclared: boolean): Suggestion => {
  const preset = PRESETS.find(one => one.name === name)
  const isNew =
    (names: readonly string[] = []) =>
    (one: string) =>
      !names.some(known => isNamed(one, known))
  return {
    ...{ name, isDeclared, company: group.company },
    category: name === OWN ? undefined : categoryOf(name, [...group.addresses]),
    preset: preset && {
      ...{ call: preset.call, needsId: preset.needsId },
      id: preset.needsId ? idIn([...group.seen], preset) : undefined,
    },
    addresses: [...group.addresses].sort(),
    cookies: [...group.cookies]
      .map(([cookie, seconds]) => ({ name: cookie, seconds }))
      .filter(one => isNew(preset?.cookies)(one.name)),
    storage: [...group.storage].filter(isNew(preset?.storage)),
    databases: [...group.databases],
  }
}
