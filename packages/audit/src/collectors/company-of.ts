import { collectorOf } from './collector-of.ts'
import { entityOf } from './entities.ts'

/** Returns the company that a host belongs to, if one of the lists has it. */
export const companyOf = (host: string): string | undefined =>
  collectorOf(`https://${host}/`)?.company ?? entityOf(host)?.company
