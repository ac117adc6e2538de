import { pageLine } from './build-row.ts'
import type { LedgerEntry } from './open-ledger.ts'

/** What the gate has let through without a rule, of one company's domain. */
export interface Undeclared {
  /** The domain, such as `chat.co.kr`; empty for what the site or an unknown script stores. */
  readonly domain: string
  readonly hosts: Set<string>
  readonly cookies: Set<string>
  readonly keys: Set<string>
}

/**
 * Matches the part of a host name that its owner has registered. A browser has no list of public
 * suffixes, so the pattern has the usual names below a country, such as `co` in `co.kr`.
 */
const REGISTERED = /[^.]+\.((ac|co|com|edu?|go|gov|ne|net|org?|pe|re)\.[a-z]{2}|[^.]+)$/

/** Returns the registrable part of a host name, and an IP address as it is. */
const domainOf = (host: string): string =>
  (/\.\d+$/.test(host) ? undefined : REGISTERED.exec(host)?.[0]) ?? host

/** Returns the host name of an address, if a declaration can name the host. */
const hostIn = (address = ''): string | undefined =>
  /^(?:https?|wss?):\/\/([a-z\d][a-z\d.-]*)(?=[:/]|$)/.exec(address)?.[1]

/**
 * Lists what the gate has let through without a rule, but not what is the SDK's own: hosts of other
 * sites, and cookies and keys, each with the site of the script that wrote it, if that is known.
 *
 * @param host The host name of the page.
 * @param folder The folder of the SDK's files, see `pageLine`.
 * @param isOwn Says whether an address, cookie or key is the SDK's own.
 */
export const undeclaredIn = (
  entries: Iterable<LedgerEntry>,
  host: string,
  folder: string,
  isOwn: (what: string) => boolean,
): readonly Undeclared[] => {
  const found = new Map<string, Undeclared>()
  const add = (list: 'hosts' | 'cookies' | 'keys', from: string, what: string) => {
    const domain = domainOf(from) === domainOf(host) ? '' : domainOf(from)
    const group = found.get(domain) ?? {
      ...{ domain, hosts: new Set(), cookies: new Set(), keys: new Set() },
    }
    found.set(domain, group)
    group[list].add(what)
  }
  for (const { kind, what, rule, blockedBy, stack = '' } of entries) {
    // A declaration cannot name `*`, which would match every name.
    if (rule !== undefined || blockedBy !== undefined || /^\*?$/.test(what) || isOwn(what)) continue
    const from = hostIn(kind === 'address' ? what : pageLine(stack, folder)?.where)
    if (kind === 'cookie') add('cookies', from ?? host, what)
    else if (kind === 'storage') add('keys', from ?? host, what)
    else if (from && domainOf(from) !== domainOf(host)) add('hosts', from, from)
  }
  return [...found.values()]
}
