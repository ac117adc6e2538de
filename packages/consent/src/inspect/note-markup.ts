import type { AnyConsent } from '../core/index.ts'
import type { Noted } from '../gate/ledger.ts'
import { urlOf } from '../shared/platform.ts'

/**
 * Notes the elements of blocked markup that have an address and wait for a grant. The gate does not
 * note these elements, because nothing requests their addresses before the grant.
 *
 * @param add Adds a note, unless the ledger has it already.
 */
export const noteMarkup = (consent: AnyConsent, add: (note: Noted) => void): void => {
  const { keys } = consent.$state.get()
  for (const element of document.querySelectorAll('[data-consent]:not(form)')) {
    const key = element.getAttribute('data-consent') ?? ''
    const address =
      element.getAttribute('data-src') ??
      (element.matches('script[type="text/plain"]') ? element.getAttribute('src') : null)
    if (!address || (keys.includes(key) && consent.isGranted(key))) continue
    const { protocol, host, pathname } = urlOf(address)
    const value = { protocol, whole: host, name: host, path: `${pathname}/`, parameters: [] }
    add([Date.now(), undefined, 'address', value, 'data-consent', key])
  }
}
