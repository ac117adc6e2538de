import { DAY, MAX_VALIDITY } from '../../../packages/consent/src/core/record/record.ts'
import type { ConsentEvent, EventType } from './event.ts'

/**
 * For each type of event: whether it grants a category, has a receipt, and ends an earlier receipt.
 */
const FORMS: Readonly<
  Record<EventType, { readonly receipt: boolean; readonly ends: boolean; readonly grants: boolean }>
> = {
  give: { receipt: true, ends: false, grants: true },
  update: { receipt: true, ends: true, grants: true },
  withdraw: { receipt: false, ends: true, grants: false },
  refuse: { receipt: false, ends: false, grants: false },
}

/**
 * Returns the first contradiction between the fields of an event that has passed the JSON Schema.
 *
 * @param now The present, in seconds since the epoch.
 * @returns A sentence for the site's developer; `undefined` if there is no contradiction.
 */
export const eventFault = (
  { type, receipt, ends, record: { t, e, c } }: ConsentEvent,
  now: number,
): string | undefined => {
  const form = FORMS[type]
  const has = (field: string, wanted: boolean) => `"${type}" has ${wanted ? 'a' : 'no'} ${field}`
  if (form.receipt !== (receipt !== undefined)) return has('"receipt"', form.receipt)
  if (form.ends !== (ends !== undefined)) return has('"ends"', form.ends)
  if (receipt !== undefined && receipt === ends) return 'a receipt cannot end itself'
  if (form.grants !== Object.values(c).includes(1)) return has('granted category', form.grants)
  if (e <= t) return '"e" must be after "t"'
  if (e - t > MAX_VALIDITY) return '"e" must be at most 400 days after "t"'
  if (t > now + DAY) return '"t" is more than a day ahead'
  return undefined
}
