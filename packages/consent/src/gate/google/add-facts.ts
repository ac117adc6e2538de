import type { Service } from '../../core/index.ts'
import type { StatedFacts } from '../../inventory/index.ts'

/**
 * Adds to a service of Google the facts that the site states in place of our entry. Changes what
 * visitors read and not what the gate blocks: a fact replaces no property that the service has.
 * `facts` is what the site has written, for the check of declarations and for rows of cookies.
 */
export const addFacts = <Known extends Service>(
  service: Known,
  facts: StatedFacts | undefined,
): Known => (facts ? Object.assign(service, facts, { ...service, facts }) : service)
