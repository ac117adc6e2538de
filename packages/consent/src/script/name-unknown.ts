import type { AnyConsent } from '../core/index.ts'
import { warn } from '../options/warn.ts'
import { categoryOf } from '../shared/service-key.ts'

/** Makes `isGranted` name an unknown category in the console. `explain` writes each name once. */
export const nameUnknown = (consent: AnyConsent): void => {
  const { isGranted } = consent
  const { granted } = consent.$state.get()
  consent.isGranted = key => {
    if (!(categoryOf(key) in granted)) warn('category', key, Object.keys(granted))
    return isGranted(key)
  }
}
