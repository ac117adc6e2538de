import type { Inventory } from '@spaceone/consent/inventory'
import { isNamed } from '../../collectors/known-cookie.ts'
import { isPlayed } from '../phase-in.ts'
import type { Finding } from '../verdict.ts'
import type { JudgedPage } from './rule.ts'

/**
 * Notes what the inventory declares and the audit did not see: optional services with addresses, if
 * neither a request nor a cookie of the service was seen, and cookies of the other optional
 * services. Notes nothing if the phase `accept` was played to its end on no page. These notes
 * change no outcome, because an audit visits few pages, and held requests set no cookies.
 */
export const declaredSeen = (
  inventory: Inventory | undefined,
  pages: readonly JudgedPage[],
): readonly Omit<Finding, 'id'>[] => {
  if (!inventory || !pages.some(({ seen }) => isPlayed(seen, 'accept'))) return []
  const phases = pages.flatMap(({ seen }) => seen.phases)
  const requests = pages.flatMap(({ declared, seen }) =>
    seen.phases.flatMap(one => one.requests.map(({ url }) => declared?.serviceAt(url)?.name)),
  )
  const cookies = phases.flatMap(one => one.cookies.map(({ name }) => name))
  const hasCookie = (given: string) => cookies.some(name => isNamed(name, given))
  const missing = inventory.services
    .filter(({ necessary }) => !necessary)
    .flatMap(({ name, addresses, cookies: rows }) => {
      const isContacted = requests.includes(name)
      const unseen = rows.map(row => row.name).filter(given => !hasCookie(given))
      if (addresses.length && !isContacted && unseen.length === rows.length) return [name]
      return unseen.map(cookie => `${name}: ${cookie}`)
    })
  return missing.map(what => ({
    ...{ rule: 'declared-seen', outcome: 'holds', page: '', what, isNote: true, evidence: [] },
  }))
}
