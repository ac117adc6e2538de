import { collectorOf } from './collector-of.ts'
import { entityOf } from './entities.ts'

/** Returns the company that a host belongs to, as far as the lists know. */
export const companyOf = (host: string): string | undefined =>
  collectorOf(`https://${host}/`)?.company ?? entityOf(host)?.company
