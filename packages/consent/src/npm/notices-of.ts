import { type AnyConsent, type ConsentOptions, consentState } from '../core/index.ts'
import type { KeptNotice } from '../evidence/index.ts'
import { hashText } from '../shared/hash-text.ts'
import { LANGUAGES } from '../shared/languages.ts'
import { keysIn } from '../shared/services.ts'
import { type HostTexts, shownNotices } from '../ui/index.ts'
import type { ConsentConfig } from './define-consent.ts'
import { inventoryOf } from './inventory-of.ts'

/** The options of `noticesOf`. */
export interface NoticesOptions {
  /** The texts that the site passes to `mountConsentUi`. @default those of the configuration */
  readonly texts?: HostTexts | undefined
  /** The languages of the site's pages. @default en, ko, ja and those of `texts` */
  readonly languages?: readonly string[] | undefined
}

/**
 * Returns the notices that a site shows visitors without an earlier answer: of the banner, of the
 * preferences and of the form in a page, in each language, also where the browser sends Global
 * Privacy Control or has an opt-out add-on. The key of an entry is the hash of a notice, as in the
 * visitor's record; the value has the text of the notice, and the hash of the inventory with the
 * words of the notice's language, see `Inventory.wordsHashes`.
 *
 * ```ts
 * await writeFile('notices.json', JSON.stringify(await noticesOf(options)))
 * ```
 *
 * @param options The options of `createConsent`, or what `defineConsent` returns.
 * @returns The notices. In development, the promise rejects if a declaration has a mistake.
 */
export const noticesOf = async (
  options: ConsentOptions<string> & Pick<ConsentConfig<string>, 'texts'>,
  {
    texts: given = options.texts,
    languages = [...LANGUAGES, ...Object.keys(given ?? {})],
  }: NoticesOptions = {},
): Promise<Readonly<Record<string, KeptNotice>>> => {
  const { wordsHashes = {} } = await inventoryOf(options, { languages })
  const { categories, policy } = options
  const base = {
    ...{ policy, categories: Object.keys(categories), keys: keysIn(options) },
    ...{ record: undefined, failed: [] },
  }
  const visits = [...new Set(languages)].flatMap(language =>
    [false, true].flatMap(gpc =>
      refusals(categories).map(refused => {
        const visit = { language, signals: { gpc }, refused, restricted: false, isInert: false }
        return consentState({ ...base, ...visit }, 0)
      }),
    ),
  )
  const shown = await Promise.all(
    visits.map(async visit => {
      // The parts of a consent that the view reads when it draws.
      const consent = {
        ...{ options, $state: { get: () => visit }, history: () => [] },
        isGranted: () => false,
      }
      const texts = await shownNotices(consent as unknown as AnyConsent, { texts: given })
      return texts.map(text => [text, wordsHashes[visit.language]] as const)
    }),
  )
  const entries = [...new Map(shown.flat())].map(
    async ([text, inventory]) => [await hashText(text), { text, inventory }] as const,
  )
  return Object.fromEntries(await Promise.all(entries))
}

/** Returns the sets of categories that switches such as an opt-out add-on can refuse together. */
const refusals = (categories: ConsentOptions<string>['categories']) => {
  let all: readonly (readonly string[])[] = [[]]
  for (const [name, { services = [] }] of Object.entries(categories))
    if (services.some(({ refused }) => refused)) all = [...all, ...all.map(some => [...some, name])]
  return all
}
