// Writes settings into an address, and reads them. An address has only the settings that differ
// from the defaults, in readable form.

import {
  DEFAULTS,
  EMPTY_SERVICE,
  FORMS,
  isValid,
  MOST_SERVICES,
  SERVICE_FORMS,
} from './settings.js'

/** @typedef {import('./settings.js').Settings} Settings */
/** @typedef {import('./settings.js').Service} Service */

/** Matches escapes that a query does not need: the characters themselves are more readable. */
const READABLE = /%(?:2C|2F|3A|40)/g

const encoded = (/** @type {string} */ text) =>
  encodeURIComponent(text).replace(READABLE, decodeURIComponent)

/** Returns the query with the settings that differ from the defaults; '' if none differs. */
export const writeAddress = (/** @type {Settings} */ { services, ...settings }) => {
  const defaults = new Map(Object.entries(DEFAULTS))
  const entries = [
    ...Object.entries(settings).filter(([key, value]) => value !== defaults.get(key)),
    ...services.flatMap((service, at) =>
      Object.entries(service)
        .filter(([, value]) => value)
        .map(([key, value]) => [`service${at + 1}.${key}`, value]),
    ),
  ]
  const query = entries.map(([key = '', value = '']) => `${key}=${encoded(value)}`).join('&')
  return query && `?${query}`
}

/**
 * Reads settings from the query of an address, which may be hostile. In the place of an invalid
 * value the default counts, and `faults` names the value, such as `service1.country`. A service
 * without a valid name and purpose is left out.
 *
 * @param {string} search
 */
export const readAddress = search => {
  const query = new URLSearchParams(search)
  /** @type {{ key: string, value: string }[]} */
  const faults = []
  const read = (/** @type {Readonly<Record<string, RegExp>>} */ forms, prefix = '') => {
    const found = Object.keys(forms).flatMap(key => {
      const value = query.get(prefix + key)
      if (value === null) return []
      if (isValid(key, value, forms)) return [[key, value]]
      faults.push({ key: prefix + key, value })
      return []
    })
    return Object.fromEntries(found)
  }
  const given = read(FORMS)
  const services = Array.from({ length: MOST_SERVICES }, (_, at) => {
    const found = read(SERVICE_FORMS, `service${at + 1}.`)
    return /** @type {Service} */ ({ ...EMPTY_SERVICE, ...found })
  }).filter(({ name, category }) => name && category)
  return { settings: /** @type {Settings} */ ({ ...DEFAULTS, ...given, services }), faults }
}
