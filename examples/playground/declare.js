// Makes the texts and the declared services, which are the same for script tag and npm package.

import { code } from './literal.js'
import { LANGUAGES, listOf, PURPOSES } from './settings.js'

const DAY_SECONDS = 86_400

/** Returns an object of the entries that have a value; `undefined` if none has. */
const filled = (/** @type {readonly (readonly [string, unknown])[]} */ entries) => {
  const left = entries.filter(([, value]) => value)
  return left[0] && Object.fromEntries(left)
}

/**
 * Returns the site's texts by language, as the option `texts`. The SDK uses its own text for each
 * missing one. The texts of a button are those for one purpose, and those for several.
 */
export const textsOf = (/** @type {import('./settings.js').Settings} */ settings) =>
  filled(
    LANGUAGES.map(language => {
      const own = settings.services.filter(
        ({ category }) => !['analytics', ...PURPOSES].includes(category),
      )
      const banner = filled([
        ['heading', settings[`heading.${language}`]],
        ['lead', settings[`lead.${language}`]],
        ['accept', settings[`accept.${language}`]],
        ['acceptAll', settings[`accept.${language}`]],
        ['reject', settings[`reject.${language}`]],
        ['rejectAll', settings[`reject.${language}`]],
        ['preferences', settings[`preferences.${language}`]],
        ['purposes', filled(own.map(service => [service.category, service[`words.${language}`]]))],
      ])
      return [language, banner && { banner }]
    }),
  )

/** Returns the declaration of a service, as in a call of `service` or of the script tag's global. */
export const declarationOf = (/** @type {import('./settings.js').Service} */ service) => {
  const { name, company, country, relation, days, hosts, cookies } = service
  const wordsOf = (/** @type {'words' | 'theirs'} */ key) =>
    filled(LANGUAGES.map(language => [language, service[`${key}.${language}`]]))
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
