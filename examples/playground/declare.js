// Makes the texts and the declared services, which are the same for script tag and npm package.

import { code } from './literal.js'
import { LANGUAGES, listOf, PURPOSES, TEXTS } from './settings.js'

/** @typedef {import('./settings.js').Settings} Settings */
/** @typedef {import('./settings.js').Service} Service */

const DAY_SECONDS = 86_400

/** The keys of each button's texts: where the banner asks about one purpose, and about several. */
const KEYS = { accept: ['accept', 'acceptAll'], reject: ['reject', 'rejectAll'] }

/** @param {readonly (readonly [string, unknown])[]} entries */
const tableOf = entries => (entries.length > 0 ? Object.fromEntries(entries) : undefined)

/**
 * Returns the site's texts by language, as the option `texts`. The SDK uses its own text for each
 * missing one. Returns `undefined` if the site has no texts.
 *
 * @param {Settings} settings
 */
export const textsOf = settings =>
  tableOf(
    LANGUAGES.flatMap(language => {
      /** @type {readonly (readonly [string, unknown])[]} */
      const words = TEXTS.flatMap(key => {
        const text = settings[`${key}.${language}`]
        const keys = key === 'accept' || key === 'reject' ? KEYS[key] : [key]
        return text ? keys.map(name => /** @type {const} */ ([name, text])) : []
      })
      const purposes = tableOf(
        settings.services
          .filter(({ category }) => !['analytics', ...PURPOSES].includes(category))
          .flatMap(service => {
            const name = service[`words.${language}`]
            return name ? [/** @type {const} */ ([service.category, name])] : []
          }),
      )
      const banner = tableOf(purposes ? [...words, ['purposes', purposes]] : words)
      return banner ? [/** @type {const} */ ([language, { banner }])] : []
    }),
  )

/**
 * Returns the declaration of a service, as in a call of `service` or of the script tag's global.
 *
 * @param {Service} service
 */
export const declarationOf = service => {
  const { name, company, country, relation, days, hosts, cookies } = service
  const wordsOf = (/** @type {'words' | 'theirs'} */ key) =>
    tableOf(
      LANGUAGES.flatMap(language => {
        const words = service[`${key}.${language}`]
        return words ? [/** @type {const} */ ([language, words])] : []
      }),
    )
  const [site, recipient] = [wordsOf('words'), wordsOf('theirs')]
  return {
    name,
    recipients: company
      ? { company, country: country || undefined, relation: relation || undefined }
      : 'not-stated',
    retention: days
      ? { seconds: code(`${days} * ${DAY_SECONDS}`, Number(days) * DAY_SECONDS) }
      : 'not-stated',
    purposes: (site || recipient) && { site, recipient },
    addresses: listOf(hosts),
    cookies: listOf(cookies),
  }
}
