import { findAll } from '../../shared/platform.ts'

/**
 * Marks the page's elements with `data-consent-open` as busy while the settings are loading: sets
 * `aria-busy`. With `false`, removes the attribute.
 */
export const markOpeners = (isBusy: boolean): void => {
  for (const opener of findAll('[data-consent-open]')) opener.ariaBusy = isBusy ? 'true' : null
}
