import { collectorOf } from './collector-of.ts'
import { entityOf } from './entities.ts'

/** Returns the company of a host, if a list of collectors or of companies has the host. */
export const companyOf = (host: string): string | undefined =>
  collectorOf(`https://${host}/`)?.company ?? entityOf(host)?.company
