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

/**
 * An invalid value in an address. The default counts in its place.
 *
 * @typedef {object} Fault
 * @property {string} key Name in the address, such as `service1.country`.
 * @property {string} value
 */

/** Matches escapes that a query does not need: the characters themselves are more readable. */
const READABLE = /%(?:2C|2F|3A|40)/g

const encoded = (/** @type {string} */ text) =>
  encodeURIComponent(text).replace(READABLE, decodeURIComponent)

/**
 * Returns the query with the settings that differ from the defaults; '' if none differs.
 *
 * @param {Settings} settings
 */
export const writeAddress = ({ services, ...settings }) => {
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
 * Reads settings from the query of an address. The address may be hostile.
 *
 * @param {string} search
 * @returns {{ settings: Settings, faults: readonly Fault[] }} The settings, with the default in the
 *   place of each invalid value. A service without a valid name and purpose is left out.
 */
export const readAddress = search => {
  const query = new URLSearchParams(search)
  /** @type {Fault[]} */
  const faults = []
  /**
   * @param {readonly string[]} keys
   * @param {Readonly<Record<string, RegExp>>} forms
   * @param {string} prefix The prefix of the names in the address, such as `service1.`.
   */
  const read = (keys, forms, prefix = '') =>
    keys.flatMap(key => {
      const value = query.get(prefix + key)
      if (value === null) return []
      if (isValid(key, value, forms)) return [[key, value]]
      faults.push({ key: prefix + key, value })
      return []
    })
  const given = Object.fromEntries(read(Object.keys(FORMS), FORMS))
  const services = Array.from({ length: MOST_SERVICES }, (_, at) => {
    const found = read(Object.keys(SERVICE_FORMS), SERVICE_FORMS, `service${at + 1}.`)
    return /** @type {Service} */ ({ ...EMPTY_SERVICE, ...Object.fromEntries(found) })
  }).filter(({ name, category }) => name && category)
  return { settings: { ...DEFAULTS, ...given, services }, faults }
}
