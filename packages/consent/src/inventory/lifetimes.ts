import { THIRTEEN_MONTHS } from '../shared/defaults.ts'
import type { Stored } from './declaration.ts'
import { DAY } from './entries.ts'

/** The lifetimes of what Google's tags store, by name. */
const LIFETIMES: Readonly<Record<string, Pick<Stored, 'seconds' | 'isRenewed'>>> = {
  _ga: { seconds: THIRTEEN_MONTHS },
  '_ga_*': { seconds: THIRTEEN_MONTHS, isRenewed: true },
  '_gcl_*': { seconds: 90 * DAY },
  __gads: { seconds: THIRTEEN_MONTHS },
  __gpi: { seconds: THIRTEEN_MONTHS },
  IDE: { seconds: 730 * DAY },
  _gcl_ls: { seconds: 'until-deleted' },
  'firebase-installations-database': { seconds: 'until-deleted' },
  'firebase-heartbeat-database': { seconds: 'until-deleted' },
}

/** Returns the lifetime of what a tag of Google stores; `undefined` if it is not known. */
export const lifetimeOf = (
  name: string,
  _config?: Readonly<Record<string, unknown>>,
): Pick<Stored, 'seconds' | 'isRenewed'> | undefined => LIFETIMES[name]
