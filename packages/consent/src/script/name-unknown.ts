import type { AnyConsent } from '../core/index.ts'
import { warn } from '../options/warn.ts'
import { categoryOf } from '../shared/service-key.ts'

/** Makes `isGranted` warn if a category is unknown. `explain` names each category once. */
export const nameUnknown = (consent: AnyConsent): void => {
  const { isGranted, options } = consent
  const { categories } = options
  consent.isGranted = key => {
    if (!categories[categoryOf(key)]) warn('category', key, Object.keys(categories))
    return isGranted(key)
  }
}
