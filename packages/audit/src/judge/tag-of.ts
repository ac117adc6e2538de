import type { Page } from './rule.ts'
import type { Evidence } from './verdict.ts'
import { askedFor, askedForCookie, askedForKey, collectorIn } from './what-of.ts'

/**
 * Returns who breaks a rule: the service or collector that the evidence belongs to, or else `what`.
 *
 * @returns `undefined` if the banner breaks the rule.
 */
export const tagOf = (page: Page, what: string, evidence: Evidence): string | undefined => {
  switch (evidence.kind) {
    case 'request':
      return askedFor(page, evidence.request) ?? collectorIn(page, evidence.request)?.name ?? what
    case 'cookie':
      return askedForCookie(page, evidence.cookie) ?? what
    case 'storage':
      return askedForKey(page, evidence.storage) ?? what
    default:
      return undefined
  }
}
