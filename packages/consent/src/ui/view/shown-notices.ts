import type { AnyConsent } from '../../core/index.ts'
import { PREFERENCES, STORED } from '../../words/files.ts'
import { bannerStrings } from '../banner/banner-strings.ts'
import { loadWords } from '../words/load-words.ts'
import { loadBannerText, loadDescribe } from './mount-view.ts'
import { textOfNotice } from './notice.ts'
import type { ConsentUiOptions } from './options.ts'

/**
 * Returns the texts of the notices that the view shows a visitor without an earlier answer: of the
 * banner if it asks, of the preferences, and of the form in a page. Needs no document. Each text is
 * the one over which the view computes the hash.
 *
 * @param consent The site's options, and the state of the visit.
 */
export const shownNotices = async (
  consent: AnyConsent,
  options: ConsentUiOptions,
): Promise<readonly string[]> => {
  const words = await loadWords(loadBannerText, loadDescribe, consent, options)
  const { language, own, merge } = words
  const [{ text }, stored, code, { formStrings }] = await Promise.all([
    PREFERENCES[own](),
    STORED[own](),
    import('../stored/cookie-rows.ts'),
    import('../parts/form-strings.ts'),
  ])
  const host = options.texts?.[language]
  const early = { ...words, labels: merge(text, host?.preferences) }
  const whole = { ...early, stored: { code, text: merge(stored.text, host?.stored) } }
  return [
    ...(consent.$state.get().pending[0] ? [bannerStrings(consent, words)] : []),
    // The preferences load the tables of cookies late, a form in the page has them at once.
    formStrings({ consent, parts: early, surface: 'preferences' }),
    formStrings({ consent, parts: whole, surface: 'preferences' }),
    formStrings({ consent, parts: whole, surface: 'inline' }),
  ].map(strings => textOfNotice(language, strings, consent.options.policy.version))
}
